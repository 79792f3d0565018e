package io.sampan.simulators.jdvop;

import io.sampan.simulators.seller.Purchase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** SKUs and how many of each; the same SKU twice is added up. */
record Basket(List<Item> items) {
    private static final int MOST_PIECES = 100_000;

    /** One SKU. */
    record Item(Pool.Article article, int quantity) {
        long fen() {
            return article.fen() * quantity;
        }

        Item of(int pieces) {
            return new Item(article, pieces);
        }
    }

    /** Reads {@code [{"skuId":…,"num":…}]}; refuses what the contract does not cover. */
    static Basket of(List<JsonNode> lines, Pool pool) {
        Map<Long, Integer> quantities = new LinkedHashMap<>();
        for (JsonNode line : lines) {
            int num = (int) Math.min(Call.number(line, "num"), MOST_PIECES);
            if (num < 1) {
                throw Refused.badValue("num");
            }
            quantities.merge(Call.number(line, "skuId"), num, Integer::sum);
        }
        List<Item> items = new ArrayList<>();
        quantities.forEach((sku, num) -> items.add(new Item(article(sku, pool), num)));
        return new Basket(List.copyOf(items));
    }

    private static Pool.Article article(long sku, Pool pool) {
        if (!pool.known(sku)) {
            throw new Refused("3005", "商品没查询到，sku：" + sku);
        }
        return pool.article(sku)
                .filter(Pool.Article::listed)
                .orElseThrow(() -> new Refused("3004", "商品类型受限制，sku：" + sku));
    }

    long goodsFen() {
        return items.stream().mapToLong(Item::fen).sum();
    }

    /** Freight by the value of the goods. Source: docs/sources/jdvop.md "Freight". */
    long freightFen() {
        long fen = goodsFen();
        if (fen >= 9_900) {
            return 0;
        }
        return fen >= 4_900 ? 600 : 800;
    }

    /** What each warehouse sends; or, when it is to be split however little there is, each SKU, or half of the only one's pieces. */
    List<Basket> parts(boolean split) {
        if (!split) {
            Map<Integer, List<Item>> byWarehouse = new LinkedHashMap<>();
            items.forEach(item -> byWarehouse
                    .computeIfAbsent(item.article().warehouse(), w -> new ArrayList<>())
                    .add(item));
            return byWarehouse.values().stream().map(Basket::new).toList();
        }
        Item first = items.getFirst();
        if (items.size() == 1 && first.quantity() > 1) {
            int half = first.quantity() / 2;
            return List.of(new Basket(List.of(first.of(half))), new Basket(List.of(first.of(first.quantity() - half))));
        }
        return items.stream().map(item -> new Basket(List.of(item))).toList();
    }

    List<Purchase.Line> lines() {
        return items.stream()
                .map(item -> new Purchase.Line(
                        "",
                        item.article().listing().id(),
                        item.article().sku().id(),
                        item.quantity(),
                        item.article().fen(),
                        ""))
                .toList();
    }
}
