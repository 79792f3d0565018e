package io.sampan.browse.landedcost;

import io.sampan.outside.carrier.LineId;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.util.Set;

/**
 * A line that does not carry a basket.
 *
 * @param reason the end of the text key {@code landed.excluded.<reason>}
 * @param limit the most that the line takes, in grams or millimetres; 0 where no figure applies
 * @param goods kinds in the basket that are not taken; none for another reason
 */
public record Excluded(LineId line, String reason, int limit, Set<Hazard> goods) {
    public Excluded {
        goods = Set.copyOf(goods);
    }

    /** Whether the country takes no such goods by any line. */
    public boolean isOfEveryLine() {
        return reason.equals(Pricing.PROHIBITED);
    }
}
