package io.sampan.people.preference;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a person's tastes, and how surely: what each feature is worth to them is normally distributed, all features together. Each choice
 * moves that belief by Bayes' rule; what comes of it is again held as a mean and a covariance (assumed-density filtering with exact moments), so that a
 * person's state is small whatever they did. Two who chose the same in another order may be believed to differ a little.
 */
public final class Tastes {
    private static final int DRAWS = 1_024;

    private final double[] mean;
    private final DMatrixRMaj covariance;

    /** Made when first needed; two threads may both make the same. */
    private @Nullable DMatrixRMaj draws;

    Tastes(double[] mean, DMatrixRMaj covariance) {
        this.mean = mean.clone();
        this.covariance = covariance.copy();
    }

    /**
     * A belief as it was kept.
     *
     * @param mean what each feature is worth
     * @param covariance symmetric and positive definite
     */
    public static Tastes of(double[] mean, double[][] covariance) {
        return new Tastes(mean, new DMatrixRMaj(covariance));
    }

    /** What each feature is worth, as far as is known. */
    public double[] mean() {
        return mean.clone();
    }

    /** How far from the mean a feature's worth usually is. */
    public double deviation(int feature) {
        return Math.sqrt(covariance.get(feature, feature));
    }

    /** To keep it: {@link #of} makes the same of it. */
    public double[][] covariance() {
        var rows = new double[mean.length][mean.length];
        for (int row = 0; row < mean.length; row++) {
            for (int column = 0; column < mean.length; column++) {
                rows[row][column] = covariance.get(row, column);
            }
        }
        return rows;
    }

    /** How likely each of these options is chosen, over all that the tastes may be; they sum to one. */
    public double[] probabilities(double[][] options) {
        var draws = draws();
        var chances = new double[options.length];
        var worth = new double[mean.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            copy(draws, draw, worth);
            var some = Logit.probabilities(worth, options);
            for (int option = 0; option < chances.length; option++) {
                chances[option] += some[option] / DRAWS;
            }
        }
        return chances;
    }

    /** What is believed after they chose. */
    public Tastes after(Choice choice) {
        var draws = draws();
        var weights = new double[DRAWS];
        var worth = new double[mean.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            copy(draws, draw, worth);
            weights[draw] = Logit.probabilities(worth, choice.options())[choice.chosen()];
        }
        return weighed(draws, weights);
    }

    /** The same belief about somewhere else: what each feature is worth is more by so much, and as sure as before. */
    public Tastes moved(double[] by) {
        var there = mean.clone();
        for (int feature = 0; feature < there.length; feature++) {
            there[feature] += by[feature];
        }
        return new Tastes(there, covariance);
    }

    private DMatrixRMaj draws() {
        var made = draws;
        if (made == null) {
            made = Draws.of(Standard.of(mean.length), mean, covariance);
            draws = made;
        }
        return made;
    }

    /** Mean and covariance of points with weights, which need not sum to one. */
    static Tastes weighed(DMatrixRMaj draws, double[] weights) {
        int features = draws.numCols;
        var mean = new double[features];
        double sum = 0;
        for (int draw = 0; draw < weights.length; draw++) {
            sum += weights[draw];
            for (int feature = 0; feature < features; feature++) {
                mean[feature] += weights[draw] * draws.get(draw, feature);
            }
        }
        for (int feature = 0; feature < features; feature++) {
            mean[feature] /= sum;
        }
        var covariance = new DMatrixRMaj(features, features);
        for (int draw = 0; draw < weights.length; draw++) {
            for (int row = 0; row < features; row++) {
                double off = weights[draw] / sum * (draws.get(draw, row) - mean[row]);
                for (int column = 0; column < features; column++) {
                    covariance.add(row, column, off * (draws.get(draw, column) - mean[column]));
                }
            }
        }
        return new Tastes(mean, covariance);
    }

    static void copy(DMatrixRMaj draws, int draw, double[] worth) {
        System.arraycopy(draws.data, draw * draws.numCols, worth, 0, worth.length);
    }

    DMatrixRMaj spread() {
        return covariance;
    }

    /** The points for each number of features, made once. */
    private static final class Standard {
        private static final int MOST_FEATURES = 32;
        private static final DMatrixRMaj[] MADE = new DMatrixRMaj[MOST_FEATURES + 1];

        private Standard() {}

        static synchronized DMatrixRMaj of(int features) {
            if (MADE[features] == null) {
                MADE[features] = Draws.standard(DRAWS, features);
            }
            return MADE[features];
        }
    }
}
