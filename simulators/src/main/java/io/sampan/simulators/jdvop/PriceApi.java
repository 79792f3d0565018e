package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.seller.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Prices, stock, area limits, freight and the balance. Source: docs/sources/jdvop/price, stock, area-limit, freight, balance. */
final class PriceApi {
    private static final int SHOWN_STOCK = 50;

    private final Pool pool;
    private final Delivery delivery;
    private final Orders orders;
    private final JdVopSettings settings;
    private final Consumer<Pool.Article> seen;

    PriceApi(Pool pool, Delivery delivery, Orders orders, JdVopSettings settings, Consumer<Pool.Article> seen) {
        this.pool = pool;
        this.delivery = delivery;
        this.orders = orders;
        this.settings = settings;
        this.seen = seen;
    }

    /** Contract price, and what JD asks of others. SKUs without a price are left out. */
    Reply sellPrices(Call call) {
        boolean more = call.text("queryExts").contains("nakedPrice");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Pool.Article article : priced(call)) {
            Map<String, @Nullable Object> row = price(article);
            if (more) {
                row.put("tax", Pool.TAX);
                row.put("nakedPrice", Fields.yuan(article.nakedFen()));
                row.put("taxPrice", Fields.yuan(article.fen() - article.nakedFen()));
                row.put("marketPrice", Fields.yuan(article.sku().listFen()));
            }
            rows.add(row);
        }
        return Reply.of(rows);
    }

    Reply prices(Call call) {
        return Reply.of(priced(call).stream().map(PriceApi::price).toList());
    }

    private static Map<String, @Nullable Object> price(Pool.Article article) {
        return Fields.of(
                "skuId", article.sku().id(),
                "price", Fields.yuan(article.fen()),
                "jdPrice", Fields.yuan(article.sku().listFen()));
    }

    private List<Pool.Article> priced(Call call) {
        List<Pool.Article> found = call.skus("sku").stream()
                .flatMap(sku -> pool.article(sku).stream())
                .toList();
        if (found.isEmpty()) {
            throw new Refused("3406", "价格不存在");
        }
        found.forEach(seen);
        return found;
    }

    private record Stock(int state, String words) {
        static final Stock NONE = new Stock(34, "无货");
        static final Stock HERE = new Stock(33, "有货");
        static final Stock ELSEWHERE = new Stock(40, "有货");
    }

    private Stock stock(long sku, long num, String area) {
        boolean enough = pool.article(sku)
                .filter(Pool.Article::listed)
                .filter(article -> article.sku().stock() >= num)
                .isPresent();
        if (!enough) {
            return Stock.NONE;
        }
        return delivery.remote(area) ? Stock.ELSEWHERE : Stock.HERE;
    }

    /** Stock for so many pieces; how many there are is told to those who ask for few. */
    Reply newStock(Call call) {
        String area = call.needed("area");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonNode line : call.list("skuNums")) {
            long sku = Call.number(line, "skuId");
            long num = Call.number(line, "num");
            Stock stock = stock(sku, num, area);
            rows.add(Fields.of(
                    "skuId", sku,
                    "areaId", area,
                    "stockStateId", stock.state(),
                    "stockStateDesc", stock.words(),
                    "remainNum", remaining(sku, num, stock)));
        }
        return Reply.of(settings.textInResults() ? Json.text(rows) : rows);
    }

    private int remaining(long sku, long num, Stock stock) {
        if (stock.state() != Stock.HERE.state() || num >= SHOWN_STOCK && num < 2 * SHOWN_STOCK) {
            return -1;
        }
        return num >= SHOWN_STOCK
                ? (int) num
                : pool.article(sku).map(article -> article.sku().stock()).orElse(-1);
    }

    Reply oldStock(Call call) {
        String area = call.needed("area");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (long sku : call.skus("sku")) {
            Stock stock = stock(sku, 1, area);
            rows.add(Fields.of("sku", sku, "area", area, "state", stock.state(), "desc", stock.words()));
        }
        return Reply.of(settings.textInResults() ? Json.text(rows) : rows);
    }

    Reply areaLimits(Call call) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (long sku : call.skus("skuIds")) {
            boolean restricted = pool.article(sku)
                    .map(article -> delivery.restricted(article, call))
                    .orElse(true);
            rows.add(Fields.of("skuId", sku, "isAreaRestrict", restricted));
        }
        return Reply.of(settings.textInResults() ? Json.text(rows) : rows);
    }

    Reply freight(Call call) {
        Basket basket = Basket.of(call.list("sku"), pool);
        Delivery.codes(call);
        Number freight = Fields.yuan(basket.freightFen());
        return Reply.of(
                Fields.of("freight", freight, "baseFreight", freight, "remoteRegionFreight", 0, "remoteSku", "[]"));
    }

    Reply balance(Call call) {
        if (!call.needed("payType").equals("4")) {
            throw new Refused("3408", "该支付类型不支持余额查询");
        }
        return Reply.of(Fields.yuanText(orders.balance().fen()));
    }
}
