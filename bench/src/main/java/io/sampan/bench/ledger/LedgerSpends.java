package io.sampan.bench.ledger;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.LedgerOfATest;
import io.sampan.money.ledger.Posted;
import io.sampan.money.ledger.Posting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A thousand who spend one balance at the same time, and a thousand who want one last coupon. */
public final class LedgerSpends {
    private static final int SPENDERS = 1_000;
    private static final int AFFORDED = 500;

    private LedgerSpends() {}

    /** By how many the spends that went through differ from those that could be paid for. */
    public static long wrong(TestDatabase database) throws InterruptedException {
        var ledger = LedgerOfATest.on(database, Clock.systemUTC());
        var balance = AccountRef.shopperBalance(new UUID(2, 0));
        var coupon = AccountRef.coupon("LAST-ONE");
        long ofBalance = spent(ledger, balance, AFFORDED, 1);
        long ofCoupon = spent(ledger, coupon, 5, 5);
        System.out.printf("of %d spends %d went through, of %d coupons %d%n", SPENDERS, ofBalance, SPENDERS, ofCoupon);
        return Math.abs(ofBalance - AFFORDED) + Math.abs(ofCoupon - 1);
    }

    private static long spent(Ledger ledger, AccountRef account, int euros, int each) throws InterruptedException {
        ledger.post(entry("fill:" + account, AccountRef.gateway("stripe"), account, euros))
                .orThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, SPENDERS)
                    .<Callable<Posted>>mapToObj(
                            i -> () -> ledger.post(entry(account + ":" + i, account, AccountRef.income("goods"), each)))
                    .toList();
            return threads.invokeAll(tries).stream()
                    .filter(LedgerSpends::wentThrough)
                    .count();
        }
    }

    private static boolean wentThrough(Future<Posted> spend) {
        try {
            return spend.get() instanceof Posted.Done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("It was broken off", stopped);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A spend broke", e);
        }
    }

    private static Entry entry(String id, AccountRef debit, AccountRef credit, long euros) {
        var amount = Money.of(euros * 100, "EUR");
        return new Entry(
                id,
                Entry.Kind.BALANCE_SPENT,
                "bench",
                Instant.EPOCH,
                List.of(new Posting(debit, amount), new Posting(credit, amount.negated())));
    }
}
