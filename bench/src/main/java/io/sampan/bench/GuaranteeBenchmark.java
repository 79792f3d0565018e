package io.sampan.bench;

import io.sampan.bench.guarantee.GuaranteeRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the promise never to ask more costs, and how well weights are foretold, once so many goods were weighed. */
final class GuaranteeBenchmark implements Benchmark {
    private static final int STOCK_INS = 2_000;
    private static final int PARCELS = 3_000;
    private static final long SEEDS = 5;

    @Override
    public String name() {
        return "guarantee";
    }

    @Override
    public String purpose() {
        return "weights learnt from the scales, and what a guaranteed price costs   [stock-ins] [parcels]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int stockIns = Figures.number(arguments, 0, STOCK_INS);
        int parcels = Math.max(1, Figures.number(arguments, 1, PARCELS));
        var errors = new ArrayList<Double>();
        var sum = new Sum();
        for (long seed = 1; seed <= SEEDS; seed++) {
            var outcome = new GuaranteeRun(seed).measure(stockIns, parcels);
            errors.addAll(outcome.pieces());
            sum.add(outcome);
            System.out.printf(
                    "world %d: %.1f %% of parcels and %.1f %% of pieces within, premiums %.2f %% of freight, losses %.2f %%, gains %.2f %%, "
                            + "asked %d, would be asked today %d of %d%n",
                    seed,
                    100.0 * outcome.parcelsHeld() / outcome.parcels(),
                    100.0 * outcome.piecesHeld() / outcome.pieces().size(),
                    100.0 * outcome.premiums() / outcome.freight(),
                    100.0 * outcome.losses() / outcome.freight(),
                    100.0 * outcome.gains() / outcome.freight(),
                    outcome.asked(),
                    outcome.askedToday(),
                    outcome.parcels());
        }
        if (sum.parcels == 0 || sum.askedToday == 0) {
            throw new CouldNotMeasure("no parcel was sold");
        }
        var sorted = errors.stream().sorted().toList();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("coverage90", Figures.rounded(100.0 * sum.parcelsHeld / sum.parcels));
        figures.put("medianErrorPercent", Figures.rounded(100 * sorted.get(sorted.size() / 2)));
        figures.put("premiumMinusLoss", Figures.rounded((sum.premiums - sum.losses) / 100.0 / sum.parcels));
        figures.put("extraPaymentsFallPercent", Figures.rounded(100.0 * (sum.askedToday - sum.asked) / sum.askedToday));
        figures.put("coverage90Pieces", Figures.rounded(100.0 * sum.piecesHeld / errors.size()));
        figures.put("premiumPercentOfFreight", Figures.rounded(100.0 * sum.premiums / sum.freight));
        figures.put("lossPercentOfFreight", Figures.rounded(100.0 * sum.losses / sum.freight));
        return figures;
    }

    private static final class Sum {
        long parcels;
        long parcelsHeld;
        long piecesHeld;
        long premiums;
        long losses;
        long freight;
        long asked;
        long askedToday;

        void add(GuaranteeRun.Outcome outcome) {
            parcels += outcome.parcels();
            parcelsHeld += outcome.parcelsHeld();
            piecesHeld += outcome.piecesHeld();
            premiums += outcome.premiums();
            losses += outcome.losses();
            freight += outcome.freight();
            asked += outcome.asked();
            askedToday += outcome.askedToday();
        }
    }
}
