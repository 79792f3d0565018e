package io.sampan.simulators.seller;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.WorldClock;
import io.sampan.simulators.seller.Purchase.State;
import io.sampan.simulators.seller.Purchase.Times;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Shop;
import io.sampan.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All purchases on one marketplace and what becomes of them as the world clock walks. Kept over restarts. */
public final class Purchases {
    /** An order not paid within this time is closed. Source: guess, see docs/sources/1688.md "Status". */
    public static final Duration UNPAID_LIMIT = Duration.ofDays(3);
    /** The same on JD. Source: docs/sources/jdvop.md "Messages", type 15. */
    public static final Duration UNPAID_LIMIT_JD = Duration.ofDays(7);
    /** A parcel signed for so long ago counts as accepted by the buyer. */
    public static final Duration ACCEPTED_AFTER = Duration.ofDays(10);

    /** What happened to a purchase. */
    public enum Event {
        MADE,
        PAID,
        SHIPPED,
        SCANNED,
        SIGNED,
        DONE,
        BUYER_CLOSED,
        SELLER_CLOSED,
        TIMED_OUT
    }

    /** A purchase about to be made. */
    public record Draft(
            String outerId, long shopId, List<Purchase.Line> lines, long freightFen, Purchase.Receiver receiver) {}

    private final Book<Purchase> book;
    private final WorldClock clock;
    private final World world;
    private final Marketplace marketplace;
    private final OrderNumbers numbers;
    private final long seed;
    private final Map<Long, Shop> shops = new HashMap<>();
    private final List<BiConsumer<Purchase, Event>> listeners = new CopyOnWriteArrayList<>();

    public Purchases(Kernel kernel, World world, Marketplace marketplace, long seed) {
        this(kernel, world, marketplace, seed, marketplace.code());
    }

    /** The same marketplace through another service, with books and order numbers of that service's own. */
    public Purchases(Kernel kernel, World world, Marketplace marketplace, long seed, String service) {
        this.book = kernel.books().open(service + "-purchases", Purchase.class);
        this.clock = kernel.clock();
        this.world = world;
        this.marketplace = marketplace;
        this.numbers = OrderNumbers.of(marketplace, service, seed);
        this.seed = seed;
        world.listings().forEach(listing -> shops.put(listing.shop().id(), listing.shop()));
    }

    /** Takes up what an earlier run left under way. Called once, when the listeners are there. */
    public void takeUp() {
        book.values().forEach(this::plan);
    }

    /** Called after every change, outside any lock. */
    public void onChange(BiConsumer<Purchase, Event> listener) {
        listeners.add(listener);
    }

    /** The purchase of a number. */
    public Optional<Purchase> find(String id) {
        return book.get(id);
    }

    /** All purchases, the oldest first. */
    public List<Purchase> all() {
        return book.values();
    }

    /** The seller. */
    public Shop shop(long id) {
        Shop shop = shops.get(id);
        if (shop == null) {
            throw new IllegalStateException("No shop " + id);
        }
        return shop;
    }

    /** Takes the goods off the shelf and opens the purchase; empty, and nothing taken, when some are sold out. */
    public synchronized Optional<Purchase> make(Draft draft, int nth) {
        List<Purchase.Line> taken = new ArrayList<>();
        for (Purchase.Line line : draft.lines()) {
            var listing = world.listing(marketplace, line.offerId()).orElseThrow();
            if (!world.take(listing, line.skuId(), line.quantity())) {
                putBack(taken);
                return Optional.empty();
            }
            taken.add(line);
        }
        Instant now = clock.now();
        String id = numbers.fresh(book.size(), nth, number -> book.get(number).isPresent());
        var purchase = new Purchase(
                id,
                draft.outerId(),
                State.WAIT_PAY,
                draft.shopId(),
                numbered(id, draft.lines()),
                draft.freightFen(),
                draft.receiver(),
                new Times(now, now, null, null, null, null, null),
                "",
                null,
                0);
        book.put(purchase.id(), purchase);
        plan(purchase);
        tell(purchase, Event.MADE);
        return Optional.of(purchase);
    }

    /** Lines get numbers of their own, next to the order's. */
    private static List<Purchase.Line> numbered(String id, List<Purchase.Line> lines) {
        List<Purchase.Line> numbered = new ArrayList<>();
        for (Purchase.Line line : lines) {
            String own = String.valueOf(Long.parseLong(id) + 10_000L * (numbered.size() + 1));
            numbered.add(new Purchase.Line(
                    own, line.offerId(), line.skuId(), line.quantity(), line.unitFen(), line.outerLine()));
        }
        return List.copyOf(numbered);
    }

    private void putBack(List<Purchase.Line> lines) {
        lines.forEach(line -> world.listing(marketplace, line.offerId())
                .ifPresent(listing -> world.putBack(listing, line.skuId(), line.quantity())));
    }

    /** Counts a try to pay. */
    public Optional<Purchase> tried(String id) {
        return book.update(id, Purchase::triedToPay);
    }

    /** The buyer's money is taken; empty unless it waits for payment. */
    public Optional<Purchase> pay(String id) {
        return move(id, State.WAIT_PAY, Event.PAID, p -> p.at(State.PAID, clock.now()));
    }

    /** The buyer cancels; empty unless it waits for payment or for the seller. */
    public Optional<Purchase> cancel(String id, String reason) {
        return close(id, Event.BUYER_CLOSED, reason);
    }

