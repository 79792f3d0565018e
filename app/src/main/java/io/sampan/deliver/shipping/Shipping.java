package io.sampan.deliver.shipping;

import io.sampan.deliver.warehouse.ParcelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes due parcels a step further: books what is packed, asks again what is unclear, follows what is on its way. */
@Component
class Shipping {
    private static final Logger LOG = LoggerFactory.getLogger(Shipping.class);
    private static final int MOST_DOUBLINGS = 12;

    private final ParcelTable table;
    private final Dispatch dispatch;
    private final Following following;
    private final ShippingSettings settings;
    private final Clock clock;

    Shipping(ParcelTable table, Dispatch dispatch, Following following, ShippingSettings settings, Clock clock) {
        this.table = table;
        this.dispatch = dispatch;
        this.following = following;
        this.settings = settings;
        this.clock = clock;
    }

    /** A bounded batch, all at once; one that fails is put off and stops nobody. */
    @Scheduled(
            fixedDelayString = "${sampan.shipping.tend-every:1s}",
            initialDelayString = "${sampan.shipping.tend-every:1s}")
    void tend() {
        var works = new HashMap<ParcelId, Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var id : table.claim(clock.instant(), settings.lease(), settings.tendBatch())) {
                works.put(id, threads.submit(() -> work(id)));
            }
        }
        works.forEach(this::conclude);
    }

    private void conclude(ParcelId id, Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            LOG.error("Parcel {} broke; it is tried again later", id, broken.getCause());
            table.rest(id, clock.instant().plus(spacing(id)), true);
        }
    }

    /** One step, as far as it goes. */
    void work(ParcelId id) {
        var unclear = step(table.find(id).orElseThrow());
        if (unclear.isPresent()) {
            LOG.debug("Parcel {}: {}", id, unclear.get());
            table.rest(id, clock.instant().plus(spacing(id)), true);
        } else {
            table.rest(id, next(table.find(id).orElseThrow()), false);
        }
    }

    private Optional<String> step(Parcel parcel) {
        return switch (parcel.state()) {
            case ParcelState.Packed _, ParcelState.Booking _ -> dispatch.booking(parcel);
            case ParcelState.HandingOver _ ->
                dispatch.handingOver(parcel) instanceof Passing.Pending pending
                        ? Optional.of(pending.why())
                        : Optional.empty();
            case ParcelState.HandedOver _, ParcelState.InTransit _, ParcelState.Lost _, ParcelState.Returned _ ->
                following.follow(parcel);
            case ParcelState.Booked _, ParcelState.Delivered _, ParcelState.NeedsHuman _ -> Optional.empty();
        };
    }

    private @Nullable Instant next(Parcel parcel) {
        if (parcel.isOnItsWay()) {
            return parcel.registered() ? clock.instant().plus(settings.watchEvery()) : clock.instant();
        }
        return null;
    }

    private Duration spacing(ParcelId id) {
        var grown = settings.spacing().multipliedBy(1L << Math.min(table.tries(id), MOST_DOUBLINGS));
        return grown.compareTo(settings.spacingMost()) > 0 ? settings.spacingMost() : grown;
    }
}
