package io.sampan.browse.freshness;

/**
 * What a look at an item is good for. It reads no clock.
 *
 * @param viewsPerDay to expect
 * @param changesPerDay to expect; above 0
 */
record Prospect(double viewsPerDay, double changesPerDay) {
    /** Below this many changes expected since the last look, the index is its own series' first terms. */
    private static final double SMALL = 1e-3;

    /**
     * Views until the next change that a look now would set right.
     *
     * @param expected changes since the last look; infinite when it surely changed
     */
    double gain(double expected) {
        return viewsPerDay / changesPerDay * lost(expected);
    }

    /** The same just before the item is shown: this view too, as likely as it is that something changed. */
    double gainWhenShown(double expected) {
        return staleness(expected) + gain(expected);
    }

    /** How likely it is that something changed, 0 to 1. */
    static double staleness(double expected) {
        return -Math.expm1(-expected);
    }

    /** {@code 1 − e^(−x)(1+x)}, exact for small x too. */
    private static double lost(double x) {
        if (x < SMALL) {
            return x * x / 2 - x * x * x / 3;
        }
        return Double.isInfinite(x) ? 1 : 1 - Math.exp(-x) * (1 + x);
    }
}
