package io.sampan.outside.carrier;

import io.sampan.ground.database.Transactions;
import io.sampan.outside.carrier.Tracker.Registered;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where parcels are, by their tracking numbers; news comes as {@link TrackingNews}. */
@Component
public class Tracking {
    private static final String NOT_SET_UP = "No tracking service is set up";

    private final Optional<Tracker> tracker;
    private final HeardTable table;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tracking(
            ObjectProvider<Tracker> tracker,
            HeardTable table,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tracker = Optional.ofNullable(tracker.getIfAvailable());
        this.table = table;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Follows a number from now on; twice is once. */
    public Registered register(String number) {
        return tracker.map(service -> service.register(number)).orElseGet(() -> new Registered.Unclear(NOT_SET_UP));
    }

    /** What is known of at most {@link Tracker#MOST_NUMBERS} numbers, each of them a key of the answer. */
    public Map<String, Tracked> look(Collection<String> numbers) {
        return tracker.map(service -> service.look(numbers))
                .orElseGet(() -> numbers.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), number -> new Tracked.Silent(NOT_SET_UP), (one, same) -> one)));
    }

    /** Where anybody sees on the web how a number gets on; empty without a tracking service. */
    public Optional<URI> page(String number) {
        return tracker.map(service -> service.page(number));
    }

    /**
     * Publishes what a tracking service pushed, unless this very message was heard before.
     *
     * @param messageId the same for the same message
     * @return whether it was new
     */
    public boolean hear(TrackingNews news, String messageId) {
        return transactions.run(() -> {
            boolean first = table.heard(messageId, clock.instant());
            if (first) {
                events.publishEvent(news);
            }
            return first;
        });
    }

    @Scheduled(fixedDelayString = "${sampan.carrier.forget-every:1h}", initialDelayString = "PT1M")
    final void forgetOldNews() {
        table.forget(clock.instant());
    }
}
