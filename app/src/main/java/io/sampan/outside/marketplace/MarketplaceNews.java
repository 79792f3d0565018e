package io.sampan.outside.marketplace;

import java.time.Instant;

/**
 * A marketplace told that something changed. It carries no facts: who cares reads again, since messages come late, twice and in any order.
 *
 * @param source the connector that heard it
 * @param messageId the marketplace's own id of the message
 * @param key the order's or the item's id at the marketplace
 */
public record MarketplaceNews(
        MarketplaceId marketplace, String source, Subject subject, String key, String messageId, Instant heardAt) {
    public enum Subject {
        ORDER,
        LOGISTICS,
        ITEM
    }
}
