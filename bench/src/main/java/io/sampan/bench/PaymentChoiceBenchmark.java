package io.sampan.bench;

import io.sampan.bench.paychoice.PayChoiceRun;
import io.sampan.buy.paychoice.PayChooser;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.PayMethodsOfATest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The shop's ranking of ways to pay before a population whose true tastes it does not know: how often what it shows first is chosen, against what each
 * person used most, what reports say of their country, and what somebody would foretell who knew their tastes.
 */
final class PaymentChoiceBenchmark implements Benchmark {
    private static final int PEOPLE = 10_000;
    private static final int SEED = 20_261_127;
    private static final double DIGITS = 1e4;

    @Override
    public String name() {
        return "payment-choice";
    }

    @Override
    public String purpose() {
        return "which way to pay is shown first, for people of hidden tastes   [people] [seed]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int people = Figures.number(arguments, 0, PEOPLE);
        var random = new Random(Figures.number(arguments, 1, SEED));
        try {
            var methods = PayMethodsOfATest.all(Clock.systemUTC());
            var all = PayMethodsOfATest.named(methods);
            var chooser = new PayChooser(all, methods::usual, PayMethodsOfATest.fees());
            var run = new PayChoiceRun(methods, chooser, random);
            long begin = System.nanoTime();
            run.live(people, all);
            var figures = figures(run, all);
            figures.put("seconds", (System.nanoTime() - begin) / 1_000_000_000);
            return figures;
        } catch (IOException e) {
            throw new CouldNotMeasure("the rules cannot be read", e);
        }
    }

    private static Map<String, Object> figures(PayChoiceRun run, List<PayMethod> all) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("top1", rounded(run.learner().rate()));
        figures.put("top1Frequency", rounded(run.frequency().rate()));
        figures.put("top1CountryPrior", rounded(run.prior().rate()));
        figures.put("logLoss", rounded(run.learner().logLoss()));
        figures.put("falseAlarms", run.falseAlarms(all));
        figures.put("attemptsToNoticeOutage", run.triesToNoticeAnOutage(all));
        figures.put("calibrationError", rounded(run.learner().miscalibration()));
        figures.put("top1OfNewcomers", rounded(run.newcomers().getFirst().rate()));
        figures.put(
                "top1OfNewcomersByFrequency", rounded(run.newcomers().getLast().rate()));
        figures.put("top1InYuan", rounded(run.inYuan().getFirst().rate()));
        figures.put("top1InYuanByFrequency", rounded(run.inYuan().getLast().rate()));
        figures.put("top1IfTastesWereKnown", rounded(run.oracle().rate()));
        figures.put("judged", run.learner().count());
        figures.put("failedTries", rounded(run.failed()));
        return figures;
    }

    private static double rounded(double figure) {
        return Math.round(figure * DIGITS) / DIGITS;
    }
}
