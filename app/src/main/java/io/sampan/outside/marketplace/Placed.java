package io.sampan.outside.marketplace;

import java.time.Duration;
import java.util.List;

/** What came of placing an order, or of looking one up by our reference. */
public sealed interface Placed {
    /** The marketplace may have made several orders of our one. */
    record Accepted(List<UpstreamOrder> orders) implements Placed {}

    /** Nothing was ordered: these lines ran out. */
    record SoldOut(List<String> lineReferences) implements Placed {}

    /** Nothing was ordered: the price is no longer what we agreed to. */
    record PriceMoved(String words) implements Placed {}

    /** Nothing was ordered, for good; {@code code} is the marketplace's own. */
    record Refused(String code, String words) implements Placed {}

    /**
     * Only of a look-up: the marketplace knows no order with our reference.
     *
     * @param behind how old what it knows may be: what was ordered later than so long ago may be missing from its answer
     */
    record Absent(Duration behind) implements Placed {
        /** Of a marketplace that knows its orders at once. */
        public Absent() {
            this(Duration.ZERO);
        }
    }

    /** Its platform sells nothing to programs. */
    record Unsupported() implements Placed {}

    /** Nothing was ordered, and it was not even looked at: busy or limited; ask again after this. */
    record Later(Duration after, String why) implements Placed {}

    /** Nobody knows whether it was ordered: look it up by our reference before anything else. */
    record Unclear(String why) implements Placed {}
}
