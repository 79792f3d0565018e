package io.sampan.simulators.openmall;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Rows;
import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pool and its items. Source: docs/sources/openmall/items, item, item-unknown, salearea. */
final class ItemApi {
    private static final int MOST_PER_PAGE = 100;
    private static final int USUAL_PER_PAGE = 20;
    private static final int MOST_PAGES = 100_000;

    private final World world;
    private final Pool pool;
    private final String distributor;
    private final Supplier<Images> images;
    private final Consumer<Listing> seen;

    ItemApi(World world, Pool pool, String distributor, Supplier<Images> images, Consumer<Listing> seen) {
        this.world = world;
        this.pool = pool;
        this.distributor = distributor;
        this.images = images;
        this.seen = seen;
    }

    /** The public pool; with a distributor what is supplied to it alone. */
    Map<String, @Nullable Object> items(Call call) {
        int page = call.number("page_no", 1, 1, MOST_PAGES);
        int size = call.number("page_size", USUAL_PER_PAGE, 1, MOST_PER_PAGE);
        String whose = call.text("distributor");
        List<Listing> all = whose.isBlank() ? pool.open() : whose.equals(distributor) ? pool.supplied() : List.of();
        List<Map<String, @Nullable Object>> rows = all.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(world::offer)
                .map(this::row)
                .toList();
        return result(Fields.of("success", true, "item_list", new Rows("top_item_vo", rows)));
    }

    private Map<String, @Nullable Object> row(Offer offer) {
        Listing listing = offer.listing();
        return Fields.of(
                "item_id", listing.id(),
                "title", listing.title().zh(),
                "cost_price", Fields.yuanText(offer.lowestFen()),
                "quantity", String.valueOf(offer.stock()),
                "category_id", listing.category().id(),
                "pic_url", images.get().one(listing, 1),
                "prov", listing.shop().province(),
                "city", listing.shop().city(),
                "status", offer.status() == Offer.Status.ON ? 1 : 0);
    }

    Map<String, @Nullable Object> item(Call call) {
        Optional<Offer> found = pool.offer(call.number("item_id"));
        if (found.isEmpty()) {
            return result(unknown());
        }
        seen.accept(found.get().listing());
        return result(Fields.of("success", true, "item", item(found.get())));
    }

    private static Map<String, @Nullable Object> unknown() {
        return Fields.of("success", false, "error_code", No.NOT_IN_POOL.code, "error_msg", No.NOT_IN_POOL.words);
    }

    private static Map<String, @Nullable Object> result(Map<String, @Nullable Object> result) {
        return Fields.of("result", result);
    }

    private Map<String, @Nullable Object> item(Offer offer) {
        Listing listing = offer.listing();
        List<String> pictures = images.get().all(offer);
        Map<String, @Nullable Object> item = Fields.of(
                "item_id", listing.id(),
                "title", listing.title().zh(),
                "cost_price", Fields.yuanText(offer.lowestFen()),
                "quantity", offer.stock(),
                "category_id", listing.category().id(),
                "item_status", offer.status() == Offer.Status.ON ? 1 : 0,
                "prov", listing.shop().province(),
                "city", listing.shop().city(),
                "shop_name", listing.shop().name(),
                "popularity", listing.sold(),
                "is_virtual", false,
                "area_limit", pool.areaLimited(listing),
                "support_erp_hold", String.valueOf(pool.holdable(listing)),
                "weight", weight(offer),
                "size", size(offer));
        item.put("description", "<p><img src=\"" + String.join("\"/><img src=\"", pictures) + "\"/></p>");
        item.put("pic_url", pictures.getFirst());
        item.put("item_images", new Rows("top_item_image_vo", itemImages(pictures)));
        item.put("property_images", new Rows("top_item_image_vo", propertyImages(offer)));
        item.put("item_properties", properties(offer));
        item.put(
                "skus",
                new Rows(
                        "top_item_sku_vo",
                        offer.skus().stream().map(ItemApi::sku).toList()));
        item.put("postages", Postage.postages(offer));
        return item;
    }

    /** Kilograms as the seller states them; absent when it does not. */
    private static @Nullable String weight(Offer offer) {
        Integer grams = offer.statedGrams();
        return grams == null ? null : String.valueOf(grams / 1_000.0);
    }

    /** Cubic metres, or edges in metres: sellers use either. */
    private static String size(Offer offer) {
        var size = offer.parcel().size();
        boolean bulk = Dice.of(0, offer.listing().id(), "openmall size").chance(0.5);
        return bulk
                ? "bulk:"
                        + BigDecimal.valueOf((long) size.length() * size.width() * size.height(), 9)
                                .stripTrailingZeros()
                                .toPlainString()
                : "width:" + size.width() / 1e3 + ";breadth:" + size.length() / 1e3 + ";height:" + size.height() / 1e3;
    }

    private static List<Map<String, @Nullable Object>> itemImages(List<String> pictures) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String url : pictures) {
            rows.add(Fields.of("url", url, "position", rows.size()));
        }
        return rows;
    }

    private List<Map<String, @Nullable Object>> propertyImages(Offer offer) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        offer.skus().stream()
                .map(Offer.Sku::colour)
                .distinct()
                .forEach(colour -> rows.add(Fields.of(
                        "properties", Props.colour(colour),
                        "url", images.get().of(offer.listing(), colour),
                        "image_id", offer.listing().id() * 100 + rows.size())));
        return rows;
    }

    /** All names and values, those of the SKUs too: {@code pid:vid:name:value;…}. */
    private static String properties(Offer offer) {
        Stream<String> attributes = offer.attributes().stream()
                .map(a -> a.id() + 20_000 + ":" + Props.vid(a.value()) + ":"
                        + a.name().zh() + ":" + a.value().zh());
        Stream<String> sales = offer.skus().stream()
                .flatMap(sku -> Stream.of(
                        Props.colour(sku.colour()) + ":颜色分类:"
                                + sku.colour().name().zh(),
                        Props.size(sku.size()) + ":尺码:" + sku.size().zh()))
                .distinct();
        return Stream.concat(attributes, sales).collect(Collectors.joining(";"));
    }

    private static Map<String, @Nullable Object> sku(Offer.Sku sku) {
        return Fields.of(
                "sku_id", sku.id(),
                "price", Fields.yuanText(sku.fen()),
                "quantity", sku.stock(),
                "properties", Props.colour(sku.colour()) + ";" + Props.size(sku.size()),
                "description", Props.named(sku));
    }

    /** Where an item is sold; a JSON tree in a string. */
    Map<String, @Nullable Object> saleArea(Call call) {
        Optional<Offer> found = pool.offer(call.number("item_id"));
        if (found.isEmpty()) {
            return result(unknown());
        }
        List<Map<String, @Nullable Object>> areas = pool.provinces(found.get().listing()).stream()
                .map(province -> Fields.of("areaId", Integer.parseInt(province) * 10_000, "subSaleArea", List.of()))
                .toList();
        String tree = Json.text(areas);
        boolean limited = pool.areaLimited(found.get().listing());
        List<Map<String, @Nullable Object>> rows = !limited
                ? List.of()
                : found.get().skus().stream()
                        .map(sku -> Fields.of("sku_id", sku.id(), "sale_area_info", tree))
                        .toList();
        return result(Fields.of("success", true, "sale_area_list", new Rows("top_sale_area_vo", rows)));
    }
}
