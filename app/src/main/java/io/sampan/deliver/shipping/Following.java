package io.sampan.deliver.shipping;

import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.carrier.Tracked;
import io.sampan.outside.carrier.Tracked.Event;
import io.sampan.outside.carrier.Tracker.Registered;
import io.sampan.outside.carrier.Tracking;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps after handing over: follow the number, write down what is new, and draw the conclusion from the whole history. */
@Component
class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final ParcelTable table;
    private final Tracking tracking;
    private final Orders orders;
    private final Arrivals arrivals;
    private final Transactions transactions;
    private final Clock clock;

    Following(
            ParcelTable table,
            Tracking tracking,
            Orders orders,
            Arrivals arrivals,
            Transactions transactions,
            Clock clock) {
        this.table = table;
        this.arrivals = arrivals;
        this.tracking = tracking;
        this.orders = orders;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return why it is not clear yet; empty when the step is done */
    Optional<String> follow(Parcel parcel) {
        if (!parcel.registered()) {
            var why = register(parcel);
            if (why.isPresent()) {
                return why;
            }
        }
        return switch (tracking.look(List.of(parcel.number())).get(parcel.number())) {
            case Tracked.Known known -> {
                learn(parcel.id(), known.events());
                yield Optional.empty();
            }
            case Tracked.Unregistered _ -> {
                register(parcel);
                yield Optional.of("The tracking service forgot the number; it was told again");
            }
            case Tracked.Silent silent -> Optional.of(silent.why());
            case null -> Optional.of("No answer for the number");
        };
    }

    private Optional<String> register(Parcel parcel) {
        return switch (tracking.register(parcel.number())) {
            case Registered.Done _ -> {
                transactions.run(() -> table.save(table.lock(parcel.id()).followed(), clock.instant()));
                yield Optional.empty();
            }
            case Registered.Refused refused -> {
                LOG.warn("Parcel {} cannot be followed: {} {}", parcel.id(), refused.code(), refused.words());
                yield Optional.of(refused.code() + " " + refused.words());
            }
            case Registered.Unclear unclear -> Optional.of(unclear.why());
        };
    }

    /** Adds what is new to the history; a delivery is told to the order in the same moment. */
    void learn(ParcelId id, List<Event> told) {
        transactions.run(() -> {
            var parcel = table.lock(id);
            told.forEach(event -> table.append(id, event, clock.instant()));
            var delivery = new Delivery(table.events(id));
            parcel.follow(delivery).ifPresent(next -> {
                table.save(next, clock.instant());
                if (next.state() instanceof ParcelState.Delivered delivered) {
                    orders.find(next.order())
                            .ifPresent(order -> arrivals.learn(
                                    next, order.quote().destination().country(), delivery, delivered.at()));
                    orders.delivered(next.order(), delivered.at());
                }
            });
        });
    }
}
