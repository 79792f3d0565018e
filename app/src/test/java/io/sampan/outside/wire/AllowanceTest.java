package io.sampan.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.wire.Allowance.Wait;
import io.sampan.outside.wire.WireSettings.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** Four in the afternoon in China. */
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    static final Rate RATE = new Rate(2, 3, 10);
    static final int NOTHING_KEPT = 0;

    Instant now = NOW;
    Allowance allowance = Allowance.full(RATE, NOW, CHINA);

    private boolean taken(int kept) {
        allowance = allowance.at(now, RATE, CHINA);
        boolean free = allowance.against(now, RATE, CHINA, kept).isEmpty();
        allowance = free ? allowance.spend() : allowance;
        return free;
    }

    private int takenInARow(int kept) {
        int calls = 0;
        while (taken(kept)) {
            calls++;
        }
        return calls;
    }

    @Test
    void aBurstMayBeMadeAtOnceAndThenSoManyASecond() {
        assertThat(takenInARow(NOTHING_KEPT)).isEqualTo(3);
        assertThat(allowance.against(now, RATE, CHINA, NOTHING_KEPT))
                .hasValueSatisfying(wait -> assertThat(wait.until()).isEqualTo(NOW.plusMillis(500)));
        now = now.plusMillis(499);
        assertThat(taken(NOTHING_KEPT)).isFalse();
        now = now.plusMillis(1);
        assertThat(takenInARow(NOTHING_KEPT)).isOne();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(takenInARow(NOTHING_KEPT))
                .as("no more than a burst is saved")
                .isEqualTo(3);
    }

    @Test
    void aDaysCallsEndAndBeginAtMidnightOfThePlatform() {
        int calls = 0;
        for (int second = 0; second < 20; second++) {
            now = NOW.plusSeconds(second * 10);
            calls += takenInARow(NOTHING_KEPT);
        }
        assertThat(calls).isEqualTo(10);
        var midnight = Instant.parse("2026-11-22T16:00:00Z");
        assertThat(allowance.against(now, RATE, CHINA, NOTHING_KEPT).map(Wait::until))
                .contains(midnight);
        now = midnight.minusMillis(1);
        assertThat(taken(NOTHING_KEPT)).isFalse();
        now = midnight;
        assertThat(taken(NOTHING_KEPT)).isTrue();
        assertThat(allowance.spent()).isOne();
    }

    @Test
    void whatIsKeptForOrdersIsNotSpentOnLooks() {
        int looks = 0;
        for (int second = 0; second < 20; second++) {
            now = NOW.plusSeconds(second * 10);
            looks += takenInARow(20);
        }
        assertThat(looks).isEqualTo(8);
        assertThat(takenInARow(NOTHING_KEPT)).isEqualTo(2);
    }

    @Test
    void ofFewCallsTheOddOneIsKeptToo() {
        var few = new Rate(2, 10, 5);
        var spent = new Allowance(10, NOW, LocalDate.of(2026, 11, 22), 4, null, "");
        assertThat(spent.against(NOW, few, CHINA, 10)).isPresent();
        assertThat(spent.against(NOW, few, CHINA, NOTHING_KEPT)).isEmpty();
    }

    @Test
    void whoeverClosesLongestIsBelieved() {
        allowance = allowance.closed(NOW.plusSeconds(60), "sixty").closed(NOW.plusSeconds(10), "ten");
        assertThat(allowance.against(NOW.plusSeconds(59), RATE, CHINA, NOTHING_KEPT))
                .contains(new Wait(NOW.plusSeconds(60), "sixty"));
        assertThat(allowance.against(NOW.plusSeconds(60), RATE, CHINA, NOTHING_KEPT))
                .isEmpty();
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        takenInARow(NOTHING_KEPT);
        now = now.minusSeconds(3_600);
        assertThat(taken(NOTHING_KEPT)).isFalse();
        assertThat(allowance.filledAt()).isEqualTo(NOW);
        now = Instant.parse("2026-11-21T08:00:00Z");
        allowance = allowance.at(now, RATE, CHINA);
        assertThat(allowance.day()).as("nor a second day").isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(allowance.spent()).isEqualTo(3);
    }
}
