package io.sampan.bench;

import io.sampan.deliver.haul.PlannerProbe;
import io.sampan.deliver.haul.PlannerProbe.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How good the plans for hauls are: small ones against every plan there is, large ones against a search that prices forty times as many
 * parcels, and both against what people do without a plan.
 */
final class PlannerBenchmark implements Benchmark {
    private static final long SEED = 5;
    private static final int SMALL = 1_000;
    private static final int MOST_SMALL = 10;
    private static final int LARGE = 100;
    private static final int THINGS = 40;
    private static final int LONG_BUDGET = 360_000;
    private static final int COMPARED = 30;
    private static final int WARMING = 20;

    @Override
    public String name() {
        return "planner";
    }

    @Override
    public String purpose() {
        return "plans for hauls against every plan, against a long search, and against no plan   [hauls]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int small = Math.max(1, Figures.number(arguments, 0, SMALL));
        var probe = new PlannerProbe();
        var random = new Random(SEED);
        int wrong = wrongSmall(probe, random, small);
        int large = Math.clamp(small / 10, 5, LARGE);
        var millis = new ArrayList<Double>();
        var savedTogether = new ArrayList<Double>();
        var savedApart = new ArrayList<Double>();
        double gap = 0;
        int compared = 0;
        for (int i = -WARMING; i < large; i++) {
            var haul = PlannerProbe.haul(random, THINGS);
            long begun = System.nanoTime();
            var found = probe.found(haul);
            double took = (System.nanoTime() - begun) / 1e6;
            if (i < 0 || found.isEmpty()) {
                continue;
            }
            millis.add(took);
            saved(found.get(), savedTogether, savedApart);
            if (compared < Math.min(COMPARED, large)) {
                compared++;
                long best = probe.foundWith(haul, LONG_BUDGET).orElseThrow().best();
                gap = Math.max(gap, 100.0 * (found.get().best() - best) / best);
            }
        }
        if (millis.isEmpty()) {
            throw new CouldNotMeasure("no haul of " + THINGS + " things could be sent");
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("wrongSmall", wrong);
        figures.put("maxGapPercent40", Figures.rounded(gap));
        figures.put("p99Ms40", Figures.rounded(quantile(millis, 0.99)));
        figures.put("meanSavingPercent", Figures.rounded(mean(savedApart)));
        figures.put("maxSavingPercent", Figures.rounded(Collections.max(savedApart)));
        System.out.printf("small hauls: %d, not the cheapest: %d%n", small, wrong);
        System.out.printf(
                "hauls of %d things: %d; %d of them against the long search%n", THINGS, millis.size(), compared);
        distribution("saved against a parcel for each thing, %", savedApart);
        distribution("saved against one parcel, where a line takes it, %", savedTogether);
        distribution("milliseconds", millis);
        figures.put("savingPercentOverTogether", savedTogether.isEmpty() ? 0 : Figures.rounded(mean(savedTogether)));
        figures.put("oneParcelPossiblePercent", Figures.rounded(100.0 * savedTogether.size() / millis.size()));
        return figures;
    }

    private static int wrongSmall(PlannerProbe probe, Random random, int hauls) {
        int wrong = 0;
        int seen = 0;
        while (seen < hauls) {
            var haul = PlannerProbe.haul(random, 1 + random.nextInt(MOST_SMALL));
            var found = probe.found(haul);
            if (found.isPresent()) {
                seen++;
                wrong += found.get().best() == probe.bruteForce(haul) ? 0 : 1;
            }
        }
        return wrong;
    }

    private static void saved(Found found, List<Double> together, List<Double> apart) {
        apart.add(100.0 * (found.apart() - found.best()) / found.apart());
        found.together().ifPresent(fen -> together.add(100.0 * (fen - found.best()) / fen));
    }

    private static void distribution(String what, List<Double> values) {
        if (!values.isEmpty()) {
            System.out.printf(
                    "%s: least %.1f, a tenth %.1f, half %.1f, nine tenths %.1f, most %.1f%n",
                    what,
                    Collections.min(values),
                    quantile(values, 0.1),
                    quantile(values, 0.5),
                    quantile(values, 0.9),
                    Collections.max(values));
        }
    }

    private static double quantile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
