package io.sampan.browse.catalog;

import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;

/**
 * A marketplace's category.
 *
 * @param products how many of it are on sale
 */
public record CategoryCount(MarketplaceId marketplace, Offer.Category category, long products) {}
