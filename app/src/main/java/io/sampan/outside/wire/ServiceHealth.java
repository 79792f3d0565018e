package io.sampan.outside.wire;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an outside service has lately been doing, as this node saw it.
 *
 * @param service its name
 * @param breaker whether we call it at all
 * @param calls since this node started
 * @param failures of these; silence or status 5xx
 * @param failuresInARow up to now
 * @param lastSuccess when it last answered; null when never
 * @param lastFailure when it last did not; null when never
 * @param lastWhy what was wrong then; empty when nothing was
 * @param usualLatency exponentially weighted mean over about the last ten answers
 */
public record ServiceHealth(
        String service,
        Breaker breaker,
        long calls,
        long failures,
        int failuresInARow,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        String lastWhy,
        Duration usualLatency) {
    public enum Breaker {
        /** Calls go through. */
        CLOSED,
        /** One call tries whether the service is back. */
        TRYING,
        /** Nobody calls. */
        OPEN
    }
}
