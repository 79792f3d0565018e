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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many transfers between limited accounts the ledger takes in a second, and what one costs alone.
 *
 * @param transfersPerSecond in batches of {@value #BATCH} from {@value #THREADS} threads
 * @param singleMillis one by one, each in a transaction of its own
 */
public record LedgerSpeed(long transfersPerSecond, double singleMillis) {
    private static final int THREADS = 8;
    private static final int BATCH = 500;
    private static final int BATCHES = 60;
    private static final int WARM_UP = 10;
    private static final int SINGLES = 2_000;
    private static final int ACCOUNTS = 20_000;
    private static final int FILLED_CENTS = 100_000_000;

    /** Measures on a database that nobody else uses. */
    public static LedgerSpeed measure(TestDatabase database) throws InterruptedException {
        var ledger = LedgerOfATest.on(database, Clock.systemUTC());
        fill(ledger);
        transfers(ledger, "warm", WARM_UP);
        double seconds = transfers(ledger, "measured", BATCHES);
        long perSecond = Math.round((double) THREADS * BATCHES * BATCH / seconds);
        singles(ledger, "warm-single");
        double single = singles(ledger, "single");
        System.out.printf("%,d transfers a second in batches of %d; one alone %.2f ms%n", perSecond, BATCH, single);
        return new LedgerSpeed(perSecond, Math.round(single * 100) / 100.0);
    }

    private static AccountRef account(int number) {
        return AccountRef.shopperBalance(new UUID(1, number));
    }

    private static void fill(Ledger ledger) {
        for (int from = 0; from < ACCOUNTS; from += BATCH) {
            var batch = new ArrayList<Entry>();
            for (int number = from; number < from + BATCH; number++) {
                batch.add(entry("fill:" + number, AccountRef.gateway("stripe"), account(number), FILLED_CENTS));
            }
            done(ledger.post(batch));
        }
    }

    private static double transfers(Ledger ledger, String run, int batches) throws InterruptedException {
        long begin = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var works = new ArrayList<Future<?>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var name = run + ":" + thread;
                works.add(pool.submit(() -> {
                    var dice = new SplittableRandom(name.hashCode());
                    for (int batch = 0; batch < batches; batch++) {
                        done(ledger.post(batch(name + ":" + batch, dice)));
                    }
                }));
            }
            for (var work : works) {
                work.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A transfer broke", e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<Entry> batch(String id, SplittableRandom dice) {
        var batch = new ArrayList<Entry>();
        for (int i = 0; i < BATCH; i++) {
            int from = dice.nextInt(ACCOUNTS);
            int to = (from + 1 + dice.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            batch.add(entry(id + ":" + i, account(from), account(to), 1 + dice.nextInt(1_000)));
        }
        return batch;
    }

    private static double singles(Ledger ledger, String run) {
        var dice = new SplittableRandom(run.hashCode());
        long begin = System.nanoTime();
        for (int i = 0; i < SINGLES; i++) {
            int from = dice.nextInt(ACCOUNTS);
            done(List.of(ledger.post(entry(run + ":" + i, account(from), account((from + 1) % ACCOUNTS), 100))));
        }
        return (System.nanoTime() - begin) / 1e6 / SINGLES;
    }

    private static Entry entry(String id, AccountRef debit, AccountRef credit, long cents) {
        var amount = Money.of(cents, "EUR");
        return new Entry(
                id,
                Entry.Kind.BALANCE_SPENT,
                "bench",
                Instant.EPOCH,
                List.of(new Posting(debit, amount), new Posting(credit, amount.negated())));
    }

    private static void done(List<Posted> posted) {
        if (!posted.stream().allMatch(Posted.Done.class::isInstance)) {
            throw new IllegalStateException("Not every transfer was taken: " + posted);
        }
    }
}
