package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;
import java.time.Instant;

/** What the vendor said to one call. */
sealed interface VendorSaid {
    /** @param seenAt when the vendor itself saw what it answers */
    record Data(LooseJson data, Instant seenAt) implements VendorSaid {}

    /** It does not have it. */
    record Missing() implements VendorSaid {}

    record Later(Duration after, String why) implements VendorSaid {}
}
