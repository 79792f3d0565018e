package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.PurchaseState.Arrived;
import io.sampan.deliver.procurement.PurchaseState.Done;
import io.sampan.deliver.procurement.PurchaseState.PriceMoved;
import io.sampan.deliver.procurement.PurchaseState.Quoting;
import io.sampan.deliver.procurement.PurchaseState.Shipped;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What purchases hear from orders and marketplaces. Everything may come twice; nothing here calls anybody outside. */
@Component
class PurchaseListener {
    private final Desk desk;

    PurchaseListener(Desk desk) {
        this.desk = desk;
    }

    private record Seller(MarketplaceId marketplace, String source, String shopId) {
        static Seller of(Purchase purchase) {
            return new Seller(
                    purchase.marketplace(), purchase.source(), purchase.shop().id());
        }
    }

    /** One purchase for each shop of each marketplace, through the source that showed its goods; several where its orders hold few variants. */
    @ApplicationModuleListener
    void on(OrderNews.OrderPaid news) {
        var order = desk.orders.find(news.order()).orElseThrow();
        var bySeller = order.lines().stream()
                .filter(line -> line.state().isToBuy())
                .collect(Collectors.groupingBy(
                        line -> new Seller(
                                line.item().marketplace(),
                                line.source(),
                                line.shop().id()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var planned = desk.table.of(order.id()).stream().map(Seller::of).collect(Collectors.toSet());
        bySeller.forEach((seller, lines) -> {
            if (!planned.contains(seller)) {
                plan(order, lines);
            }
        });
    }

    /** All parts at once, as large as the marketplace's orders may be: news that comes again, perhaps when larger ones are allowed, adds none. */
    private void plan(Order order, List<OrderLine> lines) {
        var first = lines.getFirst();
        int most = desk.connector(first.item().marketplace(), first.source()).mostLines();
        for (int from = 0, part = 0; from < lines.size(); from += most, part++) {
            var some = lines.subList(from, Math.min(lines.size(), from + most));
            desk.table.plan(planned(order, some), part, desk.now());
        }
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderPriceAccepted news) {
        quoteAgain(news.order());
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderPriceDeclined news) {
        quoteAgain(news.order());
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderLineDearer news) {
        quoteAgain(news.order());
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderCancelled news) {
        change(news.order(), purchase -> {
            var unwanted = purchase.unwanting();
            if (purchase.state() instanceof PurchaseState.NeedsHuman) {
                boolean nothing = purchase.open().isEmpty() && !purchase.asked();
                return nothing ? unwanted.to(new PurchaseState.Cancelled()) : unwanted;
            }
            return purchase.state() instanceof PriceMoved ? unwanted.to(new Quoting()) : unwanted;
        });
    }

    /** All of the order that is left is here and checked. */
    @ApplicationModuleListener
    void on(OrderNews.OrderReceived news) {
        change(news.order(), purchase -> switch (purchase.state()) {
            case PurchaseState.Paid _, Shipped _, Arrived _ -> purchase.to(new Done());
            case PurchaseState.Planned _, Quoting _, PurchaseState.Placing _, PurchaseState.Placed _ -> purchase;
            case PurchaseState.Withdrawing _, PurchaseState.Paying _, PriceMoved _ -> purchase;
            case PurchaseState.NeedsHuman _, PurchaseState.SoldOut _ -> purchase;
            case PurchaseState.Cancelled _, Done _ -> purchase;
        });
    }

    @ApplicationModuleListener
    void on(MarketplaceNews news) {
        switch (news.subject()) {
            case ORDER, LOGISTICS ->
                desk.table
                        .ofUpstream(news.marketplace(), news.source(), news.key())
                        .ifPresent(purchase -> desk.table.wake(purchase, desk.now()));
            case ITEM -> {}
        }
    }

    /** The shopper answered: lines that they declined are gone, the others are agreed at their new prices. */
    private void quoteAgain(OrderId id) {
        var order = desk.orders.find(id).orElseThrow();
        change(id, purchase -> {
            if (!(purchase.state() instanceof PriceMoved) || isWaiting(order, purchase)) {
                return purchase;
            }
            var gone = purchase.lines().stream()
                    .map(Purchase.Line::line)
                    .filter(line ->
                            order.line(line).filter(one -> one.state().isLive()).isEmpty())
                    .collect(Collectors.toSet());
            var prices = order.lines().stream().collect(Collectors.toMap(OrderLine::id, OrderLine::unitPrice));
            var left = purchase.without(gone).agreeing(prices);
            return left.to(left.lines().isEmpty() ? new PurchaseState.Cancelled() : new Quoting());
        });
    }

    private static boolean isWaiting(Order order, Purchase purchase) {
        return order.state() instanceof OrderState.NeedsShopper asks
                && asks.moves().stream()
                        .anyMatch(move -> purchase.lines().stream()
                                .anyMatch(line -> line.line().equals(move.line())));
    }

    private void change(OrderId order, UnaryOperator<Purchase> work) {
        for (var purchase : desk.table.of(order)) {
            var current = desk.table.lock(purchase.id());
            if (!current.state().isFinal()) {
                var after = work.apply(current);
                if (!after.equals(current)) {
                    desk.table.save(after, desk.now());
                    desk.table.wake(after.id(), desk.now());
                }
            }
        }
    }

    private Purchase planned(Order order, List<OrderLine> lines) {
        var first = lines.getFirst();
        return new Purchase(
                new PurchaseId(TimeOrderedId.next(desk.clock)),
                order.id(),
                first.item().marketplace(),
                first.source(),
                first.shop(),
                lines.stream().map(PurchaseListener::wanted).toList(),
                first.freight(),
                order.tolerance().percent(),
                new PurchaseState.Planned(),
                List.of(),
                0,
                null,
                false,
                0,
                desk.now());
    }

    private static Purchase.Line wanted(OrderLine line) {
        return new Purchase.Line(
                line.id(),
                line.item(),
                line.skuId(),
                line.orderKey(),
                line.quantity(),
                line.unitPrice(),
                line.remark());
    }
}
