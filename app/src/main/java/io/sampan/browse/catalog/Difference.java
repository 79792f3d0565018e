package io.sampan.browse.catalog;

import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Sku;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In what an offer differs from the one before it. Counters that tick all the time, pieces sold and pieces in stock, are no difference by
 * themselves: the product carries the newest, but nobody is told and no version is kept, until a variant sells out or comes back.
 */
public enum Difference {
    /** A variant's or a tier's price, or the freight within China. */
    PRICE,
    /** A variant sold out or came back. */
    STOCK,
    /** Variants were added, removed or renamed, or the smallest order is another. */
    CHOICES,
    /** Title, attributes, category, or the shop's name; or their translations. */
    TEXT,
    PICTURES,
    /** Stated weight, size or hazards. */
    PARCEL,
    AVAILABILITY;

    static Set<Difference> between(Offer before, Offer now) {
        var found = EnumSet.noneOf(Difference.class);
        note(found, PRICE, before, now, offer -> List.of(prices(offer), offer.tiers()));
        note(found, PRICE, before, now, Offer::domesticFreight);
        note(found, STOCK, before, now, Difference::available);
        note(found, CHOICES, before, now, offer -> List.of(choices(offer), offer.minOrderQuantity()));
        note(
                found,
                TEXT,
                before,
                now,
                offer -> List.of(offer.title(), offer.attributes(), offer.category(), offer.shop(), offer.link()));
        note(found, PICTURES, before, now, offer -> List.of(offer.pictures(), skuPictures(offer)));
        note(found, PARCEL, before, now, Offer::statedWeightGrams);
        note(found, PARCEL, before, now, Offer::statedSizeMm);
        note(found, PARCEL, before, now, Offer::hazards);
        note(found, AVAILABILITY, before, now, Offer::availability);
        return found;
    }

    private static void note(
            Set<Difference> found, Difference kind, Offer before, Offer now, Function<Offer, @Nullable Object> part) {
        if (!Objects.equals(part.apply(before), part.apply(now))) {
            found.add(kind);
        }
    }

    private static Map<String, Object> prices(Offer offer) {
        return bySku(offer, sku -> Optional.ofNullable(sku.price()));
    }

    private static Map<String, Object> available(Offer offer) {
        return bySku(offer, sku -> sku.inStock(1));
    }

    private static Map<String, Object> choices(Offer offer) {
        return bySku(offer, sku -> List.of(sku.orderKey(), sku.options()));
    }

    private static Map<String, Object> skuPictures(Offer offer) {
        return bySku(offer, sku -> String.valueOf(sku.picture()));
    }

    private static Map<String, Object> bySku(Offer offer, Function<Sku, Object> part) {
        return offer.skus().stream().collect(Collectors.toMap(Sku::skuId, part, (first, again) -> first));
    }
}
