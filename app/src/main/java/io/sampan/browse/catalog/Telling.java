package io.sampan.browse.catalog;

import io.sampan.outside.marketplace.ItemRef;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells others what is another now: this node's memory, the list of changes, and who hears events. Call it within the transaction, last. */
@Component
class Telling {
    private final CatalogTable table;
    private final ProductMemory memory;
    private final ApplicationEventPublisher events;

    Telling(CatalogTable table, ProductMemory memory, ApplicationEventPublisher events) {
        this.table = table;
        this.memory = memory;
        this.events = events;
    }

    void looked(ItemRef item) {
        memory.forget(item);
    }

    void changed(Product product) {
        memory.forget(product.item());
        events.publishEvent(new ProductChanged(product.id(), product.item()));
        table.number(product.id());
    }

    void doubted(ItemRef item, Instant lookAgainAt) {
        events.publishEvent(new PriceDoubted(item, lookAgainAt));
    }
}
