package io.sampan.outside.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What came of reading an order, or its parcels' way to the warehouse, at the marketplace. */
public sealed interface OrderRead {
    record Present(UpstreamOrder order) implements OrderRead {}

    /**
     * The marketplace sends it as several orders now, each read, followed and sent by itself; what was ordered and paid as one is theirs together.
     *
     * @param parts at least one; read again, the order says the same for ever
     */
    record Split(List<UpstreamOrder> parts) implements OrderRead {
        public Split {
            parts = List.copyOf(parts);
        }
    }

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
