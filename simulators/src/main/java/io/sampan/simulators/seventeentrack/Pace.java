package io.sampan.simulators.seventeentrack;

import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/** At most so many requests in any second of real time. */
final class Pace {
    private static final long SECOND = 1_000_000_000L;

    private final int limit;
    private final LongSupplier nanos;
    private final ArrayDeque<Long> lately = new ArrayDeque<>();

    Pace(int limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
    }

    synchronized boolean allows() {
        long now = nanos.getAsLong();
        while (!lately.isEmpty() && now - lately.peekFirst() >= SECOND) {
            lately.removeFirst();
        }
        if (lately.size() >= limit) {
            return false;
        }
        lately.addLast(now);
        return true;
    }
}
