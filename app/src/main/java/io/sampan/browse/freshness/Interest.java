package io.sampan.browse.freshness;

import java.time.Duration;

/**
 * How much something is looked at, on two scales of time: as a rule, and just now. What trends is noticed within hours, and what is looked at
 * steadily is not taken for dead because of a quiet hour.
 *
 * @param lately views, each counting less with its age, on the scale of a trend
 * @param usually the same on the scale of a season
 */
public record Interest(double lately, double usually) {
    static final Interest NONE = new Interest(0, 0);

    private static final double LN2 = Math.log(2);

    /** How many standard deviations of chance the last hours must differ by, to be believed more than the rule. */
    private static final double DOUBT = 1;

    Interest plus(double views) {
        return new Interest(lately + views, usually + views);
    }

    Interest after(Duration time, Duration trend, Duration season) {
        return time.isPositive() ? new Interest(lately * left(time, trend), usually * left(time, season)) : this;
    }

    /** Views per day to expect: as usual, unless the last hours are surely above or below that. */
    double perDay(Duration trend, Duration season) {
        double window = ChangeRate.inDays(trend) / LN2;
        double chance = DOUBT * Math.sqrt(lately);
        double usual = usually * LN2 / ChangeRate.inDays(season);
        double most = (lately + chance + DOUBT * DOUBT) / window;
        return Math.max(Math.min(usual, most), (lately - chance) / window);
    }

    private static double left(Duration time, Duration halfLife) {
        return Math.exp(-LN2 * time.toMillis() / halfLife.toMillis());
    }
}
