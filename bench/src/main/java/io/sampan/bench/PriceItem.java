package io.sampan.bench;

import io.sampan.bench.PriceDraft.Price;
import io.sampan.outside.marketplace.Offer;

/**
 * One item as it truly is, and which sources show it.
 *
 * @param draft at the price of the first day
 * @param second name of the second source, or empty: {@code vendor} shows the same variants, {@code tbk} only a price
 * @param off how far the second source's prices are from the first's, 0 to 1: discounts that only one of them shows
 */
record PriceItem(String id, PriceWorld.Category category, PriceDraft draft, String second, double off) {
    static final String FIRST = "global";
    static final String PRICE_ALONE = "tbk";

    boolean hasTwoSources() {
        return !second.isEmpty();
    }

    /** What a source would tell if it told the truth, with all prices at this multiple of the first day's. */
    PriceDraft truth(String source, double factor) {
        var told = new PriceDraft();
        told.title = draft.title;
        told.least = draft.least;
        if (source.equals(PRICE_ALONE)) {
            long least = draft.variants().stream()
                    .mapToLong(price -> price.truth)
                    .min()
                    .orElseThrow();
            told.prices.add(new Price(Offer.DESCRIBED, 1, "", PriceWorld.round(least * factor * (0.82 + 0.18 * off))));
            return told;
        }
        double differing = source.equals("vendor") ? 0.94 + 0.12 * off : 1;
        for (var price : draft.prices) {
            told.prices.add(
                    new Price(price.key, price.from, price.words, PriceWorld.round(price.truth * factor * differing)));
        }
        return told;
    }
}
