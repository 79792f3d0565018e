package io.sampan.help.notice;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What happened to orders. */
@Component
class OrderNewsListener {
    private static final String ONCE = "";

    private final Orders orders;
    private final NoticeTable table;
    private final Clock clock;

    OrderNewsListener(Orders orders, NoticeTable table, Clock clock) {
        this.orders = orders;
        this.table = table;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(OrderNews news) {
        switch (news) {
            case OrderNews.OrderPaid(var order) -> tell(order, Notice.Kind.ORDER_PAID, ONCE);
            case OrderNews.OrderNeedsShopper(var order) -> tellEachRound(order);
            case OrderNews.OrderLineSoldOut(var order, var line) ->
                tell(order, Notice.Kind.LINE_SOLD_OUT, line.toString());
            case OrderNews.OrderLineDearer(var order, var line) ->
                tell(order, Notice.Kind.LINE_DEARER, line.toString());
            case OrderNews.OrderLineRejected(var order, var line) ->
                tell(order, Notice.Kind.LINE_REJECTED, line.toString());
            case OrderNews.OrderCancelled(var order) -> tellTheEnd(order);
            case OrderNews.OrderReceived(var order) -> tell(order, Notice.Kind.RECEIVED, ONCE);
            case OrderNews.OrderHandedOver(var order) -> tell(order, Notice.Kind.HANDED_OVER, ONCE);
            case OrderNews.OrderDelivered(var order) -> tell(order, Notice.Kind.DELIVERED, ONCE);
            case OrderNews.OrderPlaced _, OrderNews.OrderPriceAccepted _, OrderNews.OrderPriceDeclined _ -> {
                // The shopper did these themselves.
            }
        }
    }

    /** A price may move more than once; each time the shopper is asked is an occasion of its own. */
    private void tellEachRound(OrderId id) {
        orders.find(id)
                .ifPresent(order -> table.add(
                        about(order),
                        Notice.Kind.NEEDS_YOU,
                        Integer.toString(order.funds().rounds()),
                        clock.instant()));
    }

    /** Of money only where some was paid. */
    private void tellTheEnd(OrderId id) {
        orders.find(id).map(OrderNewsListener::end).ifPresent(kind -> tell(id, kind, ONCE));
    }

    private static Notice.Kind end(Order order) {
        if (order.state() instanceof OrderState.Cancelled(var why) && why == OrderState.Why.UNPAID) {
            return Notice.Kind.ORDER_LAPSED;
        }
        return order.funds().receipts().isEmpty() ? Notice.Kind.ORDER_DROPPED : Notice.Kind.ORDER_CANCELLED;
    }

    private void tell(OrderId id, Notice.Kind kind, String occasion) {
        orders.find(id).ifPresent(order -> table.add(about(order), kind, occasion, clock.instant()));
    }

    private static NoticeTable.About about(Order order) {
        return new NoticeTable.About(order.shopper(), order.id().value(), order.number());
    }
}
