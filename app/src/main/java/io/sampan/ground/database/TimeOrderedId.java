package io.sampan.ground.database;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Ids that the app makes before the first try, so that a repeated request is recognised: UUID version 7 (RFC 9562), whose first 48 bits are
 * the milliseconds since 1970, so that an index grows at one end and ids sort by age.
 */
public final class TimeOrderedId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /** A new id of the clock's present moment; ids of the same millisecond are in no order among themselves. */
    public static UUID next(Clock clock) {
        long randomHigh = RANDOM.nextInt() & 0xFFFL;
        long high = clock.millis() << 16 | 0x7000L | randomHigh;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
