package io.sampan.people.preference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Learns from many people's choices how tastes are spread among people: where to begin with somebody of whom nothing is known, and how much to believe one
 * choice. By expectation and maximisation: what each person's tastes may be, weighed by how well it explains all of their choices, makes the next
 * estimate of how all tastes are spread.
 */
public final class Population {
    private static final int DRAWS = 512;
    private static final int ROUNDS = 60;
    /** A first guess that is wider than what is looked for: it narrows fast and widens slowly. */
    private static final double WIDE = 4;

    private static final double FLOOR = 1e-4;

    private Population() {}

    /** @param people the choices of each, in any order; some choices at least */
    public static Tastes learn(List<List<Choice>> people) {
        var pooled = Logit.fit(people.stream().flatMap(List::stream).toList());
        int features = pooled.worth().length;
        var wide = CommonOps_DDRM.identity(features);
        CommonOps_DDRM.scale(WIDE, wide);
        var believed = new Tastes(pooled.worth(), wide);
        var standard = Draws.standard(DRAWS, features);
        for (int round = 0; round < ROUNDS; round++) {
            var draws = Draws.of(standard, believed.mean(), believed.spread());
            believed = firm(Tastes.weighed(draws, weights(draws, people)));
        }
        return believed;
    }

    /** How much each point explains of all people together: each person gives one in all. */
    private static double[] weights(DMatrixRMaj draws, List<List<Choice>> people) {
        return people.parallelStream()
                .map(choices -> weights(draws, choices, draws.numCols))
                .reduce(new double[draws.numRows], Population::sum, Population::sum);
    }

    private static double[] weights(DMatrixRMaj draws, List<Choice> choices, int features) {
        var logs = new double[draws.numRows];
        var worth = new double[features];
        for (int draw = 0; draw < logs.length; draw++) {
            Tastes.copy(draws, draw, worth);
            for (var choice : choices) {
                logs[draw] += Math.log(Logit.probabilities(worth, choice.options())[choice.chosen()]);
            }
        }
        double most = Arrays.stream(logs).max().orElse(0);
        var weights = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] sum(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] + other[i])
                .toArray();
    }

    private static Tastes firm(Tastes believed) {
        var covariance = believed.spread().copy();
        for (int feature = 0; feature < covariance.numRows; feature++) {
            covariance.add(feature, feature, FLOOR);
        }
        return new Tastes(believed.mean(), covariance);
    }
}
