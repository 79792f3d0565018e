package io.sampan.simulators.pinduoduo;

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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Search, detail and links. Source: docs/sources/pinduoduo/search, detail, link. */
final class GoodsApi {
    private static final int LEAST_PER_PAGE = 10;
    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_PAGES = 100;
    private static final int MOST_SIGNS = 100;
    /** {@code range_id} of the price of a group. */
    private static final int BY_GROUP_PRICE = 0;

    private final World world;
    private final Signs signs;
    private final long seed;
    private final Supplier<Images> images;
    private final PinduoduoSettings settings;

    GoodsApi(World world, Signs signs, long seed, Supplier<Images> images, PinduoduoSettings settings) {
        this.world = world;
        this.signs = signs;
        this.seed = seed;
        this.images = images;
        this.settings = settings;
    }

    private Goods goods(Listing listing) {
        return Goods.of(world.offer(listing), signs.of(listing), seed);
    }

    private Optional<Goods> goods(String sign) {
        return signs.listing(sign).map(this::goods).filter(one -> one.offer().status() == Offer.Status.ON);
    }

    Map<String, @Nullable Object> search(Call call) {
        if (!call.text("pid").isEmpty()) {
            checkPid(call.text("pid"));
        }
        int page = call.number("page", 1, 1, MOST_PAGES);
        int size = call.number("page_size", MOST_PER_PAGE, LEAST_PER_PAGE, MOST_PER_PAGE);
        List<JsonNode> named = call.list("goods_sign_list");
        List<Goods> found = named.isEmpty()
                ? searched(call)
                : named.stream()
                        .limit(MOST_SIGNS)
                        .flatMap(sign -> goods(sign.asString("")).stream())
                        .toList();
        String search = Integer.toHexString(call.text("keyword").hashCode());
        return Fields.of(
                "goods_list",
                found.stream()
                        .skip((long) (page - 1) * size)
                        .limit(size)
                        .map(one -> one.row(images.get()))
                        .toList(),
                "total_count",
                found.size(),
                "list_id",
                "list" + search,
                "search_id",
                "search" + search);
    }

    private List<Goods> searched(Call call) {
        // The keyword may be a number. Source: docs/sources/pinduoduo.md "Numbers and signs".
        if (settings.keywordMayBeNumber() && call.text("keyword").matches("\\d{6,18}")) {
            return world
                    .listing(Marketplace.PINDUODUO, Long.parseLong(call.text("keyword")))
                    .map(this::goods)
                    .filter(one -> one.offer().status() == Offer.Status.ON)
                    .stream()
                    .toList();
        }
        if (call.text("keyword").isEmpty()
                && call.text("opt_id").isEmpty()
                && call.text("cat_id").isEmpty()) {
            throw Refused.parameter("keyword");
        }
        long category = !call.text("cat_id").isEmpty()
                ? call.number("cat_id")
                : call.text("opt_id").isEmpty() ? 0 : call.number("opt_id");
        long from = 0;
        long to = Long.MAX_VALUE;
        for (JsonNode range : call.list("range_list")) {
            if (range.path("range_id").asInt(-1) == BY_GROUP_PRICE) {
                from = range.path("range_from").asLong(0);
                to = range.path("range_to").asLong(Long.MAX_VALUE);
            }
        }
        var query = new Query(
                Marketplace.PINDUODUO, call.text("keyword"), category, 0, from, to, order(call.text("sort_type")));
        boolean coupons = call.flag("with_coupon");
        return world.find(query).stream()
                .map(this::goods)
                .filter(one -> !coupons || one.couponFen() > 0)
                .toList();
    }

    private static Query.Order order(String sortType) {
        return switch (sortType) {
            case "3" -> Query.Order.PRICE_UP;
            case "4" -> Query.Order.PRICE_DOWN;
            case "5" -> Query.Order.SALES_UP;
            case "6" -> Query.Order.SALES_DOWN;
            default -> Query.Order.FIT;
        };
    }

    /** Goods that are not there, or no longer on sale, are left out without a word. */
    Map<String, @Nullable Object> detail(Call call) {
        Optional<Goods> found;
        if (!call.text("goods_sign").isEmpty()) {
            found = goods(call.text("goods_sign"));
        } else if (settings.goodsIdAllowed()) {
            found = byId(call.list("goods_id_list"));
        } else {
            throw Refused.parameter("goods_sign");
        }
        return Fields.of(
                "goods_details",
                found.map(one -> one.detail(images.get())).stream().toList());
    }

    private Optional<Goods> byId(List<JsonNode> ids) {
        if (ids.size() != 1) {
            throw Refused.parameter("goods_id_list");
        }
        return world.listing(Marketplace.PINDUODUO, ids.getFirst().asLong(0))
                .map(this::goods)
                .filter(one -> one.offer().status() == Offer.Status.ON);
    }

    private void checkPid(String pid) {
        if (!pid.equals(settings.pid())) {
            throw Refused.business("60001", "pid不属于该client_id");
        }
    }

    Map<String, @Nullable Object> link(Call call) {
        checkPid(call.needed("p_id"));
        List<JsonNode> asked = call.list("goods_sign_list");
        if (asked.isEmpty() || asked.size() > MOST_SIGNS) {
            throw Refused.parameter("goods_sign_list");
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonNode sign : asked) {
            Goods one = goods(sign.asString("")).orElseThrow(() -> Refused.business("50001", "商品不存在或已下架"));
            rows.add(links(one, call));
        }
        return Fields.of("goods_promotion_url_list", rows);
    }

    private Map<String, @Nullable Object> links(Goods one, Call call) {
        String query = "?goods_id=" + one.listing().id() + "&pid=" + settings.pid();
        String tail = Integer.toHexString(one.sign().hashCode());
        Map<String, @Nullable Object> row = Fields.of(
                "url", "https://mobile.yangkeduo.com/duo_coupon_landing.html" + query,
                "mobile_url", "https://mobile.yangkeduo.com/app.html" + query);
        if (call.flag("generate_short_url")) {
            row.put("short_url", "https://p.pinduoduo.com/" + tail);
            row.put("mobile_short_url", "https://p.pinduoduo.com/m" + tail);
        }
        if (call.flag("generate_we_app")) {
            row.put(
                    "we_app_info",
                    Fields.of(
                            "app_id",
                            "wx32540bd863b27570",
                            "page_path",
                            "package_a/welfare_coupon/welfare_coupon.html" + query,
                            "title",
                            one.listing().title().zh()));
        }
        return row;
    }
}
