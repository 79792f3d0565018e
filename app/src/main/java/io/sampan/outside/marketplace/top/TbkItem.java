package io.sampan.outside.marketplace.top;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Availability;
import io.sampan.outside.marketplace.Offer.Category;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.marketplace.Offer.Shop;
import io.sampan.outside.marketplace.Offer.Tier;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item as TBK tells it, flat or, by the upgraded APIs, in parts: no variants, no stock, the price of its cheapest variant. Source:
 * docs/sources/tbk.md; seen in docs/sources/tbk/item.reply.json and item-upgrade.reply.json.
 *
 * @param basic where title, pictures and shop lie
 * @param prices where prices lie
 * @param presale where it lies that it is sold ahead
 */
record TbkItem(LooseJson row, LooseJson basic, LooseJson prices, LooseJson presale) {
    private static final int PICTURES = 20;

    static TbkItem of(LooseJson row) {
        var nested = row.at("item_basic_info");
        return nested.isThere()
                ? new TbkItem(row, nested, row.at("price_promotion_info"), row.at("presale_info"))
                : new TbkItem(row, row, row, row);
    }

    /** The item's number, if this row bears it: the upgraded search names most items by ids that change from day to day. */
    Optional<String> number() {
        return row.words("num_iid").or(() -> row.words("item_id")).filter(TopValue::isNumber);
    }

    /** Whether this is what was asked for by that number; the upgraded APIs repeat it beside their own id. */
    boolean isOf(String itemId) {
        return row.text("input_item_iid").equals(itemId)
                || number().filter(itemId::equals).isPresent();
    }

    /** What anybody pays now. A coupon belongs to who comes by an affiliate's link; a deposit is no price, though some sellers show it as one. */
    private Optional<Money> price() {
        var deposit = TopValue.price(presale, "presale_deposit");
        return TopValue.price(prices, "zk_final_price")
                .filter(price -> deposit.isEmpty() || price.compareTo(deposit.get()) > 0);
    }

    Optional<Listing> listing() {
        var picture = pictures().findFirst();
        return number().isEmpty() || picture.isEmpty()
                ? Optional.empty()
                : price().map(price -> new Listing(ref(number().get()), title(), picture.get(), price, sold()));
    }

    Offer toOffer(String itemId, Instant seenAt) {
        return new Offer(
                ref(itemId),
                title(),
                TopValue.page(itemId),
                shop(),
                category(),
                pictures().limit(PICTURES).toList(),
                List.of(),
                price().map(price -> new Tier(1, price)).stream().toList(),
                List.of(),
                1,
                null,
                null,
                freight(),
                Hazard.toldBy(Stream.concat(
                        Stream.of(basic.text("title")),
                        category().path().stream().map(Words::chinese))),
                Availability.ON_SALE,
                sold(),
                Tbk.SOURCE,
                seenAt);
    }

    private static ItemRef ref(String itemId) {
        return new ItemRef(MarketplaceId.TAOBAO, itemId);
    }

    private Words title() {
        return Words.chinese(basic.text("title"));
    }

    private long sold() {
        return basic.whole("volume").orElse(0L);
    }

    private Shop shop() {
        var name = basic.words("shop_title").orElse(basic.text("nick"));
        return new Shop(basic.words("seller_id").orElse(name), name);
    }

    /** The flat answer has no number for it, so that its name stands for one. */
    private Category category() {
        var leaf = basic.words("category_name").orElse(basic.text("cat_leaf_name"));
        var top = basic.words("level_one_category_name").orElse(basic.text("cat_name"));
        var path = Stream.of(top, leaf)
                .filter(name -> !name.isBlank())
                .map(Words::chinese)
                .toList();
        return new Category(basic.words("category_id").orElse(leaf), path);
    }

    private Stream<URI> pictures() {
        return Stream.concat(Stream.of(basic.text("pict_url")), basic.at("small_images").texts("string").stream())
                .flatMap(TopValue::picture)
                .distinct();
    }

    private @Nullable Money freight() {
        return row.yes("free_shipment") ? Money.fen(0) : null;
    }
}
