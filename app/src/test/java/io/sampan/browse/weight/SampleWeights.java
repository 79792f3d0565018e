package io.sampan.browse.weight;

import io.sampan.ground.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;

/** Weights by the first estimates that the app is shipped with. */
public final class SampleWeights {
    private SampleWeights() {}

    /** As on an installation's first day. */
    public static Weights nothingWeighed(Clock clock) {
        try {
            return new Weights(new Categories(settings()), clock);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As the app keeps and learns them. */
    public static Weighings kept(TestDatabase database, Weights weights) {
        return new Weighings(new WeighedTable(database.jdbc()), weights, settings(), database.transactions());
    }

    static WeightSettings settings() {
        return new WeightSettings(
                new ClassPathResource("rules/weight/categories.csv"), 200_000, Duration.ofSeconds(30));
    }

    /** Learns at once, without a database. */
    public static void learn(Weights weights, Weighed weighed) {
        weights.learn(weighed);
    }
}
