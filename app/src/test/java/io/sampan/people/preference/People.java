package io.sampan.people.preference;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** People of a test, whose tastes are known. */
final class People {
    private static final int OPTIONS = 3;

    private People() {}

    /** What somebody of these tastes chooses, each time among three options drawn at random. */
    static List<Choice> choices(double[] worth, int count, SplittableRandom random) {
        return IntStream.range(0, count).mapToObj(_ -> choice(worth, random)).toList();
    }

    private static Choice choice(double[] worth, SplittableRandom random) {
        var options = new double[OPTIONS][worth.length];
        for (var option : options) {
            for (int feature = 0; feature < option.length; feature++) {
                option[feature] = random.nextGaussian();
            }
        }
        var chances = Logit.probabilities(worth, options);
        double drawn = random.nextDouble();
        int chosen = 0;
        while (chosen < OPTIONS - 1 && drawn >= chances[chosen]) {
            drawn -= chances[chosen++];
        }
        return new Choice(options, chosen);
    }

    /** Somebody's tastes, spread around these. */
    static double[] tastes(double[] mean, double deviation, SplittableRandom random) {
        return Arrays.stream(mean)
                .map(one -> one + deviation * random.nextGaussian())
                .toArray();
    }
}
