package io.sampan.simulators.openmall;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.openmall.Refund.Status;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All refunds and what becomes of them as the world clock walks. Kept over restarts. */
final class Refunds {
    /** A buyer that has not sent the goods back by then gets nothing. */
    static final Duration RETURN_LIMIT = Duration.ofDays(7);
    /** How long the goods travel back and the seller looks at them. */
    static final Duration LOOKING = Duration.ofDays(3);
    /** A refusal that the buyer leaves alone ends the refund. */
    static final Duration REFUSAL_LIMIT = Duration.ofDays(7);

    private static final long FIRST_ID = 180_000_000_001L;

    private final Book<Refund> book;
    private final Kernel kernel;
    private final Purchases purchases;
    private final long seed;
    private Consumer<Refund> moved = refund -> {};

    Refunds(Kernel kernel, Purchases purchases, long seed) {
        this.book = kernel.books().open("openmall-refunds", Refund.class);
        this.kernel = kernel;
        this.purchases = purchases;
        this.seed = seed;
    }

    void onChange(Consumer<Refund> listener) {
        moved = listener;
    }

    void takeUp() {
        book.values().forEach(refund -> {
            plan(refund);
            settle(refund);
        });
    }

    List<Refund> all() {
        return book.values();
    }

    Optional<Refund> find(long id) {
        return book.get(String.valueOf(id));
    }

    Optional<Refund> lastOf(String tid) {
        return all().stream().filter(refund -> refund.tid().equals(tid)).reduce((a, b) -> b);
    }

    /** Fen already gone back for a trade. */
    long backFen(String tid) {
        return all().stream()
                .filter(refund -> refund.tid().equals(tid) && refund.status() == Status.SUCCESS)
                .mapToLong(refund -> refund.ask().fen())
                .sum();
    }

    /** Opens a refund; the one that is under way when there is one. */
    synchronized Refund open(Purchase purchase, Refund.Ask ask) {
        Optional<Refund> underWay =
                lastOf(purchase.id()).filter(refund -> !refund.status().ended());
        if (underWay.isPresent()) {
            return underWay.get();
        }
        Instant now = kernel.clock().now();
        long id = FIRST_ID + book.size();
        Instant agreed = now.plus(thinking(id));
        var refund = new Refund(id, purchase.id(), ask, Status.WAIT_SELLER_AGREE, now, now, agreed, null, false);
        book.put(String.valueOf(id), refund);
        told(refund);
        return refund;
    }

    /** Sellers answer after 2 to 20 hours. */
    private Duration thinking(long id) {
        return Duration.ofMinutes(120 + Dice.of(seed, id, "refund").below(18 * 60));
    }

    /** The seller agrees: the money goes back, or the goods first. */
    Optional<Refund> agree(long id) {
        Instant now = kernel.clock().now();
        return moveFrom(
                id,
                Status.WAIT_SELLER_AGREE,
                refund -> refund.ask().withGoods()
                        ? refund.to(Status.WAIT_BUYER_RETURN_GOODS, now, now.plus(RETURN_LIMIT))
                        : refund.to(Status.SUCCESS, now, null));
    }

    /** The seller refuses; the buyer may close it. */
    Optional<Refund> refuse(long id) {
        Instant now = kernel.clock().now();
        return moveFrom(
                id,
                Status.WAIT_SELLER_AGREE,
                refund -> refund.to(Status.SELLER_REFUSE_BUYER, now, now.plus(REFUSAL_LIMIT)));
    }

    /** The buyer has sent the goods back. */
    Optional<Refund> sentBack(long id, Refund.Back parcel) {
        Instant now = kernel.clock().now();
        return moveFrom(id, Status.WAIT_BUYER_RETURN_GOODS, refund -> refund.sentBack(parcel, now, now.plus(LOOKING)));
    }

    /** The buyer gives up. */
    Optional<Refund> close(long id) {
        Instant now = kernel.clock().now();
        return move(id, refund -> !refund.status().ended(), refund -> refund.to(Status.CLOSED, now, null));
    }

    /** The seller sent the goods although the buyer wanted the money back for goods not sent. */
    void overtakenBy(Purchase shipped) {
        Instant now = kernel.clock().now();
        lastOf(shipped.id())
                .ifPresent(last -> move(
                        last.id(),
                        refund -> !refund.status().ended()
                                && refund.ask().goodsStatus().equals("UNSHIPPED"),
                        refund -> refund.overtaken(now)));
    }

    private void due(long id) {
        Instant now = kernel.clock().now();
        find(id).filter(refund -> refund.due() != null && !refund.due().isAfter(now))
                .ifPresent(refund -> byItself(refund, now));
    }

    private void byItself(Refund refund, Instant now) {
        switch (refund.status()) {
            case WAIT_SELLER_AGREE -> agree(refund.id());
            case WAIT_SELLER_CONFIRM_GOODS ->
                moveFrom(refund.id(), refund.status(), r -> r.to(Status.SUCCESS, now, null));
            case WAIT_BUYER_RETURN_GOODS, SELLER_REFUSE_BUYER ->
                moveFrom(refund.id(), refund.status(), r -> r.to(Status.CLOSED, now, null));
            case CLOSED, SUCCESS -> {}
        }
    }

    private Optional<Refund> moveFrom(long id, Status from, UnaryOperator<Refund> change) {
        return move(id, refund -> refund.status() == from, change);
    }

    private Optional<Refund> move(long id, Predicate<Refund> may, UnaryOperator<Refund> change) {
        boolean[] done = new boolean[1];
        Optional<Refund> after = book.update(String.valueOf(id), refund -> {
            done[0] = may.test(refund);
            return done[0] ? change.apply(refund) : refund;
        });
        if (!done[0]) {
            return Optional.empty();
        }
        after.ifPresent(this::told);
        return after;
    }

    private void told(Refund refund) {
        plan(refund);
        settle(refund);
        moved.accept(refund);
    }

    /** Who has all of the money back has no trade any more. */
    private void settle(Refund refund) {
        if (refund.status() == Status.SUCCESS) {
            purchases
                    .find(refund.tid())
                    .filter(purchase -> backFen(purchase.id()) >= purchase.totalFen())
                    .ifPresent(purchase -> purchases.refund(purchase.id()));
        }
    }

    private void plan(Refund refund) {
        @Nullable Instant due = refund.due();
        if (due != null) {
            kernel.clock().at(due, "refund", () -> due(refund.id()));
        }
    }
}
