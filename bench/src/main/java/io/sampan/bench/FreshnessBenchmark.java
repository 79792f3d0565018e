package io.sampan.bench;

import io.sampan.browse.freshness.LookPrice;
import io.sampan.browse.freshness.Watchlist;
import io.sampan.outside.marketplace.ItemRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A fortnight of a shop whose truth is known: 4,000 items that change at rates nobody told, 30,000 views a day, and looks for 15 % of the catalogue a
 * day. The same fortnight is lived through with each way of spending the looks; re-checks at cart and at pay have a budget of their own, the same for
 * all. The last way is the shop's own code.
 */
final class FreshnessBenchmark implements Benchmark {
    private static final int SEEDS = 5;

    private static final Duration HALF_LIFE = Duration.ofHours(6);

    private static final Map<String, Function<List<ItemRef>, FreshnessPolicy>> POLICIES = policies();

    private static Map<String, Function<List<ItemRef>, FreshnessPolicy>> policies() {
        var all = new LinkedHashMap<String, Function<List<ItemRef>, FreshnessPolicy>>();
        all.put("round-robin", FreshnessPolicy.RoundRobin::new);
        all.put("views x age", _ -> new FreshnessPolicy.ViewsTimesAge(HALF_LIFE));
        all.put(
                "watchlist",
                _ -> new FreshnessPolicy.Shop(
                        new Watchlist(Watchlist.Tuning.USUAL), new LookPrice(FreshnessWorld.LOOKS_A_DAY)));
        return all;
    }

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public String purpose() {
        return "stale views under a quota of 15 % of the catalogue a day, three ways, true changes known   [seeds]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) {
        int seeds = arguments.isEmpty() ? SEEDS : Integer.parseInt(arguments.getFirst());
        System.out.printf(
                "%-6s %-12s %12s %12s %10s %10s%n", "seed", "way", "stale views", "looks a day", "pays", "stale");
        var stale = new LinkedHashMap<String, Double>();
        long staleAtPay = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            for (var policy : POLICIES.entrySet()) {
                var result = new FreshnessWorld(seed).live(policy.getValue());
                System.out.printf(
                        "%-6d %-12s %10.2f %% %12.0f %10d %10d%n",
                        seed,
                        policy.getKey(),
                        result.staleViewsPercent(),
                        result.looksADay(),
                        result.pays(),
                        result.staleAtPay());
                stale.merge(policy.getKey(), result.staleViewsPercent() / seeds, Double::sum);
                staleAtPay += policy.getKey().equals("watchlist") ? result.staleAtPay() : 0;
            }
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("staleViewsPercent", Figures.rounded(stale.getOrDefault("watchlist", 0.0)));
        figures.put(
                "staleViewsRatioToRoundRobin",
                Figures.rounded(stale.getOrDefault("watchlist", 0.0) / stale.getOrDefault("round-robin", 1.0)));
        figures.put("staleAtPay", staleAtPay);
        figures.put("staleViewsPercentRoundRobin", Figures.rounded(stale.getOrDefault("round-robin", 0.0)));
        figures.put("staleViewsPercentViewsTimesAge", Figures.rounded(stale.getOrDefault("views x age", 0.0)));
        figures.put("seeds", seeds);
        new ArrayList<>(figures.entrySet())
                .forEach(figure -> System.out.printf("%-32s %s%n", figure.getKey(), figure.getValue()));
        return figures;
    }
}
