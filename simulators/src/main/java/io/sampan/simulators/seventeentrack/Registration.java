package io.sampan.simulators.seventeentrack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One number that a customer follows.
 *
 * @param carrier 17TRACK's number of the carrier
 * @param tag     the customer's own words, given back with everything
 * @param told    how many events the last push carried
 */
record Registration(
        String number, int carrier, @Nullable String tag, Instant at, boolean tracking, boolean retracked, int told) {

    Registration stopped() {
        return new Registration(number, carrier, tag, at, false, retracked, told);
    }

    Registration again() {
        return new Registration(number, carrier, tag, at, true, true, told);
    }

    Registration told(int events) {
        return new Registration(number, carrier, tag, at, tracking, retracked, events);
    }
}
