package io.sampan.windows.storefront;

import io.sampan.money.amount.Money;
import org.jspecify.annotations.Nullable;

/**
 * One item in a list.
 *
 * @param priceFrom of one piece in China, in CNY
 * @param door the least price at the visitor's door; null where it is not known before the item is opened
 * @param pieces that the price at the door is for
 * @param sold pieces, as the marketplace counts
 */
public record GoodsCard(
        String href,
        String title,
        String language,
        String picture,
        Money priceFrom,
        @Nullable Money door,
        int pieces,
        long sold) {}
