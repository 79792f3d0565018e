package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Query;
import io.sampan.simulators.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Search and items. Source: docs/sources/taobaoglobal/search, item, product, product-translate. */
final class ItemApi {
    private static final int MOST_PER_PAGE = 20;
    private static final Pattern BOUND = Pattern.compile("(min|max)_price:(\\d{1,12})");

    private final World world;
    private final Supplier<Images> images;
    private final Consumer<Listing> seen;

    ItemApi(World world, Supplier<Images> images, Consumer<Listing> seen) {
        this.world = world;
        this.images = images;
        this.seen = seen;
    }

    Object search(Call call) {
        int page = call.number("page_no", 1, 100_000);
        int size = call.number("page_size", MOST_PER_PAGE, 1_000);
        if (size > MOST_PER_PAGE) {
            throw Refused.business("PARAM_ERROR", "page_size must not exceed " + MOST_PER_PAGE);
        }
        long shop = call.text("shop_id").isBlank() ? 0 : call.number("shop_id");
        if (shop == 0) {
            call.needed("keyword");
        }
        long from = 0;
        long to = Long.MAX_VALUE;
        Matcher bound = BOUND.matcher(call.text("filters"));
        while (bound.find()) {
            from = bound.group(1).equals("min") ? Long.parseLong(bound.group(2)) : from;
            to = bound.group(1).equals("max") ? Long.parseLong(bound.group(2)) : to;
        }
        var query = new Query(Marketplace.TAOBAO, call.text("keyword"), 0, shop, from, to, order(call.text("sort")));
        boolean english = call.text("language").equals("en");
        List<Map<String, @Nullable Object>> rows = world.find(query).stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(listing -> row(listing, call.text("language"), english))
                .toList();
        return Fields.of("page_no", page, "page_size", size, "data", rows);
    }

    private static Query.Order order(String sort) {
        return switch (sort) {
            case "PRICE_ASC" -> Query.Order.PRICE_UP;
            case "PRICE_DESC" -> Query.Order.PRICE_DOWN;
            case "SALE_QTY_ASC" -> Query.Order.SALES_UP;
            case "SALE_QTY_DESC" -> Query.Order.SALES_DOWN;
            default -> Query.Order.FIT;
        };
    }

    Map<String, @Nullable Object> row(Listing listing, String language, boolean english) {
        Offer offer = world.offer(listing);
        String picture = images.get().one(listing, 1);
        return Fields.of(
                "item_id", listing.id(),
                "title", listing.title().zh(),
                "main_image_url", picture,
                "price", Fields.yuanText(offer.lowestFen()),
                "coupon_price", Fields.yuanText(offer.lowestFen()),
                "inventory", offer.stock(),
                "shop_name", listing.shop().name(),
                "tags", listing.shop().tmall() ? List.of("tmall") : List.of(),
                "multi_language_info",
                        Fields.of(
                                "language",
                                language.isBlank() ? "zh" : language,
                                "title",
                                listing.title().in(english),
                                "main_image_url",
                                picture),
                "promotion_displays", List.of());
    }

    private Offer offer(long id) {
        Listing listing = world.listing(Marketplace.TAOBAO, id)
                .orElseThrow(() -> Refused.business("ITEM_NOT_FOUND", "item " + id + " does not exist"));
        seen.accept(listing);
        return world.offer(listing);
    }

    Object item(Call call) {
        if (!call.needed("item_resource").equals("taobao")) {
            throw Refused.business("PARAM_ERROR", "item_resource");
        }
        Offer offer = offer(call.number("item_id"));
        Listing listing = offer.listing();
        if (offer.status() == Offer.Status.OFF) {
            throw Refused.business("ITEM_OFFLINE", "item is not on sale");
        }
        String language = call.text("language");
        boolean english = language.equals("en");
        List<String> pictures = images.get().all(offer);
        Offer.Sku first = offer.skus().getFirst();
        Map<String, @Nullable Object> item = Fields.of(
                "item_id", listing.id(),
                "title", listing.title().zh(),
                "category_id", listing.category().id(),
                "pic_urls", pictures,
                "price", first.listFen(),
                "promotion_price", first.fen(),
                "coupon_price", first.fen(),
                "description", "<p><img src=\"" + String.join("\"/><img src=\"", pictures) + "\"/></p>",
                "shop_name", listing.shop().name(),
                "shop_id", listing.shop().id(),
                "inventory", offer.stock());
        item.put("properties", properties(offer, false));
        item.put("sku_list", offer.skus().stream().map(sku -> sku(offer, sku)).toList());
        item.put("property_image_list", propertyImages(offer));
        item.put(
                "multi_language_info",
                Fields.of(
                        "language", language.isBlank() ? "zh" : language,
                        "title", listing.title().in(english),
                        "properties", properties(offer, english),
                        "sku_properties", skuProperties(offer, english)));
        return item;
    }

