package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight;
import io.sampan.outside.carrier.ParcelSize;
import java.util.function.Function;

/**
 * What it costs on average to never ask more than was quoted: the freight beyond the quoted one, over how heavy the parcel may turn out. A shopper whose parcel
 * turns out lighter is not counted against those whose parcel is heavier, so the premium pays for every loss by itself.
 */
final class Guarantee {
    /** The heavier half of all parcels in ten equal shares, each by its middle: so many deviations of a normal distribution. */
    private static final double[] HEAVIER = {
        0.06270678,
        0.18911843,
        0.31863936,
        0.45376219,
        0.59776013,
        0.75541503,
        0.93458929,
        1.15034938,
        1.43953147,
        1.95996398
    };

    private static final double SHARE = 0.5 / HEAVIER.length;

    private Guarantee() {}

    /**
     * The predicted loss in CNY.
     *
     * @param quoted the freight at the likely weight
     * @param freight what the line asks for a parcel of a size
     */
    static Money loss(ParcelGuess guess, Money quoted, Function<ParcelSize, Freight> freight) {
        double lost = 0;
        long last = 0;
        for (double deviations : HEAVIER) {
            // Beyond what the line carries at all, it is taken to cost what the heaviest parcel that it carries costs.
            if (freight.apply(guess.at(deviations)) instanceof Freight.Priced priced) {
                last = Math.max(0, priced.amount().minus(quoted).minor());
            }
            lost += last * SHARE;
        }
        return Money.fen((long) StrictMath.ceil(lost));
    }
}
