package io.sampan.simulators.openmall;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.top.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All trades: the seller's purchases with OpenMall's words for where they stand. */
final class Trades {
    /** A paid trade that asked for it is held so long. Source: docs/sources/openmall.md "need_erp_hold". */
    static final Duration HOLD = Duration.ofMinutes(30);

    final Purchases purchases;
    private final Book<Trade> book;
    private final Kernel kernel;
    private final InstantSource clock;
    private final String distributor;
    private Consumer<Purchase> holdEnded = purchase -> {};

    Trades(Kernel kernel, Purchases purchases, String distributor) {
        this.kernel = kernel;
        this.clock = kernel.clock();
        this.purchases = purchases;
        this.distributor = distributor;
        this.book = kernel.books().open("openmall-trades", Trade.class);
    }

    /** Called when a held trade is let go. */
    void onHoldEnd(Consumer<Purchase> listener) {
        holdEnded = listener;
    }

    void takeUp() {
        purchases.takeUp();
        purchases.all().forEach(this::planHold);
    }

    /** A paid trade that is held is let go when its time comes. */
    void planHold(Purchase purchase) {
        Instant paid = purchase.times().paid();
        if (paid != null && held(purchase)) {
            kernel.clock().at(paid.plus(HOLD), "hold ends", () -> letGo(purchase.id()));
        }
    }

    private void letGo(String tid) {
        purchases.find(tid).filter(p -> p.state() == Purchase.State.PAID).ifPresent(holdEnded);
    }

    boolean held(Purchase purchase) {
        return of(purchase).hold()
                && purchase.state() == Purchase.State.PAID
                && statusAt(purchase, clock.instant()).equals("PAID_FORBID_CONSIGN");
    }

    void keep(Trade trade) {
        book.put(trade.tid(), trade);
    }

    Trade of(Purchase purchase) {
        return book.get(purchase.id()).orElseGet(() -> Trade.none(purchase.id()));
    }

    /** The distributor of the call, which must be the one that this app stands for. */
    void checkDistributor(String nick) {
        if (!distributor.equals(nick)) {
            throw No.DISTRIBUTOR.refused();
        }
    }

    /** The trade that a call names by distributor and tid. */
    Purchase asked(Call call) {
        checkDistributor(call.needed("distributor"));
        return purchases.find(String.valueOf(call.number("tid"))).orElseThrow(No.TRADE::refused);
    }

    Optional<Purchase> byOutId(String outId) {
        return purchases.all().stream().filter(p -> p.outerId().equals(outId)).findFirst();
    }

    String status(Purchase purchase) {
        return statusAt(purchase, clock.instant());
    }

    /** Where it stood at a moment, worked out from when what happened. */
    String statusAt(Purchase purchase, Instant at) {
        Purchase.Times times = purchase.times();
        if (passed(times.closed(), at)) {
            return purchase.paid() ? "TRADE_CLOSED" : "TRADE_CLOSED_BY_TAOBAO";
        }
        if (passed(times.done(), at)) {
            return "TRADE_FINISHED";
        }
        if (passed(times.shipped(), at)) {
            return "WAIT_BUYER_CONFIRM_GOODS";
        }
        Instant paid = times.paid();
        if (paid == null || paid.isAfter(at)) {
            return "WAIT_BUYER_PAY";
        }
        boolean held = of(purchase).hold() && paid.plus(HOLD).isAfter(at);
        return held ? "PAID_FORBID_CONSIGN" : "WAIT_SELLER_SEND_GOODS";
    }

    private static boolean passed(@Nullable Instant time, Instant at) {
        return time != null && !time.isAfter(at);
    }
}
