package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.OrderId;
import io.sampan.deliver.procurement.Purchase.Payment;
import io.sampan.deliver.procurement.Purchase.Upstream;
import io.sampan.deliver.procurement.PurchaseState.Cancelled;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Paid;
import io.sampan.deliver.procurement.PurchaseState.Placed;
import io.sampan.deliver.procurement.PurchaseState.Placing;
import io.sampan.deliver.procurement.PurchaseState.Quoting;
import io.sampan.deliver.procurement.PurchaseState.Then;
import io.sampan.deliver.procurement.PurchaseState.Withdrawing;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What we buy for orders, and what people decide about it when programs cannot go on. */
@Component
public class Purchases {
    private final Desk desk;
    private final Settlement settlement;
    private final Watching watching;
    private final Transactions transactions;

    Purchases(Desk desk, Settlement settlement, Watching watching, Transactions transactions) {
        this.desk = desk;
        this.settlement = settlement;
        this.watching = watching;
        this.transactions = transactions;
    }

    /** One for each shop; empty before the order is paid. */
    public List<Purchase> of(OrderId order) {
        return desk.table.of(order);
    }

    public Optional<Purchase> find(PurchaseId id) {
        return desk.table.find(id);
    }

    /** Those that wait for a person; who has waited longest first. */
    public List<Purchase> needingHuman(int limit) {
        return desk.table.inState("needs-human", limit);
    }

    /**
     * Goes on from where it stopped; what may have been ordered or paid is looked at first. What its seller closed is bought anew, once the money
     * is back; but not where only a part was closed: programs cannot buy a part again.
     */
    public Acted retry(PurchaseId id) {
        return transactions.run(() -> {
            var current = desk.table.lock(id);
            return isClosed(current) && Losses.isInPart(current)
                    ? new Acted.InPart()
                    : decide(id, purchase -> purchase.forgivingTries().to(resumed(purchase)));
        });
    }

    private static boolean isClosed(Purchase purchase) {
        return purchase.state() instanceof NeedsHuman(var reason, var _)
                && reason == PurchaseState.Reason.CLOSED_BY_SELLER;
    }

    /**
     * What a person needs who buys it.
     *
     * @param request as a program would send it: receiver, remark and our reference, in Chinese
     * @param told whether the source will tell by itself what the seller sends; if not, a person tells
     */
    public record Errand(PurchaseRequest request, boolean told) {}

    public Errand errand(Purchase purchase) {
        return new Errand(
                desk.request(purchase), desk.connector(purchase).capabilities().contains(Capability.ORDER_DETAIL));
    }

    /**
     * What a person bought on the marketplace's own pages.
     *
     * @param orderIds the marketplace's; at least one, several when it made several orders of it
     * @param total what was paid for all of them in CNY, freight within China included
     * @param freight the freight in it
     */
    public record ByHand(List<String> orderIds, Money total, Money freight, List<Waybill> waybills) {
        public ByHand {
            orderIds = orderIds.stream().distinct().toList();
            waybills = List.copyOf(waybills);
            if (orderIds.isEmpty() || freight.isNegative() || freight.compareTo(total) > 0) {
                throw new IllegalArgumentException(
                        "Nobody buys so: " + orderIds + " for " + total + " with " + freight);
            }
        }
    }

    /**
     * A person bought it on the marketplace's own pages: it is booked as bought, and watched like the others. An order that we placed and they
     * paid is named by its id; our own unpaid orders under other ids count as withdrawn, so cancel them there first. Goods, money and parcels stand
     * on the first of several orders.
     */
    public Acted boughtByHand(PurchaseId id, ByHand deed) {
        var purchase = desk.table.find(id).orElseThrow();
        var others = desk.table.ofUpstream(purchase.marketplace(), deed.orderIds()).stream()
                .filter(known -> !known.equals(id))
                .findFirst();
        return others.isPresent() ? new Acted.TakenBy(others.get()) : decide(id, current -> bought(current, deed));
    }

    /** The seller of what a person bought sent a parcel; the same again changes nothing. */
    public Acted sent(PurchaseId id, Waybill waybill) {
        return transactions.run(() -> {
            var current = desk.table.lock(id);
            var first = current.open().stream().findFirst().map(Upstream::order);
            boolean onTheWay = current.state() instanceof Paid || current.state() instanceof PurchaseState.Shipped;
            if (first.isEmpty() || !onTheWay) {
                return new Acted.Forbidden(current.state());
            }
            var order = first.get().with(waybill);
            desk.table.save(current.knowing(List.of(order)), desk.now());
            watching.expect(current, order);
            return new Acted.Done();
        });
    }

    /**
     * A person found that it costs more than was agreed, and has bought nothing: the shopper is asked, and it goes on with their answer.
     *
     * @param total of goods and freight in CNY, above what was agreed
     */
    public Acted dearer(PurchaseId id, Money total) {
        return decide(id, purchase -> {
            boolean untouched = purchase.open().isEmpty() && !purchase.asked();
            if (!untouched || total.compareTo(purchase.agreed()) <= 0) {
                return purchase;
            }
            boolean asked = false;
            for (var unit : Rise.newUnits(purchase, total, Map.of()).entrySet()) {
                var line = purchase.line(unit.getKey());
                asked |= desk.orders
                        .priceMoved(purchase.order(), line.line(), line.unitPrice(), unit.getValue())
                        .stands();
            }
            return asked ? purchase.to(new PurchaseState.PriceMoved()) : purchase;
        });
    }

