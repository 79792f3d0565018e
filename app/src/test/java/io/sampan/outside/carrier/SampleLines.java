package io.sampan.outside.carrier;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;

/** The lines that the app is shipped with, for tests of rooms that price by them. */
public final class SampleLines {
    private SampleLines() {}

    public static Lines shipped() {
        try {
            return new Lines(settings());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    public static TrackingNumbers numbers() {
        try {
            return new TrackingNumbers(settings());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static CarrierSettings settings() {
        return new CarrierSettings(
                new ClassPathResource("rules/carrier/lines.csv"),
                new ClassPathResource("rules/carrier/zones.csv"),
                new ClassPathResource("rules/carrier/numbers.csv"));
    }
}
