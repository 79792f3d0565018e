package io.sampan.people.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final double[] MEAN = {1, -0.5};

    @Test
    void findsHowTastesAreSpreadAmongPeople() {
        var found = Population.learn(people(200, 12, 1.5));
        for (int feature = 0; feature < MEAN.length; feature++) {
            assertThat(found.mean()[feature]).isCloseTo(MEAN[feature], within(0.4));
            assertThat(found.deviation(feature)).isCloseTo(1.5, within(0.4));
        }
    }

    @Test
    void findsThatPeopleAreAlike() {
        var found = Population.learn(people(200, 12, 0));
        assertThat(found.deviation(0)).isLessThan(0.5);
    }

    private static List<List<Choice>> people(int count, int choices, double deviation) {
        var random = new SplittableRandom(5);
        return IntStream.range(0, count)
                .mapToObj(_ -> People.choices(People.tastes(MEAN, deviation, random), choices, random))
                .toList();
    }
}
