package io.sampan.people.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogitTest {
    @Test
    void ofTwoOptionsAndOneConstantTheWorthIsTheLogOfTheOdds() {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < 100; i++) {
            choices.add(new Choice(new double[][] {{1}, {0}}, i < 80 ? 0 : 1));
        }
        var fitted = Logit.fit(choices);
        assertThat(fitted.worth()[0]).isCloseTo(Math.log(4), within(1e-9));
        assertThat(fitted.logLikelihood()).isCloseTo(80 * Math.log(0.8) + 20 * Math.log(0.2), within(1e-9));
        assertThat(fitted.probabilities(new double[][] {{1}, {0}})[0]).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void findsTheTastesThatMadeTheChoices() {
        double[] worth = {1.5, -2, 0.7};
        var random = new SplittableRandom(11);
        var fitted = Logit.fit(People.choices(worth, 20_000, random));
        for (int feature = 0; feature < worth.length; feature++) {
            assertThat(fitted.worth()[feature]).isCloseTo(worth[feature], within(0.1));
        }
    }

    @Test
    void aFeatureInWhichNoOptionsDifferIsWorthNothing() {
        var choices =
                List.of(new Choice(new double[][] {{1, 5}, {0, 5}}, 0), new Choice(new double[][] {{1, 5}, {0, 5}}, 1));
        assertThat(Logit.fit(choices).worth()[1]).isZero();
    }

    @Test
    void whatIsNoChoiceIsRefused() {
        assertThatThrownBy(() -> new Choice(new double[][] {}, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Choice(new double[][] {{1}}, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Choice(new double[][] {{1}, {1, 2}}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Choice(new double[][] {{Double.NaN}}, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
