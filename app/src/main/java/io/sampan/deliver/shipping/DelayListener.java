package io.sampan.deliver.shipping;

import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.Refunding;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps the promise to who waited too long, before they ask. May hear twice, and gives back once. */
@Component
class DelayListener {
    private static final String KEY = "delay";

    private final Promises promises;
    private final Orders orders;
    private final ApplicationEventPublisher events;

    DelayListener(Promises promises, Orders orders, ApplicationEventPublisher events) {
        this.promises = promises;
        this.orders = orders;
        this.events = events;
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderDelivered news) {
        var order = orders.find(news.order()).orElseThrow();
        if (order.state() instanceof OrderState.Delivered(var at)) {
            promises.owed(order, at).ifPresent(owed -> pay(order, owed));
        }
    }

    /** To where it came from: nobody's money is kept as a balance that they did not ask for. */
    private void pay(Order order, Promises.Owed owed) {
        var reason = "delivered " + owed.daysLate() + " days after the last day that was named";
        if (orders.giveBack(order.id(), owed.amount(), KEY, reason, Refunding.To.SOURCE) instanceof Moved.Done) {
            events.publishEvent(new DelayPaid(order.id()));
        }
    }
}
