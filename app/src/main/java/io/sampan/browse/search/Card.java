package io.sampan.browse.search;

import io.sampan.browse.catalog.Product;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.marketplace.Words;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One item in a list, enough to be shown small.
 *
 * @param priceFrom of one piece at least
 * @param sold pieces, as the marketplace counts
 * @param checkedAt when the marketplace last told us this price; empty when its own search told it just now and the catalogue does not know the
 *     item yet
 */
public record Card(ItemRef item, Words title, URI picture, Money priceFrom, long sold, Optional<Instant> checkedAt) {

    /** Empty when it cannot be bought now, is not for everybody, or has nothing to show: no price, or no picture. */
    public static Optional<Card> of(Product product) {
        var offer = product.offer();
        if (!product.item().marketplace().isForEverybody()
                || offer.availability() != Offer.Availability.ON_SALE
                || offer.pictures().isEmpty()) {
            return Optional.empty();
        }
        return product.priceFrom()
                .map(price -> new Card(
                        product.item(),
                        offer.title(),
                        offer.pictures().getFirst(),
                        price,
                        offer.sold(),
                        Optional.of(product.checkedAt())));
    }

    static Card of(Listing listing) {
        return new Card(
                listing.item(),
                listing.title(),
                listing.picture(),
                listing.priceFrom(),
                listing.sold(),
                Optional.empty());
    }
}
