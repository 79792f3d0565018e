package io.sampan.browse.catalog;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Availability;
import io.sampan.outside.marketplace.Offer.Sku;
import io.sampan.outside.marketplace.Words;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Offers for tests: small, valid, and changed one part at a time. */
public record Offers(
        ItemRef item,
        String chinese,
        String english,
        String category,
        long fen,
        int stock,
        long sold,
        String source,
        boolean priceOnly) {
    public static Offers dress(String itemId) {
        return new Offers(
                new ItemRef(MarketplaceId.ALI1688, itemId),
                "法式碎花连衣裙女夏季",
                "French floral dress women summer",
                "c1",
                3900,
                50,
                10,
                "fake",
                false);
    }

    public Offers at(MarketplaceId marketplace) {
        return new Offers(
                new ItemRef(marketplace, item.itemId()),
                chinese,
                english,
                category,
                fen,
                stock,
                sold,
                source,
                priceOnly);
    }

    public Offers titled(String chinese, String english) {
        return new Offers(item, chinese, english, category, fen, stock, sold, source, priceOnly);
    }

    public Offers in(String category) {
        return new Offers(item, chinese, english, category, fen, stock, sold, source, priceOnly);
    }

    public Offers costing(long fen) {
        return new Offers(item, chinese, english, category, fen, stock, sold, source, priceOnly);
    }

    public Offers stocked(int stock) {
        return new Offers(item, chinese, english, category, fen, stock, sold, source, priceOnly);
    }

    public Offers sold(long sold) {
        return new Offers(item, chinese, english, category, fen, stock, sold, source, priceOnly);
    }

    /** As another connector sees it. */
    public Offers from(String source) {
        return new Offers(item, chinese, english, category, fen, stock, sold, source, priceOnly);
    }

    /** As a source sees it that shows a price and no variants. */
    public Offers withoutVariants() {
        return new Offers(item, chinese, english, category, fen, stock, sold, source, true);
    }

    public Offer seen(Instant at) {
        var red = new Attribute(words("颜色", "Colour"), words("红色", "Red"));
        return new Offer(
                item,
                words(chinese, english),
                URI.create("https://detail.example/" + item.itemId()),
                new Offer.Shop("s1", "杭州服饰厂"),
                new Offer.Category(
                        category, List.of(words("女装", "Women's clothing"), words("裙 " + category, "Leaf " + category))),
                List.of(URI.create("https://pictures.example/" + item.itemId() + ".png")),
                List.of(new Attribute(words("材质", "Material"), words("棉", "Cotton"))),
                priceOnly ? List.of(new Offer.Tier(1, Money.fen(fen))) : List.of(),
                priceOnly ? List.of() : List.of(new Sku("k1", "spec1", List.of(red), Money.fen(fen), stock, null)),
                1,
                300,
                new Offer.SizeMm(300, 200, 50),
                null,
                Set.of(),
                Availability.ON_SALE,
                sold,
                source,
                at);
    }

    /** A variant with one option. */
    public static Sku sku(String id, String option, Money price) {
        return new Sku(id, id, List.of(new Attribute(words("款式", "Kind"), words(option, option))), price, 50, null);
    }

    private static Words words(String chinese, String english) {
        return new Words(chinese, Map.of("en", english));
    }
}
