package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Availability;
import io.sampan.outside.marketplace.Offer.Category;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.marketplace.Offer.Shop;
import io.sampan.outside.marketplace.Offer.Sku;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item as two answers show it: {@code /traffic/item/get} has the shop, the texts and their translations; {@code /product/get} has the ids
 * that an order must name. Prices are fen in both. Source: docs/sources/taobaoglobal.md; seen in docs/sources/taobaoglobal/item.reply.json
 * and product.reply.json.
 */
record TaobaoItem(LooseJson item, LooseJson product, TaobaoTexts texts, TaobaoSettings settings) {
    private static final int PICTURES = 20;
    private static final int SKUS = 500;

    Offer toOffer(String itemId, Instant seenAt) {
        var attributes = attributes();
        var skus = skus();
        return new Offer(
                new ItemRef(MarketplaceId.TAOBAO, itemId),
                texts.title(item),
                URI.create("https://item.taobao.com/item.htm?id=" + itemId),
                new Shop(item.words("shop_id").orElse(product.text("user_nick")), item.text("shop_name")),
                new Category(
                        item.text("category_id"),
                        item.words("category_name").map(Words::chinese).stream().toList()),
                pictures(),
                attributes,
                List.of(),
                skus,
                product.whole("begin_amount").orElse(1L).intValue(),
                null,
                null,
                null,
                hazards(attributes),
                availability(skus),
                item.whole("sold").orElse(0L),
                Taobao.SOURCE,
                seenAt);
    }

    boolean isGone() {
        return settings.offSale().contains(product.text("status"));
    }

    private List<URI> pictures() {
        return item.texts("pic_urls").stream()
                .flatMap(TaobaoTexts::picture)
                .limit(PICTURES)
                .toList();
    }

    private List<Attribute> attributes() {
        return item.list("properties").stream()
                .map(property -> texts.attribute(property, texts.translations(item).list("properties").stream()))
                .toList();
    }

    private List<Sku> skus() {
        return product.list("sku_list").stream()
                .limit(SKUS)
                .flatMap(sku -> sku(sku).stream())
                .toList();
    }

    /** The key of an order is both of the distributor's ids, since an order names both. */
    private Optional<Sku> sku(LooseJson sku) {
        var options = sku.list("properties").stream()
                .map(property -> texts.attribute(property, texts.translations(item).list("sku_properties").stream()))
                .toList();
        var key = new TaobaoKey(product.text("mp_id"), sku.text("mp_skuId"));
        return TaobaoTexts.price(sku)
                .filter(price -> key.isWhole())
                .map(price -> new Sku(
                        sku.text("sku_id"),
                        key.orderKey(),
                        options,
                        price,
                        stock(sku),
                        TaobaoTexts.picture(sku.text("pic_url")).findFirst().orElse(null)));
    }

    private static @Nullable Integer stock(LooseJson sku) {
        return sku.whole("quantity").map(Long::intValue).orElse(null);
    }

    private Set<Hazard> hazards(List<Attribute> attributes) {
        return Hazard.toldBy(Stream.concat(
                Stream.of(item.text("title"), item.text("category_name")),
                attributes.stream()
                        .map(attribute ->
                                attribute.name().chinese() + attribute.value().chinese())));
    }

    private Availability availability(List<Sku> skus) {
        if (!settings.onSale().contains(product.text("status"))) {
            return isGone() ? Availability.GONE : Availability.UNKNOWN;
        }
        return skus.stream().anyMatch(sku -> sku.inStock(1)) ? Availability.ON_SALE : Availability.SOLD_OUT;
    }
}
