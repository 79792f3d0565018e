package io.sampan.outside.marketplace.top;

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
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code taobao.openmall.item.get}: yuan throughout. Source: docs/sources/openmall.md; seen in docs/sources/openmall/item.reply.json. */
record OpenMallItem(LooseJson item) {
    /** What an order names where an item has no variants. */
    static final String NO_VARIANT = "0";

    private static final int PICTURES = 20;
    private static final int SKUS = 500;
    private static final int GRAMS = 1000;
    private static final int MILLIMETRES = 1000;

    /** @param sold whether it is sold where our warehouse is */
    Offer toOffer(String itemId, boolean sold, Instant seenAt) {
        var properties = OpenMallProperties.of(item.text("item_properties"));
        var skus = skus(properties);
        var attributes = properties.ofAll(idsOfVariants());
        var shop = item.text("shop_name");
        return new Offer(
                new ItemRef(MarketplaceId.TAOBAO, itemId),
                Words.chinese(item.text("title")),
                TopValue.page(itemId),
                new Shop(shop, shop),
                new Category(item.text("category_id"), List.of()),
                pictures(),
                attributes,
                List.of(),
                skus,
                1,
                weight(),
                size(),
                freight(),
                hazards(attributes),
                sold ? availability(skus) : Availability.SOLD_OUT,
                item.whole("popularity").orElse(0L),
                OpenMall.SOURCE,
                seenAt);
    }

    boolean isLimitedToAreas() {
        return item.yes("area_limit");
    }

    /** The variant that an order names so, if it is on sale. */
    Optional<Sku> sku(String orderKey) {
        return isOnSale()
                ? skus(OpenMallProperties.of("")).stream()
                        .filter(sku -> sku.orderKey().equals(orderKey))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isOnSale() {
        return item.text("item_status").equals("1");
    }

    private List<URI> pictures() {
        var all = Stream.concat(
                item.at("item_images").list("top_item_image_vo").stream().map(image -> image.text("url")),
                Stream.of(item.text("pic_url")));
        return all.flatMap(TopValue::picture).distinct().limit(PICTURES).toList();
    }

    private List<LooseJson> variants() {
        return item.at("skus").list("top_item_sku_vo");
    }

    private Set<String> idsOfVariants() {
        return variants().stream()
                .flatMap(sku -> OpenMallProperties.ids(sku.text("properties")).stream())
                .collect(Collectors.toSet());
    }

    private List<Sku> skus(OpenMallProperties properties) {
        var pictures = picturesOfVariants();
        var variants = variants();
        return variants.isEmpty()
                ? single().stream().toList()
                : variants.stream()
                        .limit(SKUS)
                        .flatMap(sku -> sku(sku, properties, pictures).stream())
                        .toList();
    }

    private Optional<Sku> single() {
        return TopValue.price(item, "cost_price")
                .map(price -> new Sku(NO_VARIANT, NO_VARIANT, List.of(), price, stock(item), null));
    }

    private static Optional<Sku> sku(LooseJson sku, OpenMallProperties properties, Map<String, URI> pictures) {
        var id = sku.text("sku_id");
        var ids = OpenMallProperties.ids(sku.text("properties"));
        var picture = ids.stream()
                .flatMap(property -> Optional.ofNullable(pictures.get(property)).stream())
                .findFirst()
                .orElse(null);
        var options = properties.of(ids, sku.text("description"));
        return TopValue.price(sku, "price")
                .filter(price -> TopValue.isNumber(id))
                .map(price -> new Sku(id, id, options, price, stock(sku), picture));
    }

    private Map<String, URI> picturesOfVariants() {
        var pictures = new HashMap<String, URI>();
        for (var image : item.at("property_images").list("top_item_image_vo")) {
            TopValue.picture(image.text("url")).forEach(address -> pictures.put(image.text("properties"), address));
        }
        return pictures;
    }

    private static @Nullable Integer stock(LooseJson level) {
        return level.whole("quantity").map(Long::intValue).orElse(null);
    }

    private @Nullable Integer weight() {
        return item.decimal("weight")
                .map(kilograms -> kilograms.multiply(BigDecimal.valueOf(GRAMS)).intValue())
                .filter(grams -> grams > 0)
                .orElse(null);
    }

    /** Edges in metres, {@code width:…;breadth:…;height:…}; of a bulk in cubic metres no edge is known. */
    private @Nullable SizeMm size() {
        var edges = LooseJson.of(LooseJson.write(Stream.of(item.text("size").split(";"))
                .map(edge -> edge.split(":", 2))
                .filter(edge -> edge.length == 2)
                .collect(Collectors.toMap(edge -> edge[0], edge -> edge[1], (first, again) -> first))));
        int length = millimetres(edges, "breadth");
        int width = millimetres(edges, "width");
        int height = millimetres(edges, "height");
        return length > 0 && width > 0 && height > 0 ? new SizeMm(length, width, height) : null;
    }

    private static int millimetres(LooseJson edges, String name) {
        return edges.decimal(name)
                .map(metres -> metres.multiply(BigDecimal.valueOf(MILLIMETRES)).intValue())
                .orElse(0);
    }

    /** What the first pieces cost by express, for templates that count pieces; others depend on what nobody knows yet. */
    private @Nullable Money freight() {
        return item.at("postages").list("top_postage_vo").stream()
                .filter(way -> way.text("post_type").equals("express")
                        && way.text("valuation").equals("0"))
                .flatMap(way -> TopValue.yuan(way, "start_fee").stream())
                .findFirst()
                .orElse(null);
    }

    private Set<Hazard> hazards(List<Attribute> attributes) {
        return Hazard.toldBy(Stream.concat(
                Stream.of(item.text("title")),
                attributes.stream()
                        .map(attribute ->
                                attribute.name().chinese() + attribute.value().chinese())));
    }

    private Availability availability(List<Sku> skus) {
        return switch (item.text("item_status")) {
            case "1" -> skus.stream().anyMatch(sku -> sku.inStock(1)) ? Availability.ON_SALE : Availability.SOLD_OUT;
            case "0" -> Availability.GONE;
            default -> Availability.UNKNOWN;
        };
    }
}
