package io.sampan.help.settlement;

import java.time.Instant;

/** From one moment until before another. */
record Span(Instant from, Instant until) {
    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
