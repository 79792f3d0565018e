package io.sampan.simulators.tbk;

import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What TBK says an item costs, all in fen. It knows no SKUs: the price shown is the lowest there is, or a decoy.
 *
 * @param offer      the item as it is
 * @param reserveFen the price on the tag
 * @param zkFen      the discounted price
 * @param coupon     a coupon for it
 * @param presale    how it is sold ahead
 * @param decoy      how the price misleads
 */
record Promotion(
        Offer offer,
        long reserveFen,
        long zkFen,
        @Nullable Coupon coupon,
        @Nullable Presale presale,
        Decoy decoy) {
    private static final long PLACEHOLDER_FEN = 9_999_900;

    /** So much off from so much on, in fen; which days; how many there are and are left. */
    record Coupon(String id, long offFen, long fromFen, Instant start, Instant end, int total, int left) {}

    /** The deposit in fen, and when it and the rest are paid. */
    record Presale(long depositFen, Instant start, Instant end, Instant tailStart, Instant tailEnd) {}

    static Promotion of(Offer offer, long seed, TbkSettings.Frequencies frequencies, Instant now) {
        Listing listing = offer.listing();
        Presale presale = presale(offer, seed, frequencies.presales(), now);
        Decoy decoy = decoy(listing, seed, frequencies.decoys(), presale != null);
        long zk = switch (decoy) {
            case NONE -> offer.lowestFen();
            case BAIT -> Math.max(100, offer.lowestFen() / 10);
            case PLACEHOLDER -> PLACEHOLDER_FEN;
            case PENNY -> 1;
            case DEPOSIT -> presale == null ? offer.lowestFen() : presale.depositFen();
        };
        long tag = decoy == Decoy.PLACEHOLDER
                ? PLACEHOLDER_FEN
                : offer.skus().getFirst().listFen();
        Coupon coupon = hasCoupon(listing, seed, frequencies) ? coupon(listing, seed, now) : null;
        return new Promotion(offer, tag, zk, coupon, presale, decoy);
    }

    /** Whether the price shown for an item misleads. */
    static boolean misleads(Listing listing, long seed, TbkSettings.Frequencies frequencies) {
        return Dice.of(seed, listing.id(), "tbk decoy").chance(frequencies.decoys());
    }

    private static Decoy decoy(Listing listing, long seed, double share, boolean presale) {
        Dice dice = Dice.of(seed, listing.id(), "tbk decoy");
        if (!dice.chance(share)) {
            return Decoy.NONE;
        }
        double luck = dice.unit();
        if (presale) {
            return Decoy.DEPOSIT;
        }
        return luck < 0.6 ? Decoy.BAIT : luck < 0.8 ? Decoy.PLACEHOLDER : Decoy.PENNY;
    }

    /** Sold ahead every other week: a deposit for seven days, the rest from the eighth to the twelfth. */
    private static @Nullable Presale presale(Offer offer, long seed, double share, Instant now) {
        if (!Dice.of(seed, offer.listing().id(), "tbk presale").chance(share)) {
            return null;
        }
        long fortnight = Duration.ofDays(14).toMillis();
        Instant start = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), fortnight) * fortnight);
        return new Presale(
                Math.max(100, offer.lowestFen() / 10 / 100 * 100),
                start,
                start.plus(Duration.ofDays(7)),
                start.plus(Duration.ofDays(8)),
                start.plus(Duration.ofDays(12)));
    }

    static boolean hasCoupon(Listing listing, long seed, TbkSettings.Frequencies frequencies) {
        return Dice.of(seed, listing.id(), "tbk has coupon").chance(frequencies.coupons());
    }

    private static Coupon coupon(Listing listing, long seed, Instant now) {
        Dice dice = Dice.of(seed, listing.id(), "tbk coupon");
        long off = Math.max(1, listing.baseFen() / 100 / (5 + dice.below(10))) * 100;
        long from = dice.chance(0.5) ? off + 100 : listing.baseFen() / 100 * 2 * 100;
        int total = 1_000 * (1 + dice.below(100));
        Instant day = Instant.ofEpochSecond(now.getEpochSecond() / 86_400 * 86_400);
        return new Coupon(
                dice.hex(32),
                off,
                Math.max(from, off + 100),
                day.minus(Duration.ofDays(1 + dice.below(3))),
                day.plus(Duration.ofDays(1 + dice.below(5))),
                total,
                dice.below(total));
    }

    /** What is left to pay for one piece with the coupon, if it can be used. */
    long finalFen() {
        return coupon != null && zkFen >= coupon.fromFen() ? zkFen - coupon.offFen() : zkFen;
    }
}
