package io.sampan.browse.catalog;

import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goods of each category cost, learnt from what the catalogue was told. Medians and median deviations of logarithms, so that some wrong prices
 * among the right ones do not matter; where few goods of a category are known, its range leans on that of the category around it.
 */
public final class PriceLevels {
    /** Nothing learnt: cheap goods, and next to anything is possible. Our own guess: 50 yuan, give or take a factor of five. */
    private static final Level ANYTHING = new Level(Math.log(5_000), 1.6, 0);

    /** The category around weighs as much as so many goods. */
    private static final double LEANING = 2;

    /** Median deviation of a normal distribution times this is its standard deviation. */
    private static final double OF_NORMAL = 1.4826;

    private static final double LEAST_SPREAD = 0.25;
    private static final int FEW = 3;

    private final Map<String, Level> levels = new HashMap<>();

    /** @param fen what one good costs, see {@link PriceBook#usualFen} */
    public record Sample(MarketplaceId marketplace, String category, List<Words> path, long fen) {}

    /**
     * @param middle natural logarithm of the price in fen that half of the goods exceed
     * @param spread standard deviation of the logarithms
     * @param known goods that it was learnt from
     */
    public record Level(double middle, double spread, int known) {
        private static final double A_HUNDRED = Math.log(100);

        /**
         * How far from the middle a price may lie. As far as goods of such a spread can be told from a hundred times or a hundredth of themselves, but
         * never so near that more than two goods in a hundred of a wide category would be kept back, nor further than any good of it lies.
         */
        double reach(int enough) {
            return known < enough ? 3.5 * spread : Math.clamp(A_HUNDRED - 3.3 * spread, 2.4 * spread, 4.5 * spread);
        }

        boolean holds(double log, int enough) {
            return Math.abs(log - middle) <= reach(enough);
        }
    }

    /** What is known before anything is. */
    public static PriceLevels none() {
        return new PriceLevels();
    }

    public static PriceLevels learnt(Collection<Sample> samples) {
        var logs = new HashMap<String, List<Double>>();
        for (var sample : samples) {
            for (var key : keys(sample.marketplace(), sample.category(), sample.path())) {
                logs.computeIfAbsent(key, fresh -> new ArrayList<>()).add(Math.log(Math.max(1, sample.fen())));
            }
        }
        var learnt = new PriceLevels();
        for (var sample : samples) {
            var around = ANYTHING;
            for (var key : keys(sample.marketplace(), sample.category(), sample.path())) {
                var wider = around;
                around = learnt.levels.computeIfAbsent(key, fresh -> level(logs.getOrDefault(key, List.of()), wider));
            }
        }
        return learnt;
    }

    /** Of the offer's category, or of the narrowest around it of which anything is known. */
    public Level of(Offer offer) {
        var category = offer.category();
        var level = ANYTHING;
        for (var key : keys(offer.item().marketplace(), category.id(), category.path())) {
            level = levels.getOrDefault(key, leant(level));
        }
        return level;
    }

    /** A category of which nothing is known is like the one around it, and nothing was learnt of itself. */
    private static Level leant(Level around) {
        return new Level(around.middle(), around.spread(), 0);
    }

    /** What these goods cost among themselves, whatever they are. */
    static Level among(List<Double> logs) {
        return logs.isEmpty() ? ANYTHING : level(logs, ANYTHING);
    }

    private static Level level(List<Double> logs, Level around) {
        double middle = median(logs);
        double spread = logs.size() < FEW
                ? around.spread()
                : OF_NORMAL
                        * median(
                                logs.stream().map(log -> Math.abs(log - middle)).toList());
        double all = logs.size() + LEANING;
        return new Level(
                (logs.size() * middle + LEANING * around.middle()) / all,
                Math.max(LEAST_SPREAD, (logs.size() * spread + LEANING * around.spread()) / all),
                logs.size());
    }

    static double median(Collection<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow();
    }

    /** From the widest to the leaf. */
    private static List<String> keys(MarketplaceId marketplace, String category, List<Words> path) {
        var keys = new ArrayList<String>();
        var key = new StringBuilder(marketplace.slug());
        keys.add(key.toString());
        for (var step : path.subList(0, Math.max(0, path.size() - 1))) {
            keys.add(key.append('/').append(step.chinese()).toString());
        }
        keys.add(marketplace.slug() + "#" + category);
        return keys;
    }
}
