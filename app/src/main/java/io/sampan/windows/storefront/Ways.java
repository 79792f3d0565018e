package io.sampan.windows.storefront;

import io.sampan.browse.landedcost.LandedQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the ways to the door is shown in full. */
final class Ways {
    private Ways() {}

    /** The way that the shopper chose, or the first, which prepays duty and costs least; null when there is none. */
    static @Nullable LandedQuote chosen(List<LandedQuote> ways, String line) {
        return ways.stream()
                .filter(way -> way.line().value().equals(line))
                .findFirst()
                .orElse(ways.isEmpty() ? null : ways.getFirst());
    }
}
