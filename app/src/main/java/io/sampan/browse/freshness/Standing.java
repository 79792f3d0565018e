package io.sampan.browse.freshness;

import io.sampan.outside.marketplace.MarketplaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source's quota is spent in this hour, by all nodes together.
 *
 * @param source the connector's name
 * @param parts of the quota, one for each share
 * @param plan what is planned for its marketplace; null before anything was planned
 */
public record Standing(
        MarketplaceId marketplace,
        String source,
        List<Part> parts,
        @Nullable Plan plan) {
    public Standing {
        parts = List.copyOf(parts);
    }

    /**
     * @param spent calls so far, what other purposes borrowed of it included
     * @param budget calls that it has for the hour
     */
    public record Part(Share share, int spent, int budget) {
        public int left() {
            return Math.max(0, budget - spent);
        }
    }

    /**
     * @param worth how many views a look must set right to be made now
     * @param items that are watched
     * @param stalePercent of views to expect that see something that has changed since the last look, 0 to 100
     */
    public record Plan(double worth, int items, int stalePercent) {}
}
