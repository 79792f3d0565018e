package io.sampan.browse.freshness;

import java.time.Duration;
import java.time.Instant;

/**
 * What a look must be worth to be made, so that just as many are made as the quota allows: each look raises the price a little, and time lets it sink
 * again. Looks before a page is shown and looks ahead of any page are paid in the same money, and so come to what is worth most, whenever that is.
 * Not safe for many threads.
 */
public final class LookPrice {
    /** By how much of itself one look raises the price. Larger follows the hour's demand, smaller the day's; measured by the benchmark. */
    private static final double STEP = 0.01;

    private static final double FIRST = 3;

    /**
     * A look ahead must be worth so many times more than one at the moment of showing: most of its gain could still be had then. It spares a shopper the
     * wait, though.
     */
    private static final double AHEAD = 10;

    /** Nothing is ever so dear that a day without looks would not make it cheap again. */
    private static final double LEAST = 1e-6;

    private final double looksADay;
    private double views;
    private Instant asOf;

    /** @param looksADay that the quota allows; above 0 */
    public LookPrice(double looksADay) {
        this(looksADay, new Tag(FIRST, Instant.MIN));
    }

    /** A price that goes on from what it was. */
    LookPrice(double looksADay, Tag before) {
        this.looksADay = looksADay;
        this.views = before.views();
        this.asOf = before.asOf();
    }

    /**
     * A price as it stood.
     *
     * @param views that a look must be worth
     * @param asOf when it was that
     */
    record Tag(double views, Instant asOf) {}

    /** Whether a look at an item that is about to be shown is made, worth so many views. */
    public boolean takes(double worth, Instant now) {
        return pays(worth, now);
    }

    /** Whether a look at an item that nobody asks for just now is made. */
    public boolean takesAhead(double worth, Instant now) {
        return pays(worth / AHEAD, now);
    }

    Tag now(Instant now) {
        sinkUntil(now);
        return new Tag(views, now);
    }

    /** A look was made elsewhere at this price. */
    void paid(Instant now) {
        sinkUntil(now);
        views *= 1 + STEP;
    }

    private boolean pays(double worth, Instant now) {
        sinkUntil(now);
        if (worth < views) {
            return false;
        }
        views *= 1 + STEP;
        return true;
    }

    private void sinkUntil(Instant now) {
        if (asOf.equals(Instant.MIN)) {
            asOf = now;
        }
        if (now.isAfter(asOf)) {
            double allowed = ChangeRate.inDays(Duration.between(asOf, now)) * looksADay;
            views = Math.max(LEAST, views * Math.exp(-STEP * allowed));
            asOf = now;
        }
    }
}
