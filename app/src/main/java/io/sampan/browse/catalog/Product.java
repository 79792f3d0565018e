package io.sampan.browse.catalog;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What we know of one item of one marketplace.
 *
 * @param offer the newest offer; its {@code seenAt} is when this content was first seen, {@link #checkedAt} when it was last confirmed
 * @param firstSeenAt when its first offer was seen
 * @param checkedAt when the marketplace last told us what it is, whether or not that was new
 * @param changedAt when it last differed from what it was, counters aside (see {@link Difference})
 */
public record Product(ProductId id, Offer offer, Instant firstSeenAt, Instant checkedAt, Instant changedAt) {
    public ItemRef item() {
        return offer.item();
    }

    /** How old the knowledge is; never negative. */
    public Duration age(Instant now) {
        return now.isBefore(checkedAt) ? Duration.ZERO : Duration.between(checkedAt, now);
    }

    public boolean isGone() {
        return offer.availability() == Offer.Availability.GONE;
    }

    /** What one piece costs at least when as few are bought as the seller allows; empty when the offer tells no price. */
    public Optional<Money> priceFrom() {
        return priceFrom(offer);
    }

    static Optional<Money> priceFrom(Offer offer) {
        var ofSkus = offer.skus().stream()
                .map(sku -> offer.unitPrice(sku, offer.minOrderQuantity()))
                .min(Comparator.naturalOrder());
        return ofSkus.or(() -> offer.tiers().stream()
                .min(Comparator.comparingInt(Offer.Tier::fromQuantity))
                .map(Offer.Tier::price));
    }
}
