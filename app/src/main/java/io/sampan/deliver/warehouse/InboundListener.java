package io.sampan.deliver.warehouse;

import io.sampan.deliver.procurement.InboundExpected;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What the warehouse hears. Everything may come twice. */
@Component
class InboundListener {
    private final Inbounds inbounds;

    InboundListener(Inbounds inbounds) {
        this.inbounds = inbounds;
    }

    @ApplicationModuleListener
    void on(InboundExpected news) {
        inbounds.expect(news.waybill(), news.company(), news.order(), news.lines());
    }
}
