package io.sampan.deliver.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.deliver.shipping.TransitTime.Way;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.outside.carrier.LineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransitModelTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Way GERMANY = way("DE");
    private static final Way SPAIN = way("ES");

    private final Random random = new Random(3);

    @Test
    void whoKnowsNothingSaysWhatTheLinePromises() {
        var window = new TransitModel().window(GERMANY);
        assertThat(window.from()).isBetween(9 * 24.0, 11 * 24.0);
        assertThat(window.to()).isBetween(14 * 24.0, 16 * 24.0);
    }

    @Test
    void fourOfFiveArriveWithinTheWindow() {
        var model = new TransitModel();
        int held = 0;
        for (int i = 0; i < 3_000; i++) {
            double hours = hours(11.5);
            held += i >= 1_000 && model.window(GERMANY).holds(hours) ? 1 : 0;
            model.learn(took(GERMANY, hours));
        }
        assertThat(held / 2_000.0).isBetween(0.78, 0.82);
        assertThat(model.size()).isEqualTo(TransitModel.WINDOW);
    }

    @Test
    void everyCountryHasItsOwnPace() {
        var model = new TransitModel();
        for (int i = 0; i < 200; i++) {
            model.learn(took(GERMANY, hours(10)));
            model.learn(took(SPAIN, hours(14)));
        }
        assertThat(model.window(GERMANY).to()).isLessThan(model.window(SPAIN).from());
    }

    @Test
    void aSlowSeasonWidensTheWindow() {
        var model = new TransitModel();
        for (int i = 0; i < 400; i++) {
            model.learn(took(GERMANY, hours(11)));
        }
        var before = model.window(GERMANY);
        for (int i = 0; i < 60; i++) {
            model.learn(took(GERMANY, hours(14)));
        }
        assertThat(model.window(GERMANY).to()).isGreaterThan(before.to() + 12);
    }

    @Test
    void whatIsLongOnItsWayComesLaterThanWhatJustLeft() {
        var model = new TransitModel();
        for (int i = 0; i < 400; i++) {
            model.learn(took(GERMANY, hours(11)));
        }
        var late = Duration.ofDays(12);
        var window = model.window(GERMANY, late).orElseThrow();
        assertThat(window.from()).isGreaterThanOrEqualTo(12 * 24.0);
        assertThat(window.to()).isGreaterThan(model.window(GERMANY).to());
        assertThat(model.window(GERMANY, Duration.ofDays(60))).isEmpty();
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatThrownBy(() -> new TransitTime(new ParcelId(UUID.randomUUID()), GERMANY, NOON, NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Way(new LineId("economy"), "DE", 5, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private double hours(double days) {
        return 24 * days * Math.exp(0.1 * random.nextGaussian());
    }

    private static TransitTime took(Way way, double hours) {
        return new TransitTime(new ParcelId(UUID.randomUUID()), way, NOON, NOON.plusSeconds(Math.round(hours * 3_600)));
    }

    private static Way way(String country) {
        return new Way(new LineId("economy"), country, 9, 16);
    }
}
