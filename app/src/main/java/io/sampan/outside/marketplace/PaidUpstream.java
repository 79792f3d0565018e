package io.sampan.outside.marketplace;

import java.time.Duration;

/** What came of paying the marketplace for an order. */
public sealed interface PaidUpstream {
    record Done() implements PaidUpstream {}

    /** For good; {@code code} is the marketplace's own. */
    record Refused(String code, String words) implements PaidUpstream {}

    /** Its platform takes no money from programs. */
    record Unsupported() implements PaidUpstream {}

    record Later(Duration after, String why) implements PaidUpstream {}

    /** Nobody knows whether it was paid: read the order again. */
    record Unclear(String why) implements PaidUpstream {}
}
