package io.sampan.ground.time;

import java.time.Duration;

/**
 * Ever longer pauses between tries.
 *
 * @param first after the first try; each further one is twice the last
 * @param longest none is longer
 */
public record Pauses(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 16;

    /** How long to wait after so many tries. */
    public Duration after(int tries) {
        var doubled = first.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
