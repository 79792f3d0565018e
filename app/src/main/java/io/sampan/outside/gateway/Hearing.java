package io.sampan.outside.gateway;

import io.sampan.ground.database.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the rooms what a connector's verified webhook said, each event once, however often the gateway sends it. */
@Component
public class Hearing {
    /** Longer than any gateway goes on sending one event; after that its id is forgotten. */
    static final Duration MEMORY = Duration.ofDays(40);

    private final HeardTable table;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Hearing(HeardTable table, Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores the news and its event before it returns, so that the gateway may be told that we have it.
     *
     * @param kind the gateway's own name of what happened
     * @return false when this event was heard before
     */
    public boolean tell(GatewayNews news, String kind) {
        return transactions.run(() -> {
            boolean fresh = table.add(news, kind);
            if (fresh) {
                events.publishEvent(news);
            }
            return fresh;
        });
    }

    @Scheduled(fixedDelayString = "${sampan.gateway.forget-every:6h}", initialDelayString = "1h")
    void forget() {
        table.forget(clock.instant().minus(MEMORY));
    }
}
