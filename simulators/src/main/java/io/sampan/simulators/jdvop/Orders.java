package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All orders, what they cost, and what is told of them. Kept over restarts. */
final class Orders {
    private final Kernel kernel;
    private final Purchases purchases;
    private final Messages messages;
    private final Duration splitAfter;
    private final Book<VopOrder> book;
    private final Balance balance;

    Orders(Kernel kernel, Purchases purchases, Messages messages, JdVopSettings settings) {
        this.kernel = kernel;
        this.purchases = purchases;
        this.messages = messages;
        this.splitAfter = settings.splitAfter();
        this.book = kernel.books().open("jd-vop-orders", VopOrder.class);
        this.balance = new Balance(kernel.books(), settings.openingBalanceFen(), this::spentFen);
        purchases.onChange(this::on);
    }

    /** A number that may be an order's or, once that is split, a part's. */
    record Found(VopOrder order, Optional<Purchase> part) {}

    Balance balance() {
        return balance;
    }

    List<VopOrder> all() {
        return book.values();
    }

    Optional<Found> find(String id) {
        Optional<Found> whole = book.get(id).map(order -> new Found(order, Optional.empty()));
        return whole.isPresent()
                ? whole
                : ofPart(id)
                        .filter(order -> order.splitBy(kernel.clock().now()))
                        .map(order -> new Found(order, purchases.find(id)));
    }

    private Optional<VopOrder> ofPart(String purchaseId) {
        return book.values().stream()
                .filter(order -> order.parts().contains(purchaseId))
                .findFirst();
    }

    /** The order that stands under a number of the enterprise's; a cancelled one only when there is no other. */
    Optional<VopOrder> byThirdOrder(String thirdOrder) {
        List<VopOrder> same = book.values().stream()
                .filter(order -> order.thirdOrder().equals(thirdOrder))
                .toList();
        return same.stream()
                .filter(this::valid)
                .findFirst()
                .or(() -> same.isEmpty() ? Optional.empty() : Optional.of(same.getLast()));
    }

    List<Purchase> parts(VopOrder order) {
        return order.parts().stream().flatMap(id -> purchases.find(id).stream()).toList();
    }

    /** Whether any of it still stands. */
    boolean valid(VopOrder order) {
        return parts(order).stream().anyMatch(part -> part.state() != Purchase.State.CLOSED);
    }

    boolean paid(VopOrder order) {
        return parts(order).stream().anyMatch(Purchase::paid);
    }

    long totalFen(VopOrder order) {
        return parts(order).stream().mapToLong(Purchase::totalFen).sum();
    }

    private long spentFen() {
        return book.values().stream()
                .flatMap(order ->
                        parts(order).stream().filter(part -> !order.refused().contains(part.id())))
                .filter(part -> part.paid() && part.state() != Purchase.State.CLOSED)
                .mapToLong(Purchase::totalFen)
                .sum();
    }

    /** Takes the goods and opens the order; empty, and nothing taken, when some have just gone. */
    synchronized Optional<VopOrder> make(List<Purchases.Draft> drafts, String thirdOrder, boolean reserved) {
        List<Purchase> made = new ArrayList<>();
        for (Purchases.Draft draft : drafts) {
            Optional<Purchase> part = purchases.make(draft, made.size());
            if (part.isEmpty()) {
                made.forEach(one -> purchases.closeBySeller(one.id()));
                return Optional.empty();
            }
            made.add(part.get());
        }
        List<String> ids = made.stream().map(Purchase::id).toList();
        String id = ids.size() == 1 ? ids.getFirst() : above(ids.getFirst());
        var order = new VopOrder(id, thirdOrder, ids, reserved, kernel.clock().now(), null, null, List.of());
        book.put(id, order);
        return Optional.of(order);
    }

    /** A number of its own for an order that will be split, twelve digits as its parts have. */
    private String above(String part) {
        long id = Long.parseLong(part) + 1;
        while (book.get(String.valueOf(id)).isPresent()
                || purchases.find(String.valueOf(id)).isPresent()) {
            id++;
        }
        return String.valueOf(id);
    }

    /** Confirms an order, and pays for it if the balance suffices; whether it did. */
    synchronized boolean confirm(VopOrder order) {
        Instant now = kernel.clock().now();
        book.update(order.id(), one -> one.confirmedAt(now));
        boolean paid = pay(order);
        if (!paid) {
            messages.put(Messages.Kind.PAYMENT_FAILED, Fields.of("jdOrderId", Long.parseLong(order.id())));
        }
        return paid;
    }

    /** Pays for a confirmed order; false when the balance does not suffice. */
    synchronized boolean pay(VopOrder order) {
        if (!balance.covers(totalFen(order))) {
            return false;
        }
        order.parts().forEach(purchases::tried);
        order.parts().forEach(purchases::pay);
        if (order.parts().size() > 1) {
            Instant shows = kernel.clock().now().plus(splitAfter);
            book.update(order.id(), one -> one.splittingAt(shows));
            planSplit(order.id(), shows);
        }
        return true;
    }

    synchronized void cancel(VopOrder order) {
        order.parts().forEach(part -> purchases.cancel(part, "BUYER_CANCELLED"));
    }

    /** The receiver turns a part away: the courier brings it, nobody takes it, and the money goes back. */
    synchronized Optional<Purchase> refuse(VopOrder order, String part) {
        Optional<Purchase> onItsWay = purchases.find(part).filter(Orders::travels);
        onItsWay.ifPresent(one -> book.update(order.id(), before -> before.refusing(part)));
        return onItsWay.flatMap(one -> purchases.deliver(part));
    }

    private static boolean travels(Purchase purchase) {
        return purchase.state() == Purchase.State.SHIPPED && purchase.times().signed() == null;
    }

    /** Takes up the splits that an earlier run left waiting. */
    void takeUp() {
        Instant now = kernel.clock().now();
        for (VopOrder order : book.values()) {
            Instant shows = order.split();
            if (shows != null && shows.isAfter(now)) {
                planSplit(order.id(), shows);
            }
        }
    }

    private void planSplit(String id, Instant shows) {
        kernel.clock()
                .at(
                        shows,
                        "order split",
                        () -> messages.put(Messages.Kind.SPLIT, Fields.of("pOrder", Long.parseLong(id))));
    }

    private void on(Purchase part, Purchases.Event event) {
        ofPart(part.id()).ifPresent(order -> tell(order, part, event));
    }

    private void tell(VopOrder order, Purchase part, Purchases.Event event) {
        boolean apart = order.splitBy(kernel.clock().now());
        long number = Long.parseLong(apart ? part.id() : order.id());
        switch (event) {
            case SHIPPED -> messages.put(Messages.Kind.WAYBILL, Fields.of("orderId", number));
            case SIGNED ->
                messages.put(
                        Messages.Kind.DELIVERED,
                        Fields.of("orderId", number, "state", order.refused().contains(part.id()) ? 2 : 1));
            case BUYER_CLOSED, SELLER_CLOSED, TIMED_OUT -> {
                if (apart || !valid(order)) {
                    closed(order, number, event);
                }
            }
            case MADE, PAID, SCANNED, DONE -> {}
        }
    }

    private void closed(VopOrder order, long number, Purchases.Event event) {
        messages.put(Messages.Kind.CANCELLED, Fields.of("orderId", number));
        if (event == Purchases.Event.TIMED_OUT) {
            int why = order.confirmed() == null ? 2 : 1;
            messages.put(Messages.Kind.TIMED_OUT, Fields.of("jdOrderId", number, "cancelType", why));
        }
    }
}
