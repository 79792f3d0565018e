package io.sampan.outside.wire;

import java.time.Clock;
import java.time.Duration;

/** A wire of the usual settings outside the app's context. */
public final class WireOfATest {
    private WireOfATest() {}

    public static Wire plain(Clock clock) {
        return new Wire(
                new WireSettings(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10),
                        16,
                        Duration.ofSeconds(2),
                        8,
                        Duration.ofSeconds(10),
                        4 << 20,
                        32),
                clock);
    }
}
