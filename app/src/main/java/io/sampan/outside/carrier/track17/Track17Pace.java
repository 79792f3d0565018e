package io.sampan.outside.carrier.track17;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Hands out turns, one for each pause; who would have to wait longer than a few turns gets none. */
final class Track17Pace {
    private static final int LONGEST_QUEUE = 10;

    private final long pauseNanos;
    private final LongSupplier nanos;
    private long next;

    Track17Pace(Duration pause, LongSupplier nanos) {
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** Nanoseconds to wait before asking; negative when too many wait already. */
    synchronized long turn() {
        long now = nanos.getAsLong();
        long wait = Math.max(0, next - now);
        if (wait > LONGEST_QUEUE * pauseNanos) {
            return -1;
        }
        next = Math.max(next, now) + pauseNanos;
        return wait;
    }
}
