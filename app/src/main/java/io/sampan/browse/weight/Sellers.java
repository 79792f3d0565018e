package io.sampan.browse.weight;

import java.util.HashMap;
import java.util.Map;

/**
 * How far sellers' own figures are from what was weighed, by shop: some leave the packing out, some round, and some write any number. A shop of
 * which little is known is taken to be as shops are on average.
 */
final class Sellers {
    /** A figure that is off by more than a factor of two says nothing. */
    private static final double HONEST = Math.log(2);
    /** Any number that a seller may write who does not care: from 30 grams to 30 kilograms, in logarithms. */
    private static final double ANY_NUMBER = 1 / Math.log(1_000);

    private static final double DEVIATION_AT_FIRST = 0.1;
    private static final double SHOPS_DIFFER = 0.08;
    private static final double BELIEVED = 5;
    private static final double NONSENSE_AT_FIRST = 0.05;

    /** Distances of stated figures from true ones, in logarithms. */
    private static final class Tally {
        int count;
        int nonsense;
        double sum;
        double squares;

        void add(double off) {
            if (Math.abs(off) > HONEST) {
                nonsense++;
                return;
            }
            count++;
            sum += off;
            squares += off * off;
        }

        double nonsense(double before) {
            return (BELIEVED * before + nonsense) / (BELIEVED + count + nonsense);
        }

        double variance(double before, double mean) {
            double around = Math.max(0, squares - 2 * mean * sum + count * mean * mean);
            return (BELIEVED * before + around) / (BELIEVED + count);
        }
    }

    private static final Tally NOTHING = new Tally();

    private final Map<String, Tally> shops = new HashMap<>();
    private final Tally all = new Tally();

    /** @param off the logarithm of what is stated over what was weighed */
    void learn(String shop, double off) {
        all.add(off);
        shops.computeIfAbsent(shop, _ -> new Tally()).add(off);
    }

    /** What is believed once the seller's figure is heard. @param stated its logarithm */
    Belief heard(String shop, double stated, Belief before) {
        var tally = shops.getOrDefault(shop, NOTHING);
        double usual = all.sum / (BELIEVED + all.count);
        double usualVariance = all.variance(DEVIATION_AT_FIRST * DEVIATION_AT_FIRST, usual);
        var bias = bias(tally, usual, usualVariance);
        double variance = tally.variance(usualVariance, bias.mean()) + bias.variance();
        var figure = new Belief(stated - bias.mean(), variance);
        double nonsense = tally.nonsense(all.nonsense(NONSENSE_AT_FIRST));
        double ifHonest = (1 - nonsense) * before.spread(variance).density(figure.mean());
        double honest = ifHonest / (ifHonest + nonsense * ANY_NUMBER);
        return before.and(figure).mixed(honest, before);
    }

    private static Belief bias(Tally shop, double usual, double variance) {
        var before = new Belief(usual, SHOPS_DIFFER * SHOPS_DIFFER);
        return shop.count == 0 ? before : before.and(new Belief(shop.sum / shop.count, variance / shop.count));
    }
}
