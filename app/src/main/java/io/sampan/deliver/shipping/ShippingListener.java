package io.sampan.deliver.shipping;

import io.sampan.deliver.warehouse.ParcelPacked;
import io.sampan.outside.carrier.TrackingNews;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What shipping hears. Everything may come twice; nothing here calls anybody outside. */
@Component
class ShippingListener {
    private final Dispatch dispatch;
    private final ParcelTable table;
    private final Clock clock;

    ShippingListener(Dispatch dispatch, ParcelTable table, Clock clock) {
        this.dispatch = dispatch;
        this.table = table;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ParcelPacked news) {
        table.keep(dispatch.packed(news.parcel()), clock.instant());
    }

    @ApplicationModuleListener
    void on(TrackingNews news) {
        table.wake(news.number(), clock.instant());
    }
}
