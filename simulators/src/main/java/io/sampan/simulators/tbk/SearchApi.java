package io.sampan.simulators.tbk;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Refused;
import io.sampan.simulators.top.Rows;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Query;
import io.sampan.simulators.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Material search, old and upgraded. Source: docs/sources/tbk/search, search-upgrade. */
final class SearchApi {
    private static final int USUAL_PER_PAGE = 20;
    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_PAGES = 10_000;

    private final World world;
    private final TbkSettings settings;
    private final ItemView view;

    SearchApi(World world, TbkSettings settings, ItemView view) {
        this.world = world;
        this.settings = settings;
        this.view = view;
    }

    /** Flat rows with numbers for ids. */
    Map<String, @Nullable Object> old(Call call) {
        return found(call, view::flat);
    }

    /** Nested rows with opaque ids. */
    Map<String, @Nullable Object> upgraded(Call call) {
        return found(call, view::nested);
    }

    private Map<String, @Nullable Object> found(Call call, Function<Listing, Map<String, @Nullable Object>> row) {
        if (call.number("adzone_id") != settings.pid().adzone()) {
            throw Refused.business("isv.adzone-invalid", "adzone_id不属于当前推广者");
        }
        if (call.text("q").isBlank() && call.text("cat").isBlank()) {
            throw Refused.missing("q");
        }
        int page = call.number("page_no", 1, 1, MOST_PAGES);
        int size = call.number("page_size", USUAL_PER_PAGE, 1, MOST_PER_PAGE);
        List<Listing> all = world.find(query(call)).stream()
                .filter(listing ->
                        !call.text("is_tmall").equals("true") || listing.shop().tmall())
                .filter(listing -> !call.text("has_coupon").equals("true") || view.hasCoupon(listing))
                .toList();
        List<Map<String, @Nullable Object>> rows =
                all.stream().skip((long) (page - 1) * size).limit(size).map(row).toList();
        if (rows.isEmpty() && settings.emptyIsRefused()) {
            throw Refused.business("50001", "无结果");
        }
        return Fields.of("total_results", all.size(), "result_list", new Rows("map_data", rows));
    }

    private static Query query(Call call) {
        long from = call.text("start_price").isBlank() ? 0 : 100 * call.number("start_price");
        long to = call.text("end_price").isBlank() ? Long.MAX_VALUE : 100 * call.number("end_price");
        long category = call.text("cat").isBlank() ? 0 : call.number("cat");
        return new Query(Marketplace.TAOBAO, call.text("q"), category, 0, from, to, order(call.text("sort")));
    }

    private static Query.Order order(String sort) {
        return switch (sort) {
            case "price_asc" -> Query.Order.PRICE_UP;
            case "price_des" -> Query.Order.PRICE_DOWN;
            case "total_sales_asc" -> Query.Order.SALES_UP;
            case "total_sales_des" -> Query.Order.SALES_DOWN;
            default -> Query.Order.FIT;
        };
    }
}
