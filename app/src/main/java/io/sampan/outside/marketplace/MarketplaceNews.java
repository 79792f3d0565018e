package io.sampan.outside.marketplace;

import java.time.Instant;

/**
 * A marketplace pushed that something changed. It carries no facts: who cares reads again, since pushes come late, twice and in any order.
 *
 * @param messageId the marketplace's own id of the push
 * @param key the order's or the item's id at the marketplace
 */
public record MarketplaceNews(
        MarketplaceId marketplace, Subject subject, String key, String messageId, Instant heardAt) {
    public enum Subject {
        ORDER,
        LOGISTICS,
        ITEM
    }
}
