package io.sampan.browse.weight;

/**
 * A normal distribution over the logarithm of a weight or a measure.
 *
 * @param variance above zero; infinite where nothing is known
 */
record Belief(double mean, double variance) {
    static final Belief NOTHING = new Belief(0, Double.POSITIVE_INFINITY);

    /** Both are independent evidence of the same figure. */
    Belief and(Belief other) {
        if (Double.isInfinite(other.variance)) {
            return this;
        }
        if (Double.isInfinite(variance)) {
            return other;
        }
        double precision = 1 / variance + 1 / other.variance;
        return new Belief((mean / variance + other.mean / other.variance) / precision, 1 / precision);
    }

    /** What is believed of something that differs from this by chance. */
    Belief spread(double more) {
        return new Belief(mean, variance + more);
    }

    /** Either of two, seen as one normal distribution of the same mean and variance. @param share of this one, from 0 to 1 */
    Belief mixed(double share, Belief other) {
        double middle = share * mean + (1 - share) * other.mean;
        double off = mean - other.mean;
        return new Belief(middle, share * variance + (1 - share) * other.variance + share * (1 - share) * off * off);
    }

    double deviation() {
        return Math.sqrt(variance);
    }

    /** How likely the figure is about here. */
    double density(double value) {
        double off = value - mean;
        return Math.exp(-off * off / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    }
}
