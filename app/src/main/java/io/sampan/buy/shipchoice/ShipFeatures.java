package io.sampan.buy.shipchoice;

import io.sampan.outside.carrier.LineId;
import io.sampan.people.preference.Tastes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to the door as the learner sees it: beside the cheapest and the fastest of those that are offered. */
final class ShipFeatures {
    /** A belief that was kept by other features counts for nothing. */
    static final String NAMES = "dearer yuan slower days doubt prepaid last place";

    private static final int COUNT = 8;
    private static final int PLACE = COUNT - 1;
    private static final double FEN_OF_ONE = 10_000;
    private static final double DAYS_OF_ONE = 7;
    private static final double DEARER = 5;
    private static final double SLOWER = 2;

    /** What people are taken to like before anybody chose, and how widely they may differ. */
    private static final double[] MEAN = {1, 1.5, 0.7, 1, 0.2, 1.2, 0.6, 0.2};

    private static final double[] DEVIATION = {1, 1.5, 1, 1.2, 0.5, 1, 0.6, 0.15};
    /** What hurry does to what a feature is worth: cost counts less, days count more. */
    private static final double[] HURRY = {-1, -1, 1, 1, 0, 0, 0, 0};

    private ShipFeatures() {}

    static Tastes begin() {
        var spread = new double[COUNT][COUNT];
        for (int feature = 0; feature < COUNT; feature++) {
            spread[feature][feature] = DEVIATION[feature] * DEVIATION[feature];
        }
        return Tastes.of(MEAN.clone(), spread);
    }

    /** How tastes move when somebody says how urgent things are. @param deviations of how people differ */
    static double[] hurried(double deviations, Tastes people) {
        var by = HURRY.clone();
        for (int feature = 0; feature < COUNT; feature++) {
            by[feature] *= deviations * people.deviation(feature);
        }
        return by;
    }

    /** The options as they are shown. @param last the line of this person's last order; null before it */
    static double[][] shown(List<ShipOption> shown, @Nullable LineId last) {
        var options = of(shown, last);
        for (int place = 0; place < options.length; place++) {
            options[place][PLACE] = -Math.log1p(place);
        }
        return options;
    }

    /** The options by themselves, wherever they stand. */
    static double[][] of(List<ShipOption> offered, @Nullable LineId last) {
        long cheapest =
                Math.max(1, offered.stream().mapToLong(ShipOption::fen).min().orElse(1));
        int fastest = Math.max(
                1, offered.stream().mapToInt(ShipOption::mostDays).min().orElse(1));
        return offered.stream()
                .map(one -> new double[] {
                    -DEARER * Math.log((double) Math.max(1, one.fen()) / cheapest),
                    -(one.fen() - cheapest) / FEN_OF_ONE,
                    -SLOWER * Math.log((double) Math.max(1, one.mostDays()) / fastest),
                    -(one.mostDays() - fastest) / DAYS_OF_ONE,
                    -one.doubtDays() / DAYS_OF_ONE,
                    one.prepaid() ? 1 : 0,
                    one.line().equals(last) ? 1 : 0,
                    0
                })
                .toArray(double[][]::new);
    }
}
