package io.sampan.outside.marketplace.vendor;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Availability;
import io.sampan.outside.marketplace.Offer.Category;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.marketplace.Offer.Shop;
import io.sampan.outside.marketplace.Offer.Sku;
import io.sampan.outside.marketplace.Offer.Tier;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item, or a row of a search, as a vendor tells it: numbers and texts are mixed, lists are wrapped or bare, and what is empty may be anything. Weights
 * are not taken, since nobody says in which unit they are.
 */
record VendorItem(LooseJson item, VendorShape shape) {
    private static final int PICTURES = 20;
    private static final int SKUS = 500;
    private static final int OPTION_PARTS = 4;
    private static final int VALUE = 3;
    private static final int NAME = 2;

    Offer toOffer(ItemRef ref, Instant seenAt) {
        var skus = skus();
        var attributes = attributes();
        return new Offer(
                ref,
                Words.chinese(shape.text(item, "item.title")),
                URI.create(shape.filled("page." + ref.marketplace().slug(), Map.of("item", ref.itemId()))),
                new Shop(shape.text(item, "item.shop-id"), shape.text(item, "item.shop-name")),
                new Category(shape.text(item, "item.category"), List.of()),
                pictures(),
                attributes,
                tiers(skus),
                skus,
                shape.decimal(item, "item.least")
                        .map(BigDecimal::intValue)
                        .filter(least -> least > 0)
                        .orElse(1),
                null,
                null,
                yuan(item, "item.freight").orElse(null),
                hazards(attributes),
                availability(skus),
                shape.decimal(item, "item.sold").map(BigDecimal::longValue).orElse(0L),
                Vendor.SOURCE,
                seenAt);
    }

    /** This as a row of a search. */
    Optional<Listing> toListing(MarketplaceId marketplace) {
        var id = shape.text(item, "rows.id");
        var picture = picture(shape.text(item, "rows.picture")).findFirst();
        return !ItemRef.isId(id) || picture.isEmpty()
                ? Optional.empty()
                : yuan(item, "rows.price")
                        .filter(Money::isPositive)
                        .map(price -> new Listing(
                                new ItemRef(marketplace, id),
                                Words.chinese(shape.text(item, "rows.title")),
                                picture.get(),
                                price,
                                shape.decimal(item, "rows.sold")
                                        .map(BigDecimal::longValue)
                                        .orElse(0L)));
    }

    private Optional<Money> yuan(LooseJson level, String place) {
        return shape.decimal(level, place).map(yuan -> Money.rounded(yuan, Money.CNY));
    }

    private List<URI> pictures() {
        var all = Stream.concat(
                Stream.of(shape.text(item, "item.picture")),
                shape.list(item, "item.pictures").stream()
                        .map(picture -> shape.text(picture, "item.pictures.address")));
        return all.flatMap(VendorItem::picture).distinct().limit(PICTURES).toList();
    }

    /** An address of a picture, given without its scheme at times. */
    private static Stream<URI> picture(String address) {
        var whole = address.startsWith("//") ? "https:" + address : address;
        try {
            return whole.startsWith("http") ? Stream.of(URI.create(whole.strip())) : Stream.empty();
        } catch (IllegalArgumentException broken) {
            return Stream.empty();
        }
    }

    private List<Attribute> attributes() {
        return shape.list(item, "item.attributes").stream()
                .map(one ->
                        attribute(shape.text(one, "item.attributes.name"), shape.text(one, "item.attributes.value")))
                .toList();
    }

    private static Attribute attribute(String name, String value) {
        return new Attribute(Words.chinese(name), Words.chinese(value));
    }

    /** Prices by quantity, {@code [[from, price], …]}; where there are neither these nor variants, the one price. */
    private List<Tier> tiers(List<Sku> skus) {
        var told = shape.list(item, "item.tiers").stream()
                .flatMap(pair -> tier(pair.node()).stream())
                .toList();
        return !told.isEmpty() || !skus.isEmpty()
                ? told
                : yuan(item, "item.price").filter(Money::isPositive).map(price -> new Tier(1, price)).stream()
                        .toList();
    }

    private static Optional<Tier> tier(JsonNode pair) {
        var level = LooseJson.of(LooseJson.write(
                Map.of("from", pair.path(0).asString(""), "price", pair.path(1).asString(""))));
        var price = level.decimal("price").map(yuan -> Money.rounded(yuan, Money.CNY));
        return level.whole("from")
                .filter(from -> from > 0 && price.filter(Money::isPositive).isPresent())
                .map(from -> new Tier(from.intValue(), price.orElseThrow()));
    }

    private List<Sku> skus() {
        var pictures = picturesOfOptions();
        return shape.list(item, "item.skus").stream()
                .limit(SKUS)
                .flatMap(sku -> sku(sku, pictures).stream())
                .toList();
    }

    private Optional<Sku> sku(LooseJson sku, Map<String, URI> pictures) {
        var id = shape.text(sku, "item.skus.id");
        var told = Arrays.stream(shape.text(sku, "item.skus.options").split(";"))
                .map(option -> option.split(":", OPTION_PARTS))
                .filter(parts -> parts.length == OPTION_PARTS)
                .toList();
        var picture = told.stream()
                .flatMap(parts -> Optional.ofNullable(pictures.get(parts[0] + ":" + parts[1])).stream())
                .findFirst()
                .orElse(null);
        return yuan(sku, "item.skus.price")
                .filter(price -> price.isPositive() && !id.isEmpty())
                .map(price -> new Sku(
                        id,
                        shape.text(sku, "item.skus.order"),
                        told.stream()
                                .map(parts -> attribute(parts[NAME], parts[VALUE]))
                                .toList(),
                        price,
                        stock(sku),
                        picture));
    }

    private @Nullable Integer stock(LooseJson sku) {
        return shape.decimal(sku, "item.skus.stock").map(BigDecimal::intValue).orElse(null);
    }

    private Map<String, URI> picturesOfOptions() {
        var pictures = new HashMap<String, URI>();
        for (var one : shape.list(item, "item.option-pictures")) {
            picture(shape.text(one, "item.option-pictures.address"))
                    .forEach(address -> pictures.put(shape.text(one, "item.option-pictures.option"), address));
        }
        return pictures;
    }

    private Set<Hazard> hazards(List<Attribute> attributes) {
        return Hazard.toldBy(Stream.concat(
                Stream.of(shape.text(item, "item.title")),
                attributes.stream()
                        .map(attribute ->
                                attribute.name().chinese() + attribute.value().chinese())));
    }

    /** What is not on sale is not found there. */
    private static Availability availability(List<Sku> skus) {
        return skus.isEmpty() || skus.stream().anyMatch(sku -> sku.inStock(1))
                ? Availability.ON_SALE
                : Availability.SOLD_OUT;
    }
}
