package io.sampan.deliver.shipping;

import io.sampan.outside.carrier.Tracked.Event;
import io.sampan.outside.carrier.Tracked.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a parcel's history says, however often and in whatever order it was told.
 *
 * @param events the oldest first; of events of one moment the one further along comes last
 */
public record Delivery(List<Event> events) {
    private static final Set<Stage> NOT_MOVING_YET = Set.of(Stage.ANNOUNCED, Stage.UNKNOWN);

    public Delivery {
        events = events.stream()
                .distinct()
                .sorted(Comparator.comparing(Event::at)
                        .thenComparing(Event::stage)
                        .thenComparing(Event::words))
                .toList();
    }

    /** Where the parcel stands by its history alone, once it was handed over. Who delivered it once has delivered it. */
    ParcelState state() {
        var delivered = events.stream()
                .filter(event -> event.stage() == Stage.DELIVERED)
                .findFirst();
        if (delivered.isPresent()) {
            return new ParcelState.Delivered(delivered.get().at());
        }
        var telling =
                events.stream().filter(event -> event.stage() != Stage.UNKNOWN).toList();
        if (telling.isEmpty() || telling.stream().map(Event::stage).allMatch(NOT_MOVING_YET::contains)) {
            return new ParcelState.HandedOver();
        }
        return switch (telling.getLast().stage()) {
            case LOST -> new ParcelState.Lost();
            case RETURNED -> new ParcelState.Returned();
            case ANNOUNCED, PICKED_UP, IN_TRANSIT, EXPORT_CUSTOMS, ARRIVED, IMPORT_CUSTOMS, HELD_BY_CUSTOMS ->
                new ParcelState.InTransit();
            case OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP, DELIVERED, FAILED, UNKNOWN -> new ParcelState.InTransit();
        };
    }
}
