package io.sampan.simulators.jdvop;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Category;
import io.sampan.simulators.world.CategoryTree;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Query;
import io.sampan.simulators.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Search, the pools, and categories; none of them tells a price. Source: docs/sources/jdvop/search, pools, pool. */
final class SearchApi {
    private static final int MOST_PER_PAGE = 50;
    private static final int POOL_PAGE = 100;

    private final World world;
    private final Pool pool;
    private final Supplier<Images> images;

    SearchApi(World world, Pool pool, Supplier<Images> images) {
        this.world = world;
        this.pool = pool;
        this.images = images;
    }

    Reply search(Call call) {
        int page = call.number("pageIndex", 1, 100_000);
        int size = call.number("pageSize", 20, MOST_PER_PAGE);
        List<Listing> found = found(call);
        return Reply.of(Fields.of(
                "resultCount", found.size(),
                "pageSize", size,
                "pageCount", (found.size() + size - 1) / size,
                "pageIndex", page,
                "brandAggregate", Fields.of("pinyinAggr", List.of(), "brandList", brands(found)),
                "categoryAggregate", categories(found),
                "hitResult",
                        found.stream()
                                .skip((long) (page - 1) * size)
                                .limit(size)
                                .map(this::hit)
                                .toList()));
    }

    private List<Listing> found(Call call) {
        var query = new Query(
                Marketplace.JD,
                call.text("keyword"),
                call.text("catId").isEmpty() ? 0 : call.number("catId"),
                0,
                fen(call, "min", 0),
                fen(call, "max", Long.MAX_VALUE),
                order(call.text("sortType")));
        return world.find(query).stream().filter(pool::holds).toList();
    }

    private static Map<String, @Nullable Object> categories(List<Listing> found) {
        return Fields.of(
                "firstCategory",
                        categories(found, Category::topId, one -> one.top().zh(), 0),
                "secondCategory",
                        categories(
                                found, Category::middleId, one -> one.middle().zh(), 1),
                // So spelt. Source: docs/sources/jdvop.md "Goods".
                "thridCategory",
                        categories(found, Category::id, one -> one.name().zh(), 2));
    }

    private static Query.Order order(String sortType) {
        return switch (sortType) {
            case "price_asc" -> Query.Order.PRICE_UP;
            case "price_desc" -> Query.Order.PRICE_DOWN;
            case "sale_desc" -> Query.Order.SALES_DOWN;
            default -> Query.Order.FIT;
        };
    }

    private static long fen(Call call, String name, long usual) {
        if (call.text(name).isEmpty()) {
            return usual;
        }
        if (!call.text(name).matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw Refused.badFormat(name);
        }
        return Math.round(Double.parseDouble(call.text(name)) * 100);
    }

    private static List<Map<String, @Nullable Object>> brands(List<Listing> found) {
        return found.stream()
                .map(Listing::shop)
                .distinct()
                .limit(MOST_PER_PAGE)
                .map(shop -> Fields.of(
                        "id",
                        shop.id(),
                        "name",
                        shop.brand().zh(),
                        "pinyin",
                        shop.brand().en()))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> categories(
            List<Listing> found, Function<Category, Long> id, Function<Category, String> name, int level) {
        Map<Long, String> names = new LinkedHashMap<>();
        Map<Long, Integer> counts = new LinkedHashMap<>();
        for (Listing listing : found) {
            names.put(id.apply(listing.category()), name.apply(listing.category()));
            counts.merge(id.apply(listing.category()), 1, Integer::sum);
        }
        return names.entrySet().stream()
                .map(one -> Fields.of(
                        "catId", one.getKey(),
                        "name", one.getValue(),
                        "catClass", level,
                        "count", counts.get(one.getKey())))
                .toList();
    }

    private Map<String, @Nullable Object> hit(Listing listing) {
        Offer offer = world.offer(listing);
        Pool.Article first = pool.articles(offer).getFirst();
        return Fields.of(
                "wareId", String.valueOf(first.sku().id()),
                "warePId", String.valueOf(listing.id()),
                "wareName", first.name(),
                "brand", listing.shop().brand().zh(),
                "brandId", String.valueOf(listing.shop().id()),
                "imageUrl", images.get().of(listing, first.sku().colour()),
                "cid1", String.valueOf(listing.category().topId()),
                "cid2", String.valueOf(listing.category().middleId()),
                "catId", String.valueOf(listing.category().id()),
                "wstate", "1",
                "wyn", "1",
                "synonyms", "");
    }

    /** One pool for each top category. */
    Reply pools(Call call) {
        Map<Long, String> pools = new LinkedHashMap<>();
        pool.listings()
                .forEach(listing -> pools.put(
                        listing.category().topId(), listing.category().top().zh()));
        return Reply.of(pools.entrySet().stream()
                .map(one -> Fields.of("name", one.getValue(), "page_num", String.valueOf(one.getKey())))
                .toList());
    }

    /** The older call: all of a pool's SKUs in one string, with commas. */
    Reply poolAsText(Call call) {
        return Reply.of(
                String.join(",", inPool(call).stream().map(String::valueOf).toList()));
    }

    Reply pool(Call call) {
        List<Long> skus = inPool(call);
        int page = call.number("pageNo", 1, 100_000);
        return Reply.of(Fields.of(
                "pageCount",
                (skus.size() + POOL_PAGE - 1) / POOL_PAGE,
                "skuIds",
                skus.stream()
                        .skip((long) (page - 1) * POOL_PAGE)
                        .limit(POOL_PAGE)
                        .toList()));
    }

    private List<Long> inPool(Call call) {
        long number = call.number("pageNum");
        List<Long> skus = pool.listings().stream()
                .filter(listing -> listing.category().topId() == number)
                .flatMap(listing -> pool.articles(listing).stream())
                .map(article -> article.sku().id())
                .toList();
        if (skus.isEmpty()) {
            throw new Refused("0010", "返回数据为空");
        }
        return skus;
    }

    Reply category(Call call) {
        CategoryTree.Node node =
                world.categories().node(call.number("cid")).orElseThrow(() -> new Refused("0010", "返回数据为空"));
        return Reply.of(Fields.of(
                "catId", node.id(),
                "parentId", node.parentId(),
                "name", node.name().zh(),
                "catClass", node.level() - 1,
                "state", 1));
    }
}
