package io.sampan.bench;

import io.sampan.bench.shipchoice.ShipChoiceRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often the way to the door that is shown first is what a person chooses, and what it costs those who take it without looking. */
final class ShippingChoiceBenchmark implements Benchmark {
    private static final int PEOPLE = 6_000;
    private static final int SEED = 20_261_128;

    @Override
    public String name() {
        return "shipping-choice";
    }

    @Override
    public String purpose() {
        return "which way to the door is shown first, for people of hidden tastes   [people] [seed]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int people = Math.max(50, Figures.number(arguments, 0, PEOPLE));
        var scores = new ShipChoiceRun(Figures.number(arguments, 1, SEED)).live(people);
        var figures = new LinkedHashMap<String, Object>();
        var names = Map.of(
                "learner",
                "",
                "cheapest",
                "Cheapest",
                "fastest",
                "Fastest",
                "frequency",
                "Frequency",
                "oracle",
                "IfTastesWereKnown");
        for (var who : List.of("learner", "cheapest", "fastest", "frequency", "oracle")) {
            var score = scores.get(who);
            if (score == null) {
                throw new CouldNotMeasure("nobody ordered");
            }
            figures.put("top1" + names.get(who), Figures.rounded(score.top1()));
            figures.put("regret" + names.get(who), Figures.rounded(score.regretFen() / 100));
            figures.put("judged", score.orders());
        }
        return figures;
    }
}
