package io.sampan.outside.marketplace.jdunion;

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
import java.util.Set;
import java.util.stream.Stream;

/**
 * One SKU, in either of two shapes: the full one of {@code goods.query}, and the flat one of {@code promotiongoodsinfo.query}. Both tell what is
 * paid now, in yuan, and neither tells other colours and sizes or the stock. Source: docs/sources/jdunion.md.
 */
record JdUnionGoods(LooseJson row) {
    private static final int PICTURES = 20;

    /** Kinds of a lowest price that somebody alone pays today: the usual one and a flash sale's; others want a group, or are paid in advance. */
    private static final Set<String> PAID_NOW = Set.of("", "1", "3");

    String id() {
        return row.text("skuId");
    }

    Optional<Listing> toListing() {
        var picture = pictures().stream().findFirst();
        if (!id().matches("\\d{1,18}") || picture.isEmpty()) {
            return Optional.empty();
        }
        return price().map(price ->
                new Listing(new ItemRef(MarketplaceId.JD, id()), Words.chinese(title()), picture.get(), price, sold()));
    }

    /** Without variants: the price alone, for one piece. Empty where it tells none. */
    Optional<Offer> toOffer(Instant seenAt) {
        return price().map(price -> new Offer(
                new ItemRef(MarketplaceId.JD, id()),
                Words.chinese(title()),
                URI.create("https://item.jd.com/" + id() + ".html"),
                shop(),
                category(),
                pictures(),
                List.of(),
                List.of(new Tier(1, price)),
                List.of(),
                1,
                null,
                null,
                row.yes("isFreeShipping") ? Money.zero(Money.CNY) : null,
                Hazard.toldBy(Stream.of(title(), categoryName())),
                Availability.ON_SALE,
                sold(),
                JdUnion.SOURCE,
                seenAt));
    }

    private String title() {
        return row.words("skuName").orElse(row.text("goodsName"));
    }

    /** What is paid now without a coupon, of which nobody knows whether the buyer gets one. */
    private Optional<Money> price() {
        var prices = row.at("priceInfo");
        var lowest = PAID_NOW.contains(prices.text("lowestPriceType"))
                ? yuan(prices, "lowestPrice")
                : Optional.<Money>empty();
        return lowest.or(() -> yuan(prices, "price"))
                .or(() -> yuan(row, "wlUnitPrice"))
                .or(() -> yuan(row, "unitPrice"));
    }

    private static Optional<Money> yuan(LooseJson level, String name) {
        return level.decimal(name).map(yuan -> Money.rounded(yuan, Money.CNY)).filter(Money::isPositive);
    }

    private Shop shop() {
        var shop = row.at("shopInfo");
        return new Shop(shop.words("shopId").orElse(row.text("shopId")), shop.text("shopName"));
    }

    private Category category() {
        var full = row.at("categoryInfo");
        var path = Stream.of("cid1Name", "cid2Name", "cid3Name")
                .flatMap(name -> full.words(name).stream())
                .map(Words::chinese)
                .toList();
        return path.isEmpty()
                ? new Category(row.text("cid3"), List.of(Words.chinese(categoryName())))
                : new Category(full.text("cid3"), path);
    }

    private String categoryName() {
        return row.at("categoryInfo").words("cid3Name").orElse(row.text("cid3Name"));
    }

    private List<URI> pictures() {
        var many = row.at("imageInfo").list("imageList").stream().map(picture -> picture.text("url"));
        return Stream.concat(many, Stream.of(row.text("imgUrl")))
                .flatMap(JdUnionGoods::picture)
                .distinct()
                .limit(PICTURES)
                .toList();
    }

    private static Stream<URI> picture(String address) {
        var whole = address.startsWith("//") ? "https:" + address : address;
        try {
            return whole.startsWith("http") ? Stream.of(URI.create(whole.strip())) : Stream.empty();
        } catch (IllegalArgumentException broken) {
            return Stream.empty();
        }
    }

    private long sold() {
        return row.whole("inOrderCount30Days")
                .or(() -> row.whole("inOrderCount"))
                .orElse(0L);
    }
}
