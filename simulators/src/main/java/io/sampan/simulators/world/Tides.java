package io.sampan.simulators.world;

import java.time.Instant;

/**
 * How prices, stock and listings move by themselves. Time is cut into periods, per offer and with a length that depends
 * on its category; in each period one change falls at a moment of its own. The same seed and time give the same world.
 */
final class Tides {
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private final long seed;

    Tides(long seed) {
        this.seed = seed;
    }

    /** The period in force: the last one whose change has come. */
    private long period(Listing listing, String what, long lengthMillis, Instant at) {
        long time =
                at.toEpochMilli() + Dice.of(seed, listing.id(), what + " phase").below(lengthMillis);
        long period = Math.floorDiv(time, lengthMillis);
        long change = (long)
                (Dice.of(seed, listing.id() ^ (period * 31), what + " moment").unit() * lengthMillis);
        return Math.floorMod(time, lengthMillis) < change ? period - 1 : period;
    }

    /** The price in percent of the base; retail promotions come and go faster than wholesale prices. */
    double percent(Listing listing, Instant at) {
        int pace = 3 + Dice.of(seed, listing.category().id(), "pace").below(12);
        long length = pace * DAY * (listing.marketplace() == Marketplace.ALI1688 ? 2 : 1);
        Dice dice = Dice.of(seed, listing.id() * 7 + period(listing, "price", length, at), "price");
        double luck = dice.unit();
        if (luck < 0.55) {
            return 100;
        }
        if (luck < 0.75) {
            return 85 + dice.below(11);
        }
        return luck < 0.9 ? 102 + dice.below(9) : 96 + dice.below(4);
    }

    /** Pieces on hand of one SKU before anything was taken. */
    int stock(Listing listing, int sku, Instant at) {
        int usual = 20 + Dice.of(seed, listing.id() * 64 + sku, "usual stock").below(900);
        Dice dice = Dice.of(seed, (listing.id() * 64 + sku) ^ period(listing, "stock", 30 * HOUR, at) * 131, "stock");
        if (dice.chance(0.012)) {
            return 0;
        }
        return Math.max(3, (int) (usual * (0.4 + 0.6 * dice.unit())));
    }

    /** Whether it is listed. All are for the first months of the world; then some leave for a while. */
    boolean listed(Listing listing, Instant at) {
        return !Dice.of(seed, listing.id() + period(listing, "listed", 45 * DAY, at), "listed")
                .chance(0.02);
    }
}
