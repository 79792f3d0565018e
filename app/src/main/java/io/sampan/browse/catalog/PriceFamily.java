package io.sampan.browse.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Those prices of an offer that belong together. Variants differ in price, but between them there is no gap of a whole magnitude; where there is one,
 * the offer's prices fall into groups of which only one can be meant.
 *
 * @param main the group that is meant; empty where nobody can tell which it is
 * @param middle logarithm of its middle price
 */
record PriceFamily(List<ToldPrice> main, double middle) {
    /** One of several groups is meant only when it lies this near the middle of its category, in standard deviations. */
    private static final double SURE = 2;

    static PriceFamily of(
            List<ToldPrice> prices, Predicate<ToldPrice> isKnown, PriceLevels.Level level, PriceRules rules) {
        var groups = groups(prices, rules);
        var main = groups.size() < 2
                ? groups.stream().findFirst().orElse(List.of())
                : meant(groups, isKnown, level, rules);
        return new PriceFamily(main, main.isEmpty() ? level.middle() : middle(main));
    }

    /** Tiers say what one piece costs who buys more of them: where all of them lie above all variants, one of the two is not meant. */
    private static List<List<ToldPrice>> groups(List<ToldPrice> prices, PriceRules rules) {
        var tiers = prices.stream().filter(ToldPrice::isOfTier).toList();
        var variants = prices.stream().filter(price -> !price.isOfTier()).toList();
        double gap = Math.log(rules.spread());
        boolean above = tiers.stream()
                .allMatch(tier ->
                        variants.stream().allMatch(variant -> tier.log() - variant.log() > Math.log(rules.apart())));
        if (above) {
            return Stream.of(groups(variants, gap), groups(tiers, gap))
                    .flatMap(List::stream)
                    .toList();
        }
        return groups(prices, gap);
    }

    private static List<List<ToldPrice>> groups(List<ToldPrice> prices, double gap) {
        var groups = new ArrayList<List<ToldPrice>>();
        for (var price : prices.stream()
                .sorted(Comparator.comparingDouble(ToldPrice::log))
                .toList()) {
            boolean near = !groups.isEmpty()
                    && price.log() - groups.getLast().getLast().log() <= gap;
            if (near) {
                groups.getLast().add(price);
            } else {
                groups.add(new ArrayList<>(List.of(price)));
            }
        }
        return groups;
    }

    /** The group that was there before; else the largest of those that such goods mostly cost; among as large ones, the nearest. */
    private static List<ToldPrice> meant(
            List<List<ToldPrice>> groups, Predicate<ToldPrice> isKnown, PriceLevels.Level level, PriceRules rules) {
        var known = groups.stream()
                .filter(group -> group.stream().anyMatch(isKnown))
                .max(Comparator.comparingLong(
                        group -> group.stream().filter(isKnown).count()));
        if (known.isPresent()) {
            return known.get();
        }
        var bySize = Comparator.<List<ToldPrice>>comparingInt(List::size).reversed();
        if (level.known() >= rules.enough()) {
            return groups.stream()
                    .filter(group -> Math.abs(middle(group) - level.middle()) <= SURE * level.spread())
                    .min(bySize.thenComparingDouble(group -> Math.abs(middle(group) - level.middle())))
                    .orElse(List.of());
        }
        var sorted = groups.stream().sorted(bySize).toList();
        return sorted.getFirst().size() >= 2 * sorted.get(1).size() ? sorted.getFirst() : List.of();
    }

    private static double middle(List<ToldPrice> prices) {
        return PriceLevels.median(prices.stream().map(ToldPrice::log).toList());
    }
}
