package io.sampan.simulators.jdvop;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders on the wire, in yuan. Source: docs/sources/jdvop/order, order-split, submit. */
final class OrderView {
    private final Pool pool;
    private final Orders orders;

    OrderView(Pool pool, Orders orders) {
        this.pool = pool;
        this.orders = orders;
    }

    /** What placing an order answers. */
    Map<String, @Nullable Object> placed(VopOrder order) {
        return money(order.id(), orders.parts(order));
    }

    /** An order before it is split: it calls itself a child, without a parent. */
    Map<String, @Nullable Object> whole(VopOrder order) {
        Map<String, @Nullable Object> node = states(order, orders.parts(order));
        node.put("type", 2);
        node.put("pOrder", 0);
        node.putAll(placed(order));
        return node;
    }

    /** An order after it was split. */
    Map<String, @Nullable Object> parent(VopOrder order) {
        Map<String, @Nullable Object> node = states(order, orders.parts(order));
        node.put("type", 1);
        node.put("pOrder", placed(order));
        node.put(
                "cOrder",
                orders.parts(order).stream().map(part -> child(order, part)).toList());
        return node;
    }

    /** One part of a split order. */
    Map<String, @Nullable Object> child(VopOrder order, Purchase part) {
        Map<String, @Nullable Object> node = states(order, List.of(part));
        node.put("type", 2);
        node.put("pOrder", Long.parseLong(order.id()));
        node.putAll(money(part.id(), List.of(part)));
        return node;
    }

    private static Map<String, @Nullable Object> states(VopOrder order, List<Purchase> parts) {
        boolean valid = parts.stream().anyMatch(part -> part.state() != Purchase.State.CLOSED);
        boolean produced = order.confirmed() != null;
        return Fields.of(
                "orderState", valid ? 1 : 0,
                "submitState", produced ? 1 : 0,
                "state", delivered(order, parts));
    }

    /** 0 on its way or earlier, 1 delivered, 2 turned away. */
    private static int delivered(VopOrder order, List<Purchase> parts) {
        if (parts.stream().anyMatch(part -> part.times().signed() == null)) {
            return 0;
        }
        return parts.stream().allMatch(part -> order.refused().contains(part.id())) ? 2 : 1;
    }

    private Map<String, @Nullable Object> money(String id, List<Purchase> parts) {
        long goods = parts.stream().mapToLong(Purchase::goodsFen).sum();
        long freight = parts.stream().mapToLong(Purchase::freightFen).sum();
        Map<Long, Purchase.Line> lines = merged(parts);
        long naked = lines.values().stream()
                .mapToLong(line -> naked(line.unitFen()) * line.quantity())
                .sum();
        return Fields.of(
                "jdOrderId", Long.parseLong(id),
                "freight", Fields.yuan(freight),
                "orderPrice", Fields.yuan(goods),
                "orderNakedPrice", Fields.yuan(naked),
                "orderTaxPrice", Fields.yuan(goods - naked),
                "sku", lines.values().stream().map(this::sku).toList());
    }

    /** A split may have cut the pieces of one SKU in two; the whole order counts them together. */
    private static Map<Long, Purchase.Line> merged(List<Purchase> parts) {
        Map<Long, Purchase.Line> lines = new LinkedHashMap<>();
        for (Purchase part : parts) {
            for (Purchase.Line line : part.lines()) {
                lines.merge(
                        line.skuId(),
                        line,
                        (a, b) -> new Purchase.Line(
                                a.id(),
                                a.offerId(),
                                a.skuId(),
                                a.quantity() + b.quantity(),
                                a.unitFen(),
                                a.outerLine()));
            }
        }
        return lines;
    }

    private Map<String, @Nullable Object> sku(Purchase.Line line) {
        Pool.Article article = pool.article(line.skuId())
                .orElseThrow(() -> new IllegalStateException("Bought, but not in the pool: " + line.skuId()));
        long naked = naked(line.unitFen());
        return Fields.of(
                "skuId", line.skuId(),
                "num", line.quantity(),
                "category", article.listing().category().id(),
                "price", Fields.yuan(line.unitFen()),
                "name", article.name(),
                "tax", Pool.TAX,
                "taxPrice", Fields.yuan(line.unitFen() - naked),
                "nakedPrice", Fields.yuan(naked),
                "type", 0,
                "oid", 0);
    }

    private static long naked(long fen) {
        return Pool.nakedFen(fen);
    }
}
