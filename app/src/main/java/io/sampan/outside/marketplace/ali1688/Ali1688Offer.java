package io.sampan.outside.marketplace.ali1688;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Availability;
import io.sampan.outside.marketplace.Offer.Category;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.marketplace.Offer.Shop;
import io.sampan.outside.marketplace.Offer.SizeMm;
import io.sampan.outside.marketplace.Offer.Sku;
import io.sampan.outside.marketplace.Offer.Tier;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code product.search.queryProductDetail}. All its prices are yuan; an offer weighs kilograms and a SKU grams; sizes are
 * centimetres. Source: docs/sources/1688.md "Money" and "Weight"; seen in docs/sources/1688/detail.reply.json.
 *
 * @param language that the translations beside the Chinese texts are in
 */
record Ali1688Offer(LooseJson reply, String language) {
    private static final int PICTURES = 20;
    private static final int SKUS = 500;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    Offer toOffer(Instant seenAt) {
        var texts = new Ali1688Texts(language);
        var attributes =
                reply.list("productAttribute").stream().map(texts::attribute).toList();
        var category = category();
        var skus = skus(texts);
        return new Offer(
                new ItemRef(MarketplaceId.ALI1688, id()),
                texts.words(reply, "subject"),
                URI.create("https://detail.1688.com/offer/" + id() + ".html"),
                new Shop(reply.text("sellerOpenId"), reply.text("companyName")),
                category,
                pictures(),
                attributes,
                tiers(),
                skus,
                reply.whole("minOrderQuantity").orElse(1L).intValue(),
                weightGrams(),
                sizeMm(),
                freight(),
                hazards(attributes),
                availability(skus),
                reply.whole("soldOut").orElse(0L),
                Ali1688.SOURCE,
                seenAt);
    }

    /** Whether the seller or the platform took it down for good. */
    boolean isGone() {
        return Set.of("member expired", "auto expired", "expired", "member deleted", "deleted")
                .contains(reply.text("status"));
    }

    String id() {
        return reply.words("offerIdOfStr").orElse(reply.text("offerId"));
    }

    private Category category() {
        var id = reply.words("categoryId")
                .or(() -> reply.words("thirdCategoryId"))
                .orElse("");
        return new Category(
                id, reply.words("categoryName").map(Words::chinese).stream().toList());
    }

    private List<URI> pictures() {
        return reply.at("productImage").texts("images").stream()
                .flatMap(Ali1688Texts::picture)
                .limit(PICTURES)
                .toList();
    }

    /** Where prices hang on the SKU (quoteType 1), the ranges only say where these begin: applying them would undersell the dearer SKUs. */
    private List<Tier> tiers() {
        return reply.at("productSaleInfo").text("quoteType").equals("1") ? List.of() : ranges();
    }

    private List<Tier> ranges() {
        return reply.at("productSaleInfo").list("priceRangeList").stream()
                .flatMap(range -> price(range).stream()
                        .map(price ->
                                new Tier(range.whole("startQuantity").orElse(1L).intValue(), price)))
                .sorted(Comparator.comparingInt(Tier::fromQuantity))
                .toList();
    }

    /** Without SKUs (quoteType 0) the offer itself is the one thing to buy; it is ordered without a specId. */
    private List<Sku> skus(Ali1688Texts texts) {
        var all = reply.list("productSkuInfos").stream()
                .limit(SKUS)
                .flatMap(sku -> sku(sku, texts).stream())
                .toList();
        if (!reply.list("productSkuInfos").isEmpty()) {
            return all;
        }
        return lowestTier()
                .map(price -> new Sku(id(), "", List.of(), price, stock(reply.at("productSaleInfo")), null))
                .stream()
                .toList();
    }

    private Optional<Sku> sku(LooseJson sku, Ali1688Texts texts) {
        var attributes = sku.list("skuAttributes");
        var picture = attributes.stream()
                .flatMap(attribute -> Ali1688Texts.picture(attribute.text("skuImageUrl")))
                .findFirst();
        return price(sku)
                .or(this::lowestTier)
                .map(price -> new Sku(
                        sku.text("skuId"),
                        sku.text("specId"),
                        attributes.stream().map(texts::attribute).toList(),
                        price,
                        stock(sku),
                        picture.orElse(null)));
    }

    private static @Nullable Integer stock(LooseJson level) {
        return level.whole("amountOnSale").map(Long::intValue).orElse(null);
    }

    private Optional<Money> lowestTier() {
        return ranges().stream().findFirst().map(Tier::price);
    }

    /** What a buyer pays now: the promotion's price where there is one. */
    private static Optional<Money> price(LooseJson level) {
        return Ali1688Texts.yuan(level, "promotionPrice")
                .filter(Money::isPositive)
                .or(() -> Ali1688Texts.yuan(level, "price").filter(Money::isPositive));
    }

    private @Nullable Integer weightGrams() {
        var shipping = reply.at("productShippingInfo");
        var ofOffer = shipping.decimal("weight").map(kilograms -> kilograms.multiply(THOUSAND));
        var ofSkus = shipping.list("skuShippingInfoList").stream()
                .flatMap(sku -> sku.decimal("weight").stream())
                .max(Comparator.naturalOrder());
        return Stream.of(ofOffer, ofSkus)
                .flatMap(Optional::stream)
                .filter(grams -> grams.signum() > 0)
                .findFirst()
                .map(BigDecimal::intValue)
                .orElse(null);
    }

    private @Nullable SizeMm sizeMm() {
        var shipping = reply.at("productShippingInfo");
        var sides = Stream.of("length", "width", "height")
                .flatMap(side -> shipping.decimal(side).stream())
                .map(centimetres -> centimetres.movePointRight(1).intValue())
                .filter(side -> side > 0)
                .toList();
        return sides.size() == 3 ? new SizeMm(sides.get(0), sides.get(1), sides.get(2)) : null;
    }

    /** Only freedom from freight is told; what freight costs depends on the address, see the preview. */
    private @Nullable Money freight() {
        var free = reply.at("productSaleInfo", "fenxiaoSaleInfo").yes("onePieceFreePostage");
        return free ? Money.zero(Money.CNY) : null;
    }

    private Set<Hazard> hazards(List<Attribute> attributes) {
        var texts = Stream.concat(
                Stream.of(reply.text("categoryName"), reply.text("subject")),
                attributes.stream()
                        .map(attribute ->
                                attribute.name().chinese() + attribute.value().chinese()));
        return Hazard.toldBy(texts);
    }

    private Availability availability(List<Sku> skus) {
        return switch (reply.text("status")) {
            case "published" ->
                skus.stream().anyMatch(sku -> sku.inStock(1)) ? Availability.ON_SALE : Availability.SOLD_OUT;
            case "member expired", "auto expired", "expired", "member deleted", "deleted" -> Availability.GONE;
            default -> Availability.UNKNOWN;
        };
    }
}
