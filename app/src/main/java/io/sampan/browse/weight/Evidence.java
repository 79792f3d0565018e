package io.sampan.browse.weight;

/** Independent evidence of one figure added up, so that each can be taken away again. */
final class Evidence {
    private double precision;
    private double weighted;

    void add(Belief one) {
        precision += 1 / one.variance();
        weighted += one.mean() / one.variance();
    }

    void remove(Belief one) {
        precision -= 1 / one.variance();
        weighted -= one.mean() / one.variance();
    }

    /** What all of it says together. */
    Belief all() {
        return of(precision, weighted);
    }

    /** What all of it says but for this one. @param one that was added */
    Belief without(Belief one) {
        return Double.isInfinite(one.variance())
                ? all()
                : of(precision - 1 / one.variance(), weighted - one.mean() / one.variance());
    }

    private static Belief of(double precision, double weighted) {
        // What is left of rounding after the last one was taken away is nothing.
        return precision < 1e-9 ? Belief.NOTHING : new Belief(weighted / precision, 1 / precision);
    }
}
