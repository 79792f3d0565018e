package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangeRateTest {
    static final Duration DAY = Duration.ofDays(1);
    static final Duration MEMORY = Duration.ofDays(60);

    @Test
    void aLookThatSawNothingOnlyAddsTime() {
        var rate = ChangeRate.UNKNOWN.after(DAY, false, 0.3, MEMORY);
        assertThat(rate).isEqualTo(new ChangeRate(0, 1));
    }

    @Test
    void aChangeThatWasSeenMayHaveBeenSeveral() {
        assertThat(ChangeRate.UNKNOWN.after(DAY, true, 5, MEMORY).changes()).isBetween(5.0, 5.1);
        assertThat(ChangeRate.UNKNOWN.after(DAY, true, 1e-9, MEMORY).changes()).isCloseTo(1, withPercentage(0.001));
    }

    @Test
    void whatLiesBackCountsLess() {
        var old = new ChangeRate(10, 10);
        var now = old.after(MEMORY, false, 0.3, MEMORY);
        assertThat(now.changes()).isCloseTo(10 / Math.E, withPercentage(0.001));
        assertThat(now.days()).isCloseTo(10 / Math.E + 60, withPercentage(0.001));
    }

    @Test
    void isDrawnTowardsItsKindTheLessItIsKnown() {
        assertThat(ChangeRate.UNKNOWN.perDay(0.3, 1)).isCloseTo(0.3, withPercentage(0.001));
        assertThat(new ChangeRate(2, 1).perDay(0.3, 1)).isBetween(0.3, 2.0);
        assertThat(new ChangeRate(2000, 1000).perDay(0.3, 1)).isCloseTo(2, withPercentage(1));
    }
}
