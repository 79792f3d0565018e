package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InterestTest {
    static final Duration TREND = Duration.ofHours(3);
    static final Duration SEASON = Duration.ofDays(7);

    static Interest steady(double perHour, Duration time) {
        var interest = Interest.NONE;
        for (int hour = 0; hour < time.toHours(); hour++) {
            interest = interest.after(Duration.ofHours(1), TREND, SEASON).plus(perHour);
        }
        return interest;
    }

    @Test
    void steadyViewsAreExpectedToGoOn() {
        assertThat(steady(4, Duration.ofDays(60)).perDay(TREND, SEASON)).isCloseTo(96, withPercentage(5));
    }

    @Test
    void halvesOnBothScales() {
        var one = Interest.NONE.plus(8).after(TREND, TREND, SEASON);
        assertThat(one.lately()).isCloseTo(4, withPercentage(0.001));
        assertThat(Interest.NONE.plus(8).after(SEASON, TREND, SEASON).usually()).isCloseTo(4, withPercentage(0.001));
        assertThat(one.after(Duration.ofHours(-1), TREND, SEASON)).isEqualTo(one);
    }

    @Test
    void aTrendIsNoticedWithinHours() {
        var trending = Interest.NONE;
        for (int hour = 0; hour < 3; hour++) {
            trending = trending.after(Duration.ofHours(1), TREND, SEASON).plus(50);
        }
        assertThat(trending.perDay(TREND, SEASON)).isGreaterThan(400);
    }

    @Test
    void aQuietHourDoesNotMakeItDead() {
        var steady = steady(4, Duration.ofDays(60));
        var quiet = steady.after(Duration.ofHours(2), TREND, SEASON);
        assertThat(quiet.perDay(TREND, SEASON)).isGreaterThan(60);
    }

    @Test
    void whatIsNoLongerLookedAtIsForgottenFasterThanItsSeason() {
        var steady = steady(40, Duration.ofDays(60));
        assertThat(steady.after(Duration.ofDays(1), TREND, SEASON).perDay(TREND, SEASON))
                .isLessThan(60);
    }
}
