package io.sampan.people.preference;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The multinomial logit (McFadden 1974): an option is chosen with a probability proportional to e raised to its utility, and that is the sum of its
 * features, each times what it is worth.
 *
 * @param worth of each feature
 * @param logLikelihood of the choices that it was fitted to
 */
public record Logit(double[] worth, double logLikelihood) {
    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 30;
    private static final double CLOSE = 1e-10;
    /** Keeps a feature in which no options differ from having no answer. */
    private static final double RIDGE = 1e-9;

    /**
     * The most likely worth of each feature, by Newton's method with the exact gradient and Hessian; the likelihood has one summit.
     *
     * @param choices one at least
     */
    public static Logit fit(List<Choice> choices) {
        int features = choices.getFirst().features();
        var worth = new double[features];
        var here = Slope.at(worth, choices);
        for (int step = 0; step < MOST_STEPS; step++) {
            var move = here.step();
            double length = 1;
            var next = moved(worth, move, length);
            var there = Slope.at(next, choices);
            for (int halving = 0; halving < MOST_HALVINGS && there.likelihood < here.likelihood; halving++) {
                length /= 2;
                next = moved(worth, move, length);
                there = Slope.at(next, choices);
            }
            boolean arrived = Arrays.stream(move).map(Math::abs).max().orElse(0) * length < CLOSE;
            worth = next;
            here = there;
            if (arrived) {
                break;
            }
        }
        return new Logit(worth, here.likelihood);
    }

    /** How likely each of these options is chosen; they sum to one. */
    public double[] probabilities(double[][] options) {
        return probabilities(worth, options);
    }

    static double[] probabilities(double[] worth, double[][] options) {
        var chances = new double[options.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int option = 0; option < options.length; option++) {
            chances[option] = utility(worth, options[option]);
            most = Math.max(most, chances[option]);
        }
        double sum = 0;
        for (int option = 0; option < options.length; option++) {
            chances[option] = Math.exp(chances[option] - most);
            sum += chances[option];
        }
        for (int option = 0; option < options.length; option++) {
            chances[option] /= sum;
        }
        return chances;
    }

    private static double utility(double[] worth, double[] option) {
        double utility = 0;
        for (int feature = 0; feature < worth.length; feature++) {
            utility += worth[feature] * option[feature];
        }
        return utility;
    }

    private static double[] moved(double[] from, double[] move, double length) {
        var to = from.clone();
        for (int feature = 0; feature < to.length; feature++) {
            to[feature] += length * move[feature];
        }
        return to;
    }

    /** The likelihood at one place, how steep it is there, and how it bends. */
    private static final class Slope {
        final int features;
        final double[] gradient;
        final DMatrixRMaj bend;
        double likelihood;

        private Slope(int features) {
            this.features = features;
            this.gradient = new double[features];
            this.bend = CommonOps_DDRM.identity(features);
            CommonOps_DDRM.scale(RIDGE, bend);
        }

        static Slope at(double[] worth, List<Choice> choices) {
            var slope = new Slope(worth.length);
            choices.forEach(choice -> slope.add(worth, choice));
            return slope;
        }

        private void add(double[] worth, Choice choice) {
            var chances = probabilities(worth, choice.options());
            likelihood += Math.log(chances[choice.chosen()]);
            var mean = new double[features];
            for (int option = 0; option < chances.length; option++) {
                for (int feature = 0; feature < features; feature++) {
                    mean[feature] += chances[option] * choice.options()[option][feature];
                }
            }
            for (int feature = 0; feature < features; feature++) {
                gradient[feature] += choice.options()[choice.chosen()][feature] - mean[feature];
            }
            for (int option = 0; option < chances.length; option++) {
                bendBy(chances[option], choice.options()[option], mean);
            }
        }

        private void bendBy(double chance, double[] option, double[] mean) {
            for (int row = 0; row < features; row++) {
                for (int column = 0; column < features; column++) {
                    bend.add(row, column, chance * (option[row] - mean[row]) * (option[column] - mean[column]));
                }
            }
        }

        double[] step() {
            var step = new DMatrixRMaj(features, 1);
            if (!CommonOps_DDRM.solve(bend, new DMatrixRMaj(gradient), step)) {
                throw new IllegalStateException("The likelihood is flat");
            }
            return step.getData().clone();
        }
    }
}
