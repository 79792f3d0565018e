package io.sampan.simulators.ali1688;

import io.sampan.simulators.ali1688.Refund.Status;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All refunds and what becomes of them as the world clock walks. Kept over restarts. */
final class Refunds {
    /** A refusal that the buyer leaves alone ends the wish. */
    static final Duration REFUSAL_LIMIT = Duration.ofDays(7);

    private static final long FIRST_ID = 41_580_000_000_001L;

    private final Book<Refund> book;
    private final Kernel kernel;
    private final Purchases purchases;
    private final long seed;
    private Consumer<Refund> moved = refund -> {};

    Refunds(Kernel kernel, Purchases purchases, long seed) {
        this.book = kernel.books().open("1688-refunds", Refund.class);
        this.kernel = kernel;
        this.purchases = purchases;
        this.seed = seed;
    }

    void onChange(Consumer<Refund> listener) {
        moved = listener;
    }

    /** Goes on where an earlier run stopped. */
    void takeUp() {
        book.values().forEach(refund -> {
            plan(refund);
            settle(refund);
        });
    }

    Optional<Refund> lastOf(String orderId) {
        return book.values().stream()
                .filter(refund -> refund.orderId().equals(orderId))
                .reduce((a, b) -> b);
    }

    /** Fen that went back for an order already. */
    long backFen(String orderId) {
        return book.values().stream()
                .filter(refund -> refund.orderId().equals(orderId) && refund.status() == Status.REFUNDSUCCESS)
                .mapToLong(Refund::fen)
                .sum();
    }

    /** Opens a refund; empty while another of the same order is under way. */
    synchronized Optional<Refund> open(Purchase purchase, long fen, String goodsStatus) {
        boolean underWay =
                lastOf(purchase.id()).filter(refund -> !refund.status().ended()).isPresent();
        if (underWay) {
            return Optional.empty();
        }
        Instant now = kernel.clock().now();
        long id = FIRST_ID + book.size();
        Instant answer = now.plus(thinking(id));
        var refund = new Refund("TQ" + id, purchase.id(), fen, Status.WAITSELLERAGREE, goodsStatus, now, answer);
        book.put(refund.id(), refund);
        told(refund);
        return Optional.of(refund);
    }

    /** Sellers answer after 2 to 20 hours. */
    private Duration thinking(long id) {
        return Duration.ofMinutes(120 + Dice.of(seed, id, "refund").below(18 * 60));
    }

    /** The seller agrees, and the money goes back. */
    Optional<Refund> agree(String orderId) {
        return moveLast(orderId, Status.WAITSELLERAGREE, refund -> refund.to(Status.REFUNDSUCCESS, null));
    }

    /** The seller refuses. */
    Optional<Refund> refuse(String orderId) {
        Instant until = kernel.clock().now().plus(REFUSAL_LIMIT);
        return moveLast(orderId, Status.WAITSELLERAGREE, refund -> refund.to(Status.WAITBUYERMODIFY, until));
    }

    /** The seller sent the goods although the buyer wanted the money back for goods not sent. */
    void overtakenBy(Purchase shipped) {
        lastOf(shipped.id())
                .ifPresent(last -> move(
                        last.id(),
                        refund ->
                                !refund.status().ended() && refund.goodsStatus().equals(Refund.NOT_SENT),
                        refund -> refund.to(Status.REFUNDCLOSE, null)));
    }

    private Optional<Refund> moveLast(String orderId, Status from, UnaryOperator<Refund> change) {
        return lastOf(orderId).flatMap(last -> move(last.id(), refund -> refund.status() == from, change));
    }

    private void due(String id) {
        Instant now = kernel.clock().now();
        book.get(id)
                .filter(refund -> refund.due() != null && !refund.due().isAfter(now))
                .ifPresent(refund -> move(id, one -> one.status() == refund.status(), Refunds::byItself));
    }

    private static Refund byItself(Refund refund) {
        return refund.to(refund.status() == Status.WAITSELLERAGREE ? Status.REFUNDSUCCESS : Status.REFUNDCLOSE, null);
    }

    private Optional<Refund> move(String id, Predicate<Refund> may, UnaryOperator<Refund> change) {
        boolean[] done = new boolean[1];
        Optional<Refund> after = book.update(id, refund -> {
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
        moved.accept(refund);
        settle(refund);
    }

    /** Who has all of the money back has no order any more. */
    private void settle(Refund refund) {
        if (refund.status() == Status.REFUNDSUCCESS) {
            purchases
                    .find(refund.orderId())
                    .filter(purchase -> backFen(purchase.id()) >= purchase.totalFen())
                    .ifPresent(purchase -> purchases.refund(purchase.id()));
        }
    }

    private void plan(Refund refund) {
        @Nullable Instant due = refund.due();
        if (due != null) {
            kernel.clock().at(due, "1688 refund", () -> due(refund.id()));
        }
    }
}
