package io.sampan.simulators.seller;

import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Marketplace;
import java.util.function.Predicate;

/**
 * Order numbers as a marketplace counts them: nineteen digits, the last four the buyer's; on JD twelve.
 *
 * @param twelve whether they have twelve digits
 * @param dice   whose dice are thrown
 * @param seed   the world's seed
 */
record OrderNumbers(boolean twelve, String dice, long seed) {

    /** Services that sell the same marketplace's goods count apart. */
    static OrderNumbers of(Marketplace marketplace, String service, long seed) {
        String counter = service.equals(marketplace.code()) ? marketplace.toString() : service;
        return new OrderNumbers(marketplace == Marketplace.JD, counter + " order", seed);
    }

    /** A number that nobody has: for the nth of the purchases that are made at once, after so many others. */
    String fresh(int purchases, int nth, Predicate<String> taken) {
        Dice thrown = Dice.of(seed, purchases * 64L + nth, dice);
        String id;
        do {
            id = twelve
                    ? "3" + (10_000_000_000L + thrown.below(89_999_999_999L))
                    : "36" + (1_000_000_000_000L + thrown.below(8_999_999_999_999L)) + "5038";
        } while (taken.test(id));
        return id;
    }
}
