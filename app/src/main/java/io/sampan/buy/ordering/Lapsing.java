package io.sampan.buy.ordering;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Cancels orders that nobody paid in time. */
@Component
class Lapsing {
    private static final Logger LOG = LoggerFactory.getLogger(Lapsing.class);

    private final OrderTable table;
    private final Orders orders;
    private final OrderingSettings settings;
    private final Clock clock;

    Lapsing(OrderTable table, Orders orders, OrderingSettings settings, Clock clock) {
        this.table = table;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /** A bounded batch, of which one that breaks stops nobody; two nodes at once lapse an order once, since the move is locked and the second finds it moved. */
    @Scheduled(
            fixedDelayString = "${sampan.ordering.tend-every:2s}",
            initialDelayString = "${sampan.ordering.tend-every:2s}")
    void tend() {
        for (var order : table.lapsed(clock.instant(), settings.tendBatch())) {
            CompletableFuture.runAsync(() -> orders.lapse(order), Runnable::run).exceptionally(broken -> {
                LOG.error("Order {} could not lapse now", order, broken);
                return null;
            });
        }
    }
}
