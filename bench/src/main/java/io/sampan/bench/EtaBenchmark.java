package io.sampan.bench;

import io.sampan.deliver.shipping.EtaProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many of the simulated carrier's parcels arrive within the days that we name when they are handed over: four of five should. */
final class EtaBenchmark implements Benchmark {
    private static final int PARCELS = 8_000;
    /** Fewer say nothing. */
    private static final int LEAST = 100;

    private static final long SEEDS = 5;

    private record Line(String name, int least, int most) {}

    private static final List<Line> LINES = List.of(new Line("EXPRESS", 3, 6), new Line("ECONOMY", 9, 16));

    @Override
    public String name() {
        return "eta";
    }

    @Override
    public String purpose() {
        return "delivery dates: how many parcels arrive within the window that was named   [parcels of a line]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int parcels = Math.max(LEAST, Figures.number(arguments, 0, PARCELS));
        var figures = new LinkedHashMap<String, Object>();
        long all = 0;
        long allHeld = 0;
        for (var line : LINES) {
            long judged = 0;
            long held = 0;
            double worst = 80;
            double width = 0;
            for (long seed = 1; seed <= SEEDS; seed++) {
                var covered = EtaProbe.run(line.name(), line.least(), line.most(), parcels, seed);
                judged += covered.parcels();
                held += covered.held();
                width += covered.days() / SEEDS;
                double share = 100.0 * covered.held() / covered.parcels();
                worst = Math.abs(share - 80) > Math.abs(worst - 80) ? share : worst;
            }
            System.out.printf(
                    "%-8s %d parcels, %.2f %% within the window (farthest seed %.2f %%), %.1f days wide; the line promises %d days%n",
                    line.name(), judged, 100.0 * held / judged, worst, width, line.most() - line.least());
            figures.put("coverage80" + line.name(), Figures.rounded(100.0 * held / judged));
            all += judged;
            allHeld += held;
        }
        var ordered = new LinkedHashMap<String, Object>();
        ordered.put("coverage80", Figures.rounded(100.0 * allHeld / all));
        ordered.putAll(figures);
        return ordered;
    }
}
