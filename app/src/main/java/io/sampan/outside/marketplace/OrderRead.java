package io.sampan.outside.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What came of reading an order, or its parcels' way to the warehouse, at the marketplace. */
public sealed interface OrderRead {
    record Present(UpstreamOrder order) implements OrderRead {}

    /** Where its parcels were; empty before the seller ships. */
    record Traced(List<Step> steps) implements OrderRead {}

    record Missing() implements OrderRead {}

    /** Only of cancelling and of asking for money: it is not done, for good; {@code code} is the marketplace's own. */
    record Refused(String code, String words) implements OrderRead {}

    /** Its platform shows programs no such thing. */
    record Unsupported() implements OrderRead {}

    record Later(Duration after, String why) implements OrderRead {}

    /** @param words of the courier, in Chinese */
    record Step(String waybillNumber, Instant at, String words) {}
}
