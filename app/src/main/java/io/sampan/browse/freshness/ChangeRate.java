package io.sampan.browse.freshness;

import java.time.Duration;

/**
 * What looks have told of how often something changes: a Poisson process that is seen only at the looks. A look shows whether anything changed since
 * the one before, not how often; so a change counts as the number of changes to expect in that time, given that there was one (one step of
 * expectation maximisation), and the rate is changes by days.
 *
 * @param changes that there were, as far as looks can tell; older ones count less
 * @param days that were watched; older ones count less
 */
record ChangeRate(double changes, double days) {
    static final ChangeRate UNKNOWN = new ChangeRate(0, 0);

    /** Below this many expected changes the series' first terms say the same without dividing by nearly nothing. */
    private static final double FEW = 1e-6;

    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

    /**
     * @param since time between the two looks
     * @param changed whether the second saw something else than the first
     * @param believed changes per day that were expected before this look
     * @param memory after this time what was learnt counts for 1/e
     */
    ChangeRate after(Duration since, boolean changed, double believed, Duration memory) {
        double watched = inDays(since);
        double kept = Math.exp(-watched / inDays(memory));
        double seen = changed ? changesGivenOne(believed * watched) : 0;
        return new ChangeRate(changes * kept + seen, days * kept + watched);
    }

    /** Changes per day, drawn towards what is known of its kind as if that had been watched for so many changes. */
    double perDay(double ofItsKind, double strength) {
        return (changes + strength) / (days + strength / ofItsKind);
    }

    static double inDays(Duration time) {
        return time.toMillis() / MILLIS_OF_DAY;
    }

    private static double changesGivenOne(double expected) {
        return expected < FEW ? 1 + expected / 2 : expected / -Math.expm1(-expected);
    }
}
