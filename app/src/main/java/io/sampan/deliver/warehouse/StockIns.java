package io.sampan.deliver.warehouse;

import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.weight.Goods;
import io.sampan.browse.weight.Weighed;
import io.sampan.browse.weight.Weighings;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.Orders;
import java.time.Clock;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells what goods weighed once they are packed: until then a weight may be put right. */
@Component
class StockIns {
    private final ItemTable items;
    private final Orders orders;
    private final Weighings weighings;
    private final Clock clock;

    StockIns(ItemTable items, Orders orders, Weighings weighings, Clock clock) {
        this.items = items;
        this.orders = orders;
        this.weighings = weighings;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ParcelPacked news) {
        var order = orders.find(news.order()).orElseThrow();
        items.of(news.order()).forEach(item -> weighed(item, order).ifPresent(weighings::keep));
    }

    private Optional<Weighed> weighed(Item item, Order order) {
        Integer grams = item.grams();
        var size = item.size();
        if (!(item.state() instanceof ItemState.Packed) || grams == null || size == null) {
            return Optional.empty();
        }
        return order.lines().stream()
                .filter(line -> line.id().equals(item.line()))
                .findFirst()
                .flatMap(line -> quoted(line, order))
                .map(line ->
                        new Weighed(item.id().value(), goods(line), line.quantity(), grams, size, clock.instant()));
    }

    /** The line as it was quoted: with its category and what its seller stated. */
    private static Optional<BasketLine> quoted(OrderLine line, Order order) {
        return order.quote().basket().lines().stream()
                .filter(quoted ->
                        quoted.item().equals(line.item()) && quoted.skuId().equals(line.skuId()))
                .findFirst();
    }

    private static Goods goods(BasketLine line) {
        return new Goods(line.item(), line.shopId(), line.category(), line.statedGrams(), line.statedSize());
    }
}
