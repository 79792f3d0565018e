package io.sampan.simulators.jdunion;

import io.sampan.simulators.kernel.Html;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.CategoryTree;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.JdNumbers;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Query;
import io.sampan.simulators.world.World;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searching and reading goods. Source: docs/sources/jdunion/goods, goods-info, big-field, categories. */
final class GoodsApi {
    private static final int MOST_PER_PAGE = 50;
    private static final int MOST_PAGES = 100;
    private static final int MOST_SKUS = 100;
    private static final int MOST_BIG = 10;

    private final World world;
    private final long seed;
    private final Supplier<Images> images;
    private final InstantSource clock;
    private final boolean skuIdsAllowed;

    GoodsApi(World world, long seed, Supplier<Images> images, InstantSource clock, boolean skuIdsAllowed) {
        this.world = world;
        this.seed = seed;
        this.images = images;
        this.clock = clock;
        this.skuIdsAllowed = skuIdsAllowed;
    }

    Map<String, @Nullable Object> query(Call outer) {
        Call call = outer.in("goodsReqDTO");
        int page = (int) call.number("pageIndex", 1);
        int size = (int) call.number("pageSize", 20);
        if (page < 1 || page > MOST_PAGES || size < 1 || size > MOST_PER_PAGE) {
            throw Refused.parameter("pageIndex 1-" + MOST_PAGES + ", pageSize 1-" + MOST_PER_PAGE);
        }
        List<Goods> found = call.has("skuIds") || call.has("itemIds") ? named(call) : searched(call);
        return Fields.of(
                "totalCount",
                found.size(),
                "data",
                found.stream()
                        .skip((long) (page - 1) * size)
                        .limit(size)
                        .map(goods -> goods.row(images.get(), clock.instant()))
                        .toList());
    }

    private List<Goods> named(Call call) {
        if (call.has("itemIds")) {
            return Stream.of(call.body()
                            .get("itemIds")
                            .toString()
                            .replaceAll("[\\[\\]\"]", "")
                            .split(","))
                    .map(itemId -> itemId.substring(itemId.lastIndexOf('_') + 1))
                    .filter(tail -> tail.matches("[0-9a-z]{1,11}"))
                    .flatMap(tail -> goods(Long.parseLong(tail, 36)).stream())
                    .toList();
        }
        if (!skuIdsAllowed) {
            throw Refused.inResult(411, "sceneId不匹配：请使用联盟商品ID，不支持skuId");
        }
        return call.numbers("skuIds", MOST_SKUS).stream()
                .flatMap(sku -> goods(sku).stream())
                .toList();
    }

    private Optional<Goods> goods(long sku) {
        return world.listing(Marketplace.JD, JdNumbers.listing(sku))
                .map(world::offer)
                .filter(offer -> offer.status() == Offer.Status.ON)
                .flatMap(offer -> offer.skus().stream()
                        .filter(one -> one.id() == sku)
                        .findFirst()
                        .map(one -> Goods.of(offer, one, seed)));
    }

    /** One SKU stands for its product in a list. */
    private List<Goods> searched(Call call) {
        if (!call.has("keyword")
                && !call.has("cid1")
                && !call.has("cid2")
                && !call.has("cid3")
                && !call.has("shopId")) {
            throw Refused.parameter("keyword");
        }
        long category = call.number("cid3", call.number("cid2", call.number("cid1", 0)));
        List<Listing> found = world.find(new Query(
                Marketplace.JD,
                call.text("keyword"),
                category,
                call.number("shopId", 0),
                call.fen("pricefrom", 0),
                call.fen("priceto", Long.MAX_VALUE),
                order(call)));
        String owner = call.text("owner");
        return found.stream()
                .filter(listing ->
                        owner.isEmpty() || owner.equals(listing.shop().selfRun() ? "g" : "p"))
                .map(world::offer)
                .map(offer -> Goods.of(offer, offer.skus().getFirst(), seed))
                .toList();
    }

    private static Query.Order order(Call call) {
        boolean up = call.text("sort").equals("asc");
        return switch (call.text("sortName")) {
            case "price" -> up ? Query.Order.PRICE_UP : Query.Order.PRICE_DOWN;
            case "inOrderCount30Days" -> up ? Query.Order.SALES_UP : Query.Order.SALES_DOWN;
            default -> Query.Order.FIT;
        };
    }

    Map<String, @Nullable Object> info(Call call) {
        return Fields.of(
                "data",
                call.numbers("skuIds", MOST_SKUS).stream()
                        .flatMap(sku -> goods(sku).stream())
                        .map(goods -> goods.info(images.get(), clock.instant()))
                        .toList());
    }

    Map<String, @Nullable Object> bigField(Call outer) {
        return Fields.of(
                "data",
                outer.in("goodsReq").numbers("skuIds", MOST_BIG).stream()
                        .flatMap(sku -> goods(sku).stream())
                        .map(this::big)
                        .toList());
    }

    private Map<String, @Nullable Object> big(Goods goods) {
        String pictures = images.get().all(goods.offer()).stream().collect(Collectors.joining(","));
        String properties = goods.offer().attributes().stream()
                .map(one -> Html.escape(one.name().zh()) + ":"
                        + Html.escape(one.value().zh()))
                .collect(Collectors.joining("^"));
        return Fields.of(
                "skuId", goods.sku().id(),
                "skuName", goods.name(),
                "productId", goods.listing().id(),
                "mainSkuId", goods.offer().skus().getFirst().id(),
                "skuStatus", 1,
                "categoryInfo", Fields.of("cid1", goods.listing().category().topId()),
                "detailImages", pictures,
                "baseBigFieldInfo",
                        Fields.of(
                                "wdis", "<p>" + Html.escape(goods.name()) + "</p>",
                                "propCode", properties,
                                "wareQD", goods.listing().facts().noun() + " × 1"));
    }

    Map<String, @Nullable Object> categories(Call outer) {
        Call call = outer.in("req");
        long parent = call.number("parentId", 0);
        return Fields.of(
                "data",
                world.categories().children(parent).stream()
                        .map(GoodsApi::category)
                        .toList());
    }

    private static Map<String, @Nullable Object> category(CategoryTree.Node node) {
        return Fields.of(
                "id", node.id(), "name", node.name().zh(), "grade", node.level() - 1, "parentId", node.parentId());
    }

    /** A link that pays commission; it leads to the same item. */
    Map<String, @Nullable Object> link(Call outer, String siteId) {
        Call call = outer.in("promotionCodeReq");
        if (!call.text("siteId").equals(siteId)) {
            throw Refused.inResult(2001101, "siteId不存在或不属于该联盟账号");
        }
        String sku = call.text("materialId").replaceAll(".*/(\\d{5,18})\\.html.*", "$1");
        if (!sku.matches("\\d{5,18}") || goods(Long.parseLong(sku)).isEmpty()) {
            throw Refused.inResult(2001701, "商品不存在或不在推广中");
        }
        return Fields.of(
                "data",
                Fields.of("clickURL", "https://union-click.jd.com/jdc?e=&p=" + Goods.itemId(Long.parseLong(sku))));
    }
}