    private static List<Map<String, @Nullable Object>> properties(Offer offer, boolean english) {
        return offer.attributes().stream()
                .map(a -> property(
                        a.id() + 20_000,
                        a.name().in(english),
                        Math.abs(a.value().zh().hashCode()),
                        a.value().in(english)))
                .toList();
    }

    private static Map<String, @Nullable Object> property(long id, String name, long valueId, String value) {
        return Fields.of("prop_id", id, "prop_name", name, "value_id", valueId, "value_name", value);
    }

    private static Map<String, @Nullable Object> colour(Offer.Sku sku, boolean english) {
        var name = sku.colour().name();
        return property(1_627_207, english ? "Colour" : "颜色", Math.abs(name.zh().hashCode()), name.in(english));
    }

    private static Map<String, @Nullable Object> size(Offer.Sku sku, boolean english) {
        return property(
                20_509,
                english ? "Size" : "尺码",
                Math.abs(sku.size().zh().hashCode()),
                sku.size().in(english));
    }

    private static List<Map<String, @Nullable Object>> skuProperties(Offer offer, boolean english) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        offer.skus().stream().map(sku -> colour(sku, english)).distinct().forEach(all::add);
        offer.skus().stream().map(sku -> size(sku, english)).distinct().forEach(all::add);
        return all;
    }

    private Map<String, @Nullable Object> sku(Offer offer, Offer.Sku sku) {
        return Fields.of(
                "sku_id", sku.id(),
                "quantity", sku.stock(),
                "price", sku.listFen(),
                "promotion_price", sku.fen(),
                "coupon_price", sku.fen(),
                "pic_url", images.get().of(offer.listing(), sku.colour()),
                "properties", List.of(colour(sku, false), size(sku, false)));
    }

    private List<Map<String, @Nullable Object>> propertyImages(Offer offer) {
        return offer.skus().stream()
                .map(Offer.Sku::colour)
                .distinct()
                .map(c -> Fields.of(
                        "property",
                        "1627207:" + Math.abs(c.name().zh().hashCode()),
                        "image_url",
                        images.get().of(offer.listing(), c)))
                .toList();
    }

    Object product(Call call) {
        if (call.text("item_source_market").equals("CBU_MARKET")) {
            throw Refused.business("ITEM_NOT_FOUND", "1688 goods are not simulated here");
        }
        Offer offer = offer(call.number("item_id"));
        Offer.Sku first = offer.skus().getFirst();
        return Fields.of(
                "mp_id", Ids.mpId(offer.listing().id()),
                "item_id", offer.listing().id(),
                "title", offer.listing().title().zh(),
                "status", offer.status() == Offer.Status.ON ? "ONLINE" : "OFFLINE",
                "user_nick", offer.listing().shop().name(),
                "begin_amount", offer.minQuantity(),
                "postFee", offer.freightFen(),
                "price", first.listFen(),
                "promotion_price", first.fen(),
                "pic_urls", images.get().all(offer),
                "sku_list",
                        offer.skus().stream()
                                .map(sku -> Fields.of(
                                        "mp_skuId", Ids.mpSkuId(sku.id()),
                                        "sku_id", sku.id(),
                                        "quantity", sku.stock(),
                                        "price", sku.listFen(),
                                        "promotion_price", sku.fen(),
                                        "pic_url", images.get().of(offer.listing(), sku.colour()),
                                        "properties", List.of(colour(sku, false), size(sku, false))))
                                .toList());
    }

    Object translation(Call call) {
        Offer offer = offer(Ids.itemId(call.number("item_id")));
        boolean english = call.text("language").equals("en");
        return Fields.of(
                "mp_id", Ids.mpId(offer.listing().id()),
                "language", call.text("language").isBlank() ? "zh" : call.text("language"),
                "title", offer.listing().title().in(english),
                "properties", properties(offer, english));
    }
}
