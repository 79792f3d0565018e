package io.sampan.outside.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** A wire of the usual settings outside the app's context. */
public final class WireOfATest {
    private WireOfATest() {}

    public static Wire plain(Clock clock) {
        return new Wire(settings(Duration.ofSeconds(2), 8), new AllowancesOfATest(clock), clock);
    }

    static WireSettings settings(Duration waitForTurn, int failuresToOpen) {
        var rate = new WireSettings.Rate(50, 100, 500_000);
        return settings(
                waitForTurn,
                failuresToOpen,
                new WireSettings.Allowed(rate, rate, Map.of(), 10, ZoneId.of("Asia/Shanghai")));
    }

    static WireSettings settings(Duration waitForTurn, int failuresToOpen, WireSettings.Allowed allowed) {
        return new WireSettings(
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                16,
                waitForTurn,
                failuresToOpen,
                Duration.ofSeconds(10),
                4 << 20,
                32,
                allowed,
                Map.of());
    }
}
