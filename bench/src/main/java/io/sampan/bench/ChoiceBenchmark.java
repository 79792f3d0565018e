package io.sampan.bench;

import io.sampan.bench.choice.Score;
import io.sampan.bench.choice.Swissmetro;
import io.sampan.people.preference.Choice;
import io.sampan.people.preference.Logit;
import io.sampan.people.preference.Population;
import io.sampan.people.preference.Tastes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The shop's learner of preferences on choices that no one here made. It fits the published model to all rows; then people are dealt into five groups, and
 * for each group the pooled model and the spread of tastes are learnt from the other four. Within it each person's second and later choices are
 * foretold: by the pooled model, and from that person's earlier choices.
 */
final class ChoiceBenchmark implements Benchmark {
    private static final int GROUPS = 5;
    private static final long SEED = 7;
    private static final double DIGITS = 1e4;

    @Override
    public String name() {
        return "choice";
    }

    @Override
    public String purpose() {
        return "the learner of preferences on a published survey of choices   file.tsv[.gz]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        if (arguments.isEmpty()) {
            throw new CouldNotMeasure("name a file in the format of the Swissmetro survey");
        }
        try {
            return measured(Swissmetro.read(Path.of(arguments.getFirst())));
        } catch (IOException e) {
            throw new CouldNotMeasure("the file cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> measured(Swissmetro survey) throws CouldNotMeasure {
        var published = survey.people(Swissmetro.Features.PUBLISHED);
        var all = survey.people(Swissmetro.Features.ALL);
        if (published.size() < GROUPS) {
            throw new CouldNotMeasure("the file has choices of " + published.size() + " people only");
        }
        var rows = published.stream().flatMap(List::stream).toList();
        var fitted = Logit.fit(rows);
        System.out.printf("%d choices of %d people; worth of each feature:", rows.size(), published.size());
        for (double worth : fitted.worth()) {
            System.out.printf(" %.6f", worth);
        }
        System.out.println();
        var group = dealt(published.size());
        var pooled = new Score();
        var pooledOfAll = new Score();
        var person = new Score();
        for (int one = 0; one < GROUPS; one++) {
            foretell(pooled, published, group, one);
            foretell(pooledOfAll, all, group, one);
            learn(person, all, group, one);
            System.out.printf(
                    "group %d of %d: pooled %.4f, person %.4f%n", one + 1, GROUPS, pooled.logLoss(), person.logLoss());
        }
        return figures(rows.size(), fitted, List.of(pooled, pooledOfAll, person));
    }

    private static int[] dealt(int people) {
        var order = new ArrayList<>(IntStream.range(0, people).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        var group = new int[people];
        for (int place = 0; place < people; place++) {
            group[order.get(place)] = place % GROUPS;
        }
        return group;
    }

    private static void foretell(Score score, List<List<Choice>> people, int[] group, int one) {
        var pooled = Logit.fit(
                others(people, group, one).stream().flatMap(List::stream).toList());
        for (int person = 0; person < people.size(); person++) {
            if (group[person] == one) {
                people.get(person).stream()
                        .skip(1)
                        .forEach(choice -> score.add(pooled.probabilities(choice.options()), choice.chosen()));
            }
        }
    }

    private static void learn(Score score, List<List<Choice>> people, int[] group, int one) {
        var unknown = Population.learn(others(people, group, one));
        for (int person = 0; person < people.size(); person++) {
            if (group[person] == one) {
                follow(score, unknown, people.get(person));
            }
        }
    }

    private static void follow(Score score, Tastes unknown, List<Choice> choices) {
        var tastes = unknown.after(choices.getFirst());
        for (var choice : choices.subList(1, choices.size())) {
            score.add(tastes.probabilities(choice.options()), choice.chosen());
            tastes = tastes.after(choice);
        }
    }

    private static List<List<Choice>> others(List<List<Choice>> people, int[] group, int one) {
        return IntStream.range(0, people.size())
                .filter(person -> group[person] != one)
                .mapToObj(people::get)
                .toList();
    }

    /** @param scores of the published features pooled, of all features pooled, and of each person */
    private static Map<String, Object> figures(int rows, Logit fitted, List<Score> scores) {
        var pooled = scores.getFirst();
        var person = scores.getLast();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("rows", rows);
        figures.put("logLikelihood", Math.round(fitted.logLikelihood() * 1e3) / 1e3);
        figures.put("pooledLogLoss", rounded(pooled.logLoss()));
        figures.put("personLogLoss", rounded(person.logLoss()));
        figures.put("personLogLossGain", rounded(pooled.logLoss() - person.logLoss()));
        figures.put("pooledAccuracy", rounded(pooled.accuracy()));
        figures.put("personAccuracy", rounded(person.accuracy()));
        figures.put("pooledLogLossOfAllFeatures", rounded(scores.get(1).logLoss()));
        figures.put("pooledAccuracyOfAllFeatures", rounded(scores.get(1).accuracy()));
        figures.put("foretold", person.count());
        figures.put("groups", GROUPS);
        return figures;
    }

    private static double rounded(double figure) {
        return Math.round(figure * DIGITS) / DIGITS;
    }
}
