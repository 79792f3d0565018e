package io.sampan.browse.catalog;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One price of an offer, as it was told.
 *
 * @param key the variant's id; of a tier, {@link #tierKey}
 * @param words the values of the variant's options, Chinese
 */
record ToldPrice(String key, Money price, String words) {
    private static final String FROM = "from-";

    static List<ToldPrice> of(Offer offer) {
        var all = new ArrayList<ToldPrice>();
        for (var sku : offer.skus()) {
            if (sku.price() != null) {
                all.add(new ToldPrice(
                        sku.skuId(),
                        sku.price(),
                        sku.options().stream()
                                .map(option -> option.value().chinese())
                                .collect(Collectors.joining(" "))));
            }
        }
        for (var tier : offer.tiers()) {
            all.add(new ToldPrice(tierKey(offer, tier), tier.price(), ""));
        }
        return all;
    }

    /** The first tier of an offer without variants is the price of its one choice. */
    static String tierKey(Offer offer, Offer.Tier tier) {
        return offer.skus().isEmpty() && tier.equals(offer.tiers().getFirst())
                ? Offer.DESCRIBED
                : FROM + tier.fromQuantity();
    }

    /** Whether it is what one piece costs who buys so many, and not the price of a choice. */
    boolean isOfTier() {
        return key.startsWith(FROM);
    }

    double log() {
        return log(price);
    }

    /** Prices are compared by their ratio. What is no amount counts as the smallest. */
    static double log(Money price) {
        return Math.log(Math.max(1, price.minor()));
    }
}
