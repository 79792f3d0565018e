package io.sampan.help.notice;

import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.shipping.DelayPaid;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What was paid for parcels that came late. */
@Component
class DelayNewsListener {
    private static final String ONCE = "";

    private final Orders orders;
    private final NoticeTable table;
    private final Clock clock;

    DelayNewsListener(Orders orders, NoticeTable table, Clock clock) {
        this.orders = orders;
        this.table = table;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DelayPaid news) {
        orders.find(news.order()).ifPresent(order -> {
            var about = new NoticeTable.About(order.shopper(), order.id().value(), order.number());
            table.add(about, Notice.Kind.DELAY_PAID, ONCE, clock.instant());
        });
    }
}