    /** The seller closes it, and money goes back; empty once it is shipped. */
    public Optional<Purchase> closeBySeller(String id) {
        return close(id, Event.SELLER_CLOSED, "SELLER_GOODS_LACK");
    }

    private Optional<Purchase> close(String id, Event event, String reason) {
        Predicate<Purchase> open = p -> p.state() == State.WAIT_PAY || p.state() == State.PAID;
        Optional<Purchase> closed =
                moveIf(id, open, event, p -> p.at(State.CLOSED, clock.now()).because(reason));
        closed.ifPresent(purchase -> putBack(purchase.lines()));
        return closed;
    }

    /** The seller hands the parcel to a courier; empty unless it is paid and waits. */
    public Optional<Purchase> ship(String id) {
        return move(
                id,
                State.PAID,
                Event.SHIPPED,
                p -> p.at(State.SHIPPED, clock.now()).with(Trip.shipping(seed, p, marketplace)));
    }

    /** The receiver signs; empty unless it is on its way and not signed for. */
    public Optional<Purchase> deliver(String id) {
        return moveIf(
                id,
                p -> p.state() == State.SHIPPED && p.times().signed() == null,
                Event.SIGNED,
                p -> p.at(State.SHIPPED, p.times().signedAt(clock.now())));
    }

    /** The buyer accepts what was shipped; empty unless it is on its way or delivered, and not accepted yet. */
    public Optional<Purchase> confirm(String id) {
        return move(id, State.SHIPPED, Event.DONE, p -> p.at(State.DONE, clock.now()));
    }

    /** All of the money goes back and the purchase ends; empty unless it is paid. Goods not shipped yet go back too. */
    public Optional<Purchase> refund(String id) {
        Predicate<Purchase> standing = p -> p.paid() && p.state() != State.CLOSED;
        Optional<Purchase> closed = moveIf(
                id,
                standing,
                Event.BUYER_CLOSED,
                p -> p.at(State.CLOSED, clock.now()).because("REFUNDED"));
        closed.filter(p -> p.shipping() == null).ifPresent(p -> putBack(p.lines()));
        return closed;
    }

    private Optional<Purchase> move(String id, State from, Event event, UnaryOperator<Purchase> change) {
        return moveIf(id, p -> p.state() == from, event, change);
    }

    private Optional<Purchase> moveIf(String id, Predicate<Purchase> may, Event event, UnaryOperator<Purchase> change) {
        boolean[] moved = new boolean[1];
        Optional<Purchase> after = book.update(id, purchase -> {
            moved[0] = may.test(purchase);
            return moved[0] ? change.apply(purchase) : purchase;
        });
        if (!moved[0]) {
            return Optional.empty();
        }
        after.ifPresent(purchase -> {
            plan(purchase);
            tell(purchase, event);
        });
        return after;
    }

    /** Where the parcel was scanned so far, and will be; empty before it is shipped. */
    public Optional<Trip> trip(Purchase purchase) {
        Instant shipped = purchase.times().shipped();
        if (shipped == null) {
            return Optional.empty();
        }
        Instant signed = purchase.times().signed();
        Instant arrives = signed != null ? signed : shipped.plus(Trip.travel(seed, purchase));
        return Optional.of(Trip.of(purchase, shop(purchase.shopId()), shipped, arrives));
    }

    private void plan(Purchase purchase) {
        Times times = purchase.times();
        String id = purchase.id();
        switch (purchase.state()) {
            case WAIT_PAY -> clock.at(times.created().plus(unpaidLimit()), "unpaid purchase", () -> expire(id));
            case PAID -> clock.at(orNow(times.paid()).plus(Trip.packing(seed, purchase)), "packing", () -> ship(id));
            case SHIPPED -> planTrip(purchase);
            case DONE, CLOSED -> {}
        }
    }

    private Duration unpaidLimit() {
        return marketplace == Marketplace.JD ? UNPAID_LIMIT_JD : UNPAID_LIMIT;
    }

    private void planTrip(Purchase purchase) {
        Instant signed = purchase.times().signed();
        if (signed != null) {
            clock.at(signed.plus(ACCEPTED_AFTER), "accepted", () -> confirm(purchase.id()));
            return;
        }
        List<Trip.Step> steps = trip(purchase).orElseThrow().steps();
        for (Trip.Step step : steps.subList(0, steps.size() - 1)) {
            if (!step.at().isBefore(clock.now())) {
                clock.at(step.at(), "scan", () -> scanned(purchase.id()));
            }
        }
        clock.at(steps.getLast().at(), "signed", () -> deliver(purchase.id()));
    }

    private void scanned(String id) {
        book.get(id)
                .filter(p -> p.state() == State.SHIPPED && p.times().signed() == null)
                .ifPresent(purchase -> tell(purchase, Event.SCANNED));
    }

    private void expire(String id) {
        Optional<Purchase> closed = move(
                id,
                State.WAIT_PAY,
                Event.TIMED_OUT,
                p -> p.at(State.CLOSED, clock.now()).because("BUYER_NO_PAY"));
        closed.ifPresent(purchase -> putBack(purchase.lines()));
    }

    private void tell(Purchase purchase, Event event) {
        listeners.forEach(listener -> listener.accept(purchase, event));
    }

    private Instant orNow(@Nullable Instant time) {
        return time != null ? time : clock.now();
    }
}
