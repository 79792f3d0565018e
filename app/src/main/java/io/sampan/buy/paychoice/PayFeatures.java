package io.sampan.buy.paychoice;

import io.sampan.outside.gateway.PayMethod;
import io.sampan.people.preference.Tastes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to pay as the learner sees it: which it is, whether the person paid by it last, and at which place it was shown.
 *
 * @param methods all that there are, in an order that stays
 */
record PayFeatures(List<PayMethod> methods) {
    private static final int OTHERS = 2;
    /** A method is worth so much less for each place further back in what a country uses. */
    private static final double STEP = 0.5;
    /** And so much less when the country does not name it. */
    private static final double UNNAMED = 1;

    private static final double BY_METHOD = 1.5;
    private static final double LAST = 1;
    private static final double LAST_DEVIATION = 0.6;
    private static final double PLACE = 0.3;
    private static final double PLACE_DEVIATION = 0.15;

    PayFeatures {
        methods = List.copyOf(methods);
    }

    /**
     * The options as they are shown.
     *
     * @param last the method of the last payment that succeeded
     */
    double[][] of(List<PayMethod> shown, @Nullable PayMethod last) {
        var options = unplaced(shown, last);
        for (int place = 0; place < options.length; place++) {
            options[place][methods.size() + 1] = -Math.log1p(place);
        }
        return options;
    }

    /** The options by themselves, wherever they stand. */
    double[][] unplaced(List<PayMethod> offered, @Nullable PayMethod last) {
        var options = new double[offered.size()][methods.size() + OTHERS];
        for (int option = 0; option < options.length; option++) {
            int which = methods.indexOf(offered.get(option));
            if (which >= 0) {
                options[option][which] = 1;
            }
            options[option][methods.size()] = offered.get(option).equals(last) ? 1 : 0;
        }
        return options;
    }

    /** What is believed before anybody chose. @param usual what a country's people use, the most usual first, by id */
    double[] begin(List<String> usual) {
        var mean = new double[methods.size() + OTHERS];
        for (int which = 0; which < methods.size(); which++) {
            int place = usual.indexOf(methods.get(which).id());
            mean[which] = place < 0 ? -STEP * usual.size() - UNNAMED : -STEP * place;
        }
        mean[methods.size()] = LAST;
        mean[methods.size() + 1] = PLACE;
        return mean;
    }

    /** How widely people may differ, before anybody chose, around this mean. */
    Tastes around(double[] mean) {
        var spread = new double[mean.length][mean.length];
        for (int feature = 0; feature < mean.length; feature++) {
            double deviation =
                    feature < methods.size() ? BY_METHOD : feature == methods.size() ? LAST_DEVIATION : PLACE_DEVIATION;
            spread[feature][feature] = deviation * deviation;
        }
        return Tastes.of(mean, spread);
    }
}
