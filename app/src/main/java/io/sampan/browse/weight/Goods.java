package io.sampan.browse.weight;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer.SizeMm;
import org.jspecify.annotations.Nullable;

/**
 * Whose weight is asked for: one piece of an item.
 *
 * @param shop its id at the item's marketplace
 * @param category words that say what it is, Chinese or English
 * @param statedGrams as the seller says; null when silent, and taken for silence when it cannot be
 * @param statedSize of the packed piece, as the seller says; null when silent
 */
public record Goods(
        ItemRef item,
        String shop,
        String category,
        @Nullable Integer statedGrams,
        @Nullable SizeMm statedSize) {
    private static final int HEAVIEST_STATED = 100_000;
    private static final int LONGEST_STATED_MM = 3_000;

    public Goods {
        if (statedGrams != null && (statedGrams < 1 || statedGrams > HEAVIEST_STATED)) {
            statedGrams = null;
        }
        if (statedSize != null && !isSize(statedSize)) {
            statedSize = null;
        }
    }

    private static boolean isSize(SizeMm size) {
        return isSide(size.length()) && isSide(size.width()) && isSide(size.height());
    }

    private static boolean isSide(int mm) {
        return mm > 0 && mm <= LONGEST_STATED_MM;
    }

    /** The shop among those of all marketplaces. */
    String shopKey() {
        return item.marketplace() + "/" + shop;
    }

    String itemKey() {
        return item.marketplace() + "/" + item.itemId();
    }
}
