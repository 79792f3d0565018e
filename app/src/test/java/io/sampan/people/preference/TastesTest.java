package io.sampan.people.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TastesTest {
    private static final double[][] TWO = {{1}, {0}};

    private final Tastes unknown = Tastes.of(new double[] {0.5}, new double[][] {{4}});

    @Test
    void aChoiceMovesTheBeliefAsBayesSays() {
        var after = unknown.after(new Choice(TWO, 0));
        double[] exact = integrated();
        assertThat(after.mean()[0]).isCloseTo(exact[1], within(0.03));
        assertThat(after.deviation(0)).isCloseTo(exact[2], within(0.03));
        assertThat(unknown.probabilities(TWO)[0]).isCloseTo(exact[0], within(0.01));
    }

    /** Probability of the first option, then mean and deviation after it was chosen, summed over a fine grid. */
    private static double[] integrated() {
        double all = 0;
        double chosen = 0;
        double mean = 0;
        double square = 0;
        for (double worth = -12; worth <= 13; worth += 0.001) {
            double prior = Math.exp(-(worth - 0.5) * (worth - 0.5) / 8);
            double likelihood = 1 / (1 + Math.exp(-worth));
            all += prior;
            chosen += prior * likelihood;
            mean += prior * likelihood * worth;
            square += prior * likelihood * worth * worth;
        }
        double after = mean / chosen;
        return new double[] {chosen / all, after, Math.sqrt(square / chosen - after * after)};
    }

    @Test
    void whatIsUncertainIsForetoldMoreCarefully() {
        var sure = Tastes.of(new double[] {3}, new double[][] {{0.01}});
        var unsure = Tastes.of(new double[] {3}, new double[][] {{9}});
        assertThat(unsure.probabilities(TWO)[0]).isBetween(0.5, sure.probabilities(TWO)[0]);
    }

    @Test
    void everyChoiceMakesItSurerAndTheTruthIsFound() {
        double[] truth = {2, -1};
        var tastes = Tastes.of(new double[] {0, 0}, new double[][] {{4, 0}, {0, 4}});
        for (var choice : People.choices(truth, 400, new SplittableRandom(3))) {
            tastes = tastes.after(choice);
        }
        for (int feature = 0; feature < truth.length; feature++) {
            assertThat(tastes.mean()[feature]).isCloseTo(truth[feature], within(0.5));
            assertThat(tastes.deviation(feature)).isLessThan(0.35);
        }
    }

    @Test
    void theSameChoicesMakeTheSameBeliefAndAKeptOneGoesOnAsItWas() {
        var choice = new Choice(TWO, 1);
        var once = unknown.after(choice);
        var kept = Tastes.of(once.mean(), once.covariance());
        assertThat(kept.after(choice).mean())
                .isEqualTo(unknown.after(choice).after(choice).mean());
    }

    @Test
    void probabilitiesSumToOne() {
        assertThat(Arrays.stream(unknown.probabilities(new double[][] {{1}, {0}, {-2}, {0.3}}))
                        .sum())
                .isCloseTo(1, within(1e-9));
    }
}
