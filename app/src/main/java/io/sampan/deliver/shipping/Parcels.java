package io.sampan.deliver.shipping;

import io.sampan.buy.ordering.OrderId;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.carrier.Carrier.Labelled;
import io.sampan.outside.carrier.Carriers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Parcels to shoppers. Moves throw {@link java.util.NoSuchElementException} for a parcel that does not exist. */
@Component
public class Parcels {
    private final ParcelTable table;
    private final Dispatch dispatch;
    private final Carriers carriers;
    private final Arrivals arrivals;
    private final Transactions transactions;
    private final ShippingSettings settings;
    private final Clock clock;

    Parcels(
            ParcelTable table,
            Dispatch dispatch,
            Carriers carriers,
            Arrivals arrivals,
            Transactions transactions,
            ShippingSettings settings,
            Clock clock) {
        this.table = table;
        this.dispatch = dispatch;
        this.carriers = carriers;
        this.arrivals = arrivals;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    public Optional<Parcel> find(ParcelId id) {
        return table.find(id);
    }

    public Optional<Parcel> of(OrderId order) {
        return table.of(order);
    }

    /** Parcels by {@link ParcelState#slug()}, those that have waited longest first. */
    public List<Parcel> inState(String slug, int limit) {
        return table.inState(slug, limit);
    }

    /** The parcels that carriers billed last, the latest first. */
    public List<Parcel> billed(int limit) {
        return table.billed(limit);
    }

    /** All that is known of a parcel's way, the oldest first. */
    public Delivery delivery(ParcelId id) {
        return new Delivery(table.events(id));
    }

    /**
     * When it arrives.
     *
     * @param country that it goes to, an ISO 3166 code
     * @return empty before it was handed over, after it was delivered, and when it takes longer than any parcel that we know of
     */
    public Optional<ExpectedArrival> expected(Parcel parcel, String country) {
        return arrivals.expected(parcel, country, delivery(parcel.id()));
    }

    /** The label of a booked parcel, asked of the carrier each time; never call it within a transaction. */
    public Labelled label(ParcelId id) {
        var parcel = table.find(id).orElseThrow();
        return parcel.trackingNumber() == null
                ? new Labelled.Unclear("The parcel is not booked yet")
                : carriers.at(parcel.carrier()).label(id.toString());
    }

    /** An operator gives the parcel to the carrier. Waits for the carrier; never call it within a transaction. */
    public Passing handOver(ParcelId id) {
        var intent = transactions.run(() -> {
            var parcel = table.lock(id);
            var next = parcel.handOver();
            next.ifPresent(handing -> {
                table.save(handing, clock.instant());
                table.wake(id, clock.instant().plus(settings.lease()));
            });
            return next.orElse(parcel);
        });
        if (!(intent.state() instanceof ParcelState.HandingOver)) {
            return intent.isOnItsWay() || intent.state() instanceof ParcelState.Delivered
                    ? new Passing.Already()
                    : new Passing.Forbidden(intent.state());
        }
        return dispatch.handingOver(intent);
    }

    /** Has it taken up now: it goes on, or its number is looked at. */
    public void wake(ParcelId id) {
        table.wake(id, clock.instant());
    }

    /** What the carrier refused was put right: it is tried again. False when there was nothing to try. */
    public boolean retry(ParcelId id) {
        return transactions.run(() -> {
            var next = table.lock(id).retry();
            next.ifPresent(parcel -> {
                table.save(parcel, clock.instant());
                table.wake(parcel.id(), clock.instant());
            });
            return next.isPresent();
        });
    }
}
