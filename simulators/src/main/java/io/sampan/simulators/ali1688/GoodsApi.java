package io.sampan.simulators.ali1688;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.CategoryTree;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Query;
import io.sampan.simulators.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Search, detail, categories and freight. Source: docs/sources/1688/search, detail, category, freight. */
final class GoodsApi {
    private static final int MOST_PER_PAGE = 50;
    private static final Set<String> TRANSLATED = Set.of("en");

    private final World world;
    private final Supplier<Images> images;
    private final Consumer<Listing> seen;
    private final OfferDetail detail;

    GoodsApi(World world, Supplier<Images> images, Consumer<Listing> seen) {
        this.world = world;
        this.images = images;
        this.seen = seen;
        this.detail = new OfferDetail(images);
    }

    static Map<String, @Nullable Object> wrapped(@Nullable Object result, String code) {
        String message = code.equals("S0000") ? "成功" : "操作成功";
        return Fields.of("result", Fields.of("success", true, "code", code, "message", message, "result", result));
    }

    static Map<String, @Nullable Object> failed(String code, String message) {
        return Fields.of("result", Fields.of("success", false, "code", code, "message", message, "result", null));
    }

    /** The title in the asked language; for languages that nobody translated into it is the Chinese one again. */
    static String translated(Listing listing, String country) {
        return TRANSLATED.contains(country)
                ? listing.title().en()
                : listing.title().zh();
    }

    Object search(Call call) {
        JsonNode query = call.json("offerQueryParam");
        String country = Call.text(query, "country");
        if (country.isBlank()) {
            throw Refused.missing("country");
        }
        int page = Math.max(1, (int) number(query, "beginPage", 1));
        int size = (int) Math.clamp(number(query, "pageSize", 20), 1, MOST_PER_PAGE);
        List<Listing> found = world.find(new Query(
                Marketplace.ALI1688,
                Call.text(query, "keyword"),
                number(query, "categoryId", 0),
                0,
                fen(query, "priceStart", 0),
                fen(query, "priceEnd", Long.MAX_VALUE),
                order(Call.text(query, "sort"))));
        List<Map<String, @Nullable Object>> rows = found.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(listing -> row(listing, country))
                .toList();
        return wrapped(
                Fields.of(
                        "totalRecords", found.size(),
                        "totalPage", (found.size() + size - 1) / size,
                        "pageSize", size,
                        "currentPage", page,
                        "data", rows),
                "200");
    }

    Map<String, @Nullable Object> row(Listing listing, String country) {
        Offer offer = world.offer(listing);
        String fen = Fields.yuanText(offer.tiers().getFirst().fen());
        String one = Fields.yuanText(OfferDetail.onePiece(offer, offer.skus().getFirst()));
        String picture = images.get().one(listing, 1);
        Map<String, @Nullable Object> row = Fields.of(
                "offerId",
                listing.id(),
                "subject",
                listing.title().zh(),
                "subjectTrans",
                translated(listing, country),
                "imageUrl",
                picture,
                "whiteImage",
                picture,
                "priceInfo",
                Fields.of(
                        "price",
                        fen,
                        "consignPrice",
                        one,
                        "promotionPrice",
                        fen,
                        "jxhyPrice",
                        one,
                        "pfJxhyPrice",
                        fen));
        row.putAll(standing(listing, offer));
        return row;
    }

    private static Map<String, @Nullable Object> standing(Listing listing, Offer offer) {
        return Fields.of(
                "monthSold",
                listing.sold(),
                "repurchaseRate",
                5 + listing.id() % 40 + "%",
                "minOrderQuantity",
                offer.minQuantity(),
                "tradeScore",
                "4." + (3 + listing.id() % 7),
                "isOnePsale",
                offer.minQuantity() == 1,
                "isPatentProduct",
                false,
                "sellerIdentities",
                listing.shop().id() % 3 == 0 ? List.of("powerful_merchants") : List.of("tp_member"),
                "topCategoryId",
                listing.category().topId(),
                "secondCategoryId",
                listing.category().middleId(),
                "thirdCategoryId",
                listing.category().id(),
                "createDate",
                listing.created() + " 10:00:00",
                "modifyDate",
                listing.created().plusDays(20) + " 09:30:00",
                "traceInfo",
                "object_id@" + listing.id(),
                "promotionURL",
                "https://detail.1688.com/offer/" + listing.id() + ".html",
                "productSimpleShippingInfo",
                Fields.of("shippingTimeGuarantee", "shipIn48Hours"));
    }

    Object detail(Call call) {
        JsonNode query = call.json("offerDetailParam");
        String country = Call.text(query, "country");
        if (country.isBlank()) {
            throw Refused.missing("country");
        }
        return world.listing(Marketplace.ALI1688, Call.number(query, "offerId"))
                .map(listing -> {
                    seen.accept(listing);
                    return wrapped(detail.of(world.offer(listing), country), "200");
                })
                .orElseGet(() -> failed("404", "商品不存在"));
    }

    Object category(Call call) {
        long id = Long.parseLong(call.needed("categoryId").replaceAll("\\D", "0"));
        String language = call.needed("language");
        CategoryTree.Node root =
                new CategoryTree.Node(0, 0, 0, new io.sampan.simulators.world.Word("全部类目", "All categories"), false);
        CategoryTree.Node node = id == 0 ? root : world.categories().node(id).orElse(null);
        if (node == null) {
            return failed("404", "类目不存在");
        }
        Map<String, @Nullable Object> result = category(node, language);
        result.put("fromCache", true);
        result.put(
                "children",
                node.leaf()
                        ? null
                        : world.categories().children(id).stream()
                                .map(child -> category(child, language))
                                .toList());
        return wrapped(result, "S0000");
    }

    private static Map<String, @Nullable Object> category(CategoryTree.Node node, String language) {
        return Fields.of(
                "categoryId", node.id(),
                "chineseName", node.name().zh(),
                "translatedName", node.name().in(TRANSLATED.contains(language)),
                "language", language,
                "leaf", node.leaf(),
                "level", String.valueOf(node.level()),
                "parentCateId", node.parentId());
    }

    Object freight(Call call) {
        JsonNode query = call.json("productFreightQueryParamsNew");
        long pieces = Call.number(query, "totalNum");
        return world.listing(Marketplace.ALI1688, Call.number(query, "offerId"))
                .map(listing -> wrapped(detail.freight(world.offer(listing), pieces), "S0000"))
                .orElseGet(() -> failed("404", "商品不存在"));
    }

    static long number(JsonNode node, String name, long usual) {
        return Call.text(node, name).isBlank() ? usual : Call.number(node, name);
    }

    private static long fen(JsonNode node, String name, long usual) {
        String text = Call.text(node, name);
        if (text.isBlank()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw Refused.missing(name);
        }
        return new java.math.BigDecimal(text).movePointRight(2).longValueExact();
    }

    private static Query.Order order(String sort) {
        if (sort.isBlank()) {
            return Query.Order.FIT;
        }
        JsonNode by = Call.parsed("sort", sort);
        if (by.has("price")) {
            return Call.text(by, "price").equals("desc") ? Query.Order.PRICE_DOWN : Query.Order.PRICE_UP;
        }
        if (by.has("monthSold")) {
            return Call.text(by, "monthSold").equals("asc") ? Query.Order.SALES_UP : Query.Order.SALES_DOWN;
        }
        return Query.Order.FIT;
    }
}