    /**
     * It cannot be bought: its lines are cancelled, and the shopper gets their share back. What is ordered and unpaid is withdrawn at the
     * marketplace; money that a marketplace gave back is booked.
     */
    public Acted giveUp(PurchaseId id) {
        return decide(id, purchase -> {
            purchase.lines().forEach(line -> desk.orders.notBuyable(purchase.order(), line.line()));
            var unwanted = settlement.returned(purchase).unwanting();
            if (unwanted.open().isEmpty()) {
                boolean mayBeOrdered = purchase.open().isEmpty() && purchase.asked();
                return unwanted.to(mayBeOrdered ? new Placing() : new Cancelled());
            }
            boolean isLeft = unwanted.mayHavePaid() && !Losses.isMoneyOnItsWay(unwanted);
            return unwanted.to(isLeft ? new Cancelled() : new Withdrawing(Then.CANCEL));
        });
    }

    /** Has it taken up now by whoever is due: from an unsettled state it goes on, a paid one is read again at its marketplace. */
    public void wake(PurchaseId id) {
        desk.table.wake(id, desk.now());
    }

    /** Files its marketplace's orders under it again, so that pushes about them find it. */
    public void refile(PurchaseId id) {
        transactions.run(() -> desk.table.save(desk.table.lock(id), desk.now()));
    }

    /** Tells the warehouse again of every parcel that sellers sent; what is known there is not told twice. */
    public void tellAgain(PurchaseId id) {
        transactions.run(() -> watching.tellAgain(desk.table.lock(id)));
    }

    /**
     * Writes what was paid for it, and what came back, into the book where it is missing there; what stands there already stays as it is. What was
     * paid for an order that was split later stands for its parts, and is left to a person.
     */
    public void book(PurchaseId id) {
        transactions.run(() -> {
            var purchase = desk.table.lock(id);
            if (purchase.upstream().stream().noneMatch(one -> one.payment() == Payment.SPLIT)) {
                purchase.open().stream()
                        .filter(one -> one.payment() == Payment.PAID)
                        .forEach(one -> settlement.paid(purchase, one.order()));
            }
            desk.table.save(settlement.returned(purchase), desk.now());
        });
    }

    private static PurchaseState resumed(Purchase purchase) {
        if (purchase.open().isEmpty()) {
            return purchase.asked() ? new Placing() : new Quoting();
        }
        if (isClosed(purchase)) {
            return new Withdrawing(Then.BUY_AGAIN);
        }
        return purchase.unpaid().isEmpty() ? new Paid() : new Placed();
    }

    private Purchase bought(Purchase purchase, ByHand deed) {
        var lines = purchase.lines().stream().map(Purchase.Line::line).collect(Collectors.toSet());
        if (!desk.orders.startBuying(purchase.order(), lines).stands()) {
            return purchase;
        }
        boolean before = purchase.upstream().stream()
                .anyMatch(one -> deed.orderIds().contains(one.order().orderId()) && one.payment() == Payment.PAID);
        var orders =
                deed.orderIds().stream().map(id -> order(purchase, deed, id)).toList();
        var known = purchase.knowing(orders);
        for (var one : known.open()) {
            known = one.payment() == Payment.PAID
                    ? known
                    : known.paying(
                            one.order().orderId(), old -> new Upstream(old.order(), Payment.WITHDRAWN, old.payTries()));
        }
        for (var order : before ? List.<UpstreamOrder>of() : orders) {
            known = settlement.paid(known, order);
        }
        var bought = settlement.bought(known);
        watching.expect(bought, orders.getFirst());
        return bought;
    }

    private static UpstreamOrder order(Purchase purchase, ByHand deed, String id) {
        boolean first = id.equals(deed.orderIds().getFirst());
        return new UpstreamOrder(
                purchase.marketplace(),
                purchase.source(),
                id,
                purchase.reference(),
                UpstreamOrder.State.PAID,
                first ? deed.total() : Money.fen(0),
                first ? deed.freight() : Money.fen(0),
                first ? purchase.lines().stream().map(Purchases::line).toList() : List.of(),
                first ? deed.waybills() : List.of());
    }

    private static UpstreamOrder.Line line(Purchase.Line line) {
        return new UpstreamOrder.Line("", line.item().itemId(), line.orderKey(), line.quantity());
    }

    private Acted decide(PurchaseId id, UnaryOperator<Purchase> work) {
        return transactions.run(() -> {
            var current = desk.table.lock(id);
            if (!(current.state() instanceof NeedsHuman)) {
                return new Acted.Forbidden(current.state());
            }
            var after = work.apply(current);
            if (after.equals(current)) {
                return new Acted.Forbidden(current.state());
            }
            desk.table.save(after, desk.now());
            desk.table.wake(id, desk.now());
            return new Acted.Done();
        });
    }
}
