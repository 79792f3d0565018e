package io.sampan.bench.ledger;

import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Hold;
import io.sampan.money.ledger.Movement;
import io.sampan.money.ledger.Posting;
import io.sampan.money.ledger.Release;
import io.sampan.money.ledger.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What each thread tells the ledger, one deed after the other; the same seed, thread and number always make the same deed, so that a process that was
 * killed tells its last ones again.
 */
final class Deeds {
    private static final int ACCOUNTS = 2_000;
    private static final int MOST_CENTS = 10_000;
    /** How far back a deed looks for one that it repeats, contradicts or ends. */
    static final int REACH = 200;

    private static final int HUNDRED = 100;
    private static final AccountRef STRIPE = AccountRef.gateway("stripe");
    private static final AccountRef EARNED = AccountRef.income("service-fee");
    private static final AccountRef DESK = AccountRef.exchange("ecb");

    /** What a deed is meant to be, by how many of a hundred are. */
    enum Meant {
        ADD(28),
        SPEND(32),
        HOLD(10),
        SETTLE(8),
        RELEASE(4),
        EXCHANGE(6),
        /** An earlier deed told again. */
        REPEAT(7),
        /** Another deed under an earlier one's id. */
        CONTRADICT(3),
        /** An entry that does not balance. */
        LOPSIDED(2);

        private final int share;

        Meant(int share) {
            this.share = share;
        }
    }

    /**
     * @param earlier number of the deed that this one is about; its own for one that is about none
     */
    record Deed(Meant meant, long earlier, Movement movement) {}

    private final long seed;
    private final Instant begin;

    Deeds(long seed, Instant begin) {
        this.seed = seed;
        this.begin = begin;
    }

    /** One of the balances that all threads share. */
    static AccountRef balance(int number) {
        return AccountRef.shopperBalance(new UUID(0, number));
    }

    Deed deed(int thread, long number) {
        var dice = dice(thread, number);
        var meant = meant(dice);
        long earlier = Math.max(0, number - 1 - dice.nextInt(REACH));
        return switch (meant) {
            case ADD, SPEND, HOLD, EXCHANGE, LOPSIDED -> new Deed(meant, number, own(meant, thread, number, dice));
            case SETTLE, RELEASE -> ending(meant, thread, number, dice);
            case REPEAT -> new Deed(meant, earlier, original(thread, earlier));
            case CONTRADICT -> new Deed(meant, earlier, other(original(thread, earlier)));
        };
    }

    private SplittableRandom dice(int thread, long number) {
        return new SplittableRandom(seed * 31 + thread * 1_000_003L + number * 7_919);
    }

    private static Meant meant(SplittableRandom dice) {
        int drawn = dice.nextInt(HUNDRED);
        for (var one : Meant.values()) {
            drawn -= one.share;
            if (drawn < 0) {
                return one;
            }
        }
        throw new IllegalStateException("The shares are less than a hundred");
    }

    /** The deed of a number as if it were about no other. */
    private Movement original(int thread, long number) {
        var dice = dice(thread, number);
        var meant = meant(dice);
        dice.nextInt(REACH);
        return switch (meant) {
            case ADD, SPEND, HOLD, EXCHANGE, LOPSIDED -> own(meant, thread, number, dice);
            case SETTLE, RELEASE -> ending(meant, thread, number, dice).movement();
            case REPEAT, CONTRADICT -> own(Meant.ADD, thread, number, dice);
        };
    }

    private Movement own(Meant meant, int thread, long number, SplittableRandom dice) {
        var id = thread + ":" + number;
        var account = balance(dice.nextInt(ACCOUNTS));
        var euros = Money.of(1 + dice.nextInt(MOST_CENTS), "EUR");
        return switch (meant) {
            case ADD -> moved(id, Entry.Kind.BALANCE_ADDED, STRIPE, account, euros);
            case SPEND -> moved(id, Entry.Kind.BALANCE_SPENT, account, EARNED, euros);
            case EXCHANGE -> exchanged(id, account, euros);
            case LOPSIDED ->
                new Entry(
                        id,
                        Entry.Kind.CORRECTION,
                        "bench",
                        begin,
                        List.of(new Posting(STRIPE, euros), new Posting(account, Money.of(1, "EUR"))));
            case HOLD ->
                new Hold(
                        id,
                        Entry.Kind.BALANCE_SPENT,
                        "bench",
                        begin,
                        account,
                        EARNED,
                        euros,
                        begin.plus(Duration.ofDays(1)));
            case SETTLE, RELEASE, REPEAT, CONTRADICT -> throw new IllegalArgumentException(meant + " is about another");
        };
    }

    /** Ends the nearest hold before it; adds money where there is none near. */
    private Deed ending(Meant meant, int thread, long number, SplittableRandom dice) {
        for (long earlier = number - 1; earlier >= Math.max(0, number - REACH); earlier--) {
            var before = dice(thread, earlier);
            if (meant(before) == Meant.HOLD) {
                var hold = (Hold) original(thread, earlier);
                var id = thread + ":" + number;
                long part = 1 + dice.nextLong(hold.amount().minor());
                return new Deed(
                        meant,
                        earlier,
                        meant == Meant.SETTLE
                                ? new Settlement(id, hold.id(), begin, Money.of(part, "EUR"))
                                : new Release(id, hold.id(), begin));
            }
        }
        return new Deed(Meant.ADD, number, own(Meant.ADD, thread, number, dice));
    }

    private Entry moved(String id, Entry.Kind kind, AccountRef debit, AccountRef credit, Money amount) {
        return new Entry(
                id, kind, "bench", begin, List.of(new Posting(debit, amount), new Posting(credit, amount.negated())));
    }

    private Entry exchanged(String id, AccountRef account, Money euros) {
        var yuan = Money.of(euros.minor() * 8, "CNY");
        return new Entry(
                id,
                Entry.Kind.EXCHANGE,
                "bench",
                begin,
                List.of(
                        new Posting(account, euros),
                        new Posting(DESK, euros.negated()),
                        new Posting(DESK, yuan),
                        new Posting(account, yuan.negated())));
    }

    private Movement other(Movement movement) {
        return moved(movement.id(), Entry.Kind.CORRECTION, STRIPE, EARNED, Money.of(7, "EUR"));
    }
}
