package io.sampan.outside.marketplace.pinduoduo;

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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goods as the search and the detail show them: fen throughout, no variants, no stock. Source: docs/sources/pinduoduo.md. */
record PinduoduoGoods(LooseJson row) {
    private static final int PICTURES = 20;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** By which alone they can be looked at. */
    String sign() {
        return row.text("goods_sign");
    }

    /** The number that links and people name them by, as long as the platform tells it. */
    Optional<String> number() {
        return row.words("goods_id").filter(id -> id.matches("[1-9]\\d{0,17}"));
    }

    /** The item's id here: the number, which other sources and pasted links name, too; the sign where there is none any more. */
    String itemId() {
        return number().orElse(sign());
    }

    Optional<Listing> toListing() {
        var picture = pictures().stream().findFirst();
        if (!ItemRef.isId(itemId()) || picture.isEmpty()) {
            return Optional.empty();
        }
        var item = new ItemRef(MarketplaceId.PINDUODUO, itemId());
        return price().map(price -> new Listing(item, title(), picture.get(), price, sold()));
    }

    /** @param item under the id that it was asked for. Empty where no price is told */
    Optional<Offer> toOffer(ItemRef item, Instant seenAt) {
        return price().map(price -> new Offer(
                item,
                title(),
                link(),
                new Shop(row.text("mall_id"), row.text("mall_name")),
                category(),
                pictures(),
                List.of(),
                List.of(new Tier(1, price)),
                List.of(),
                1,
                null,
                null,
                null,
                Hazard.toldBy(Stream.of(row.text("goods_name"), row.text("goods_desc"), row.text("category_name"))),
                Availability.ON_SALE,
                sold(),
                Pinduoduo.SOURCE,
                seenAt));
    }

    private Words title() {
        return Words.chinese(row.text("goods_name"));
    }

    /** What one piece of the cheapest variant costs in a group of two, which anybody may open. Which variant that is, nobody tells. */
    private Optional<Money> price() {
        return Stream.of("min_group_price", "min_normal_price")
                .flatMap(name -> row.whole(name).stream())
                .map(Money::fen)
                .filter(Money::isPositive)
                .findFirst();
    }

    private URI link() {
        return URI.create("https://mobile.yangkeduo.com/goods.html?"
                + number().map(id -> "goods_id=" + id).orElse("goods_sign=" + sign()));
    }

    private Category category() {
        var path = Stream.of("opt_name", "category_name")
                .flatMap(name -> row.words(name).stream())
                .distinct()
                .map(Words::chinese)
                .toList();
        var leaf = row.texts("cat_ids").stream().reduce((wider, narrower) -> narrower);
        return new Category(row.words("category_id").or(() -> leaf).orElse(""), path);
    }

    private List<URI> pictures() {
        var first = Stream.of(row.text("goods_image_url"), row.text("goods_thumbnail_url"));
        return Stream.concat(first, row.texts("goods_gallery_urls").stream())
                .flatMap(PinduoduoGoods::picture)
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

    /** A count as people read it: 8431, 1.2万, 10万+. */
    private long sold() {
        var tip = row.text("sales_tip").replace("+", "").strip();
        boolean many = tip.endsWith("万");
        var digits = many ? tip.substring(0, tip.length() - 1) : tip;
        if (!digits.matches("\\d{1,9}(\\.\\d{1,4})?")) {
            return 0;
        }
        var count = new BigDecimal(digits);
        return (many ? count.multiply(TEN_THOUSAND) : count).longValue();
    }
}
