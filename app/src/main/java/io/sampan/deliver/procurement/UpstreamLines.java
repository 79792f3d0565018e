package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.OrderLineId;
import io.sampan.deliver.procurement.Purchase.Line;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** A purchase's lines beside those of the orders that a marketplace made of it. */
final class UpstreamLines {
    private UpstreamLines() {}

    /** Whether the open orders together hold exactly our lines: a split loses and adds nothing. */
    static boolean conserved(Purchase purchase) {
        var wanted = new HashMap<String, Integer>();
        purchase.lines().forEach(line -> wanted.merge(key(line), line.quantity(), Integer::sum));
        var ordered = new HashMap<String, Integer>();
        purchase.open().stream()
                .flatMap(one -> one.order().lines().stream())
                .forEach(line -> ordered.merge(key(line), line.quantity(), Integer::sum));
        return wanted.equals(ordered);
    }

    /** Our lines that an order of the marketplace holds. */
    static List<OrderLineId> of(Purchase purchase, UpstreamOrder one) {
        var keys = one.lines().stream().map(UpstreamLines::key).collect(Collectors.toSet());
        return purchase.lines().stream()
                .filter(line -> keys.contains(key(line)))
                .map(Line::line)
                .toList();
    }

    private static String key(Line line) {
        return line.item().itemId() + "/" + line.orderKey();
    }

    private static String key(UpstreamOrder.Line line) {
        return line.itemId() + "/" + line.orderKey();
    }
}
