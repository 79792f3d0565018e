package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.OrderLineId;
import io.sampan.deliver.procurement.Purchase.Line;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** A purchase's lines beside those of the orders that a marketplace made of it. */
final class UpstreamLines {
    private UpstreamLines() {}

    /** Whether the open orders together hold exactly our lines: a split loses and adds nothing. */
    static boolean conserved(Purchase purchase) {
        var wanted = new HashMap<OrderLineId, Integer>();
        purchase.lines().forEach(line -> wanted.put(line.line(), line.quantity()));
        var ordered = new HashMap<OrderLineId, Integer>();
        for (var one : purchase.open()) {
            for (var theirs : one.order().lines()) {
                var ours = ours(purchase, theirs);
                if (ours.isEmpty()) {
                    return false;
                }
                ordered.merge(ours.get().line(), theirs.quantity(), Integer::sum);
            }
        }
        return wanted.equals(ordered);
    }

    /** Our lines that an order of the marketplace holds. */
    static List<OrderLineId> of(Purchase purchase, UpstreamOrder one) {
        return one.lines().stream()
                .flatMap(theirs -> ours(purchase, theirs).stream())
                .map(Line::line)
                .distinct()
                .toList();
    }

    /**
     * The line of ours that a marketplace's is. The order key tells; the item only where several of ours share a key, since orders may name items
     * by other ids than pages do, see {@link UpstreamOrder.Line}.
     */
    private static Optional<Line> ours(Purchase purchase, UpstreamOrder.Line theirs) {
        var same = purchase.lines().stream()
                .filter(line -> line.orderKey().equals(theirs.orderKey()))
                .toList();
        return same.size() == 1
                ? Optional.of(same.getFirst())
                : same.stream()
                        .filter(line -> line.item().itemId().equals(theirs.itemId()))
                        .findFirst();
    }
}
