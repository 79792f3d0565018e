package io.sampan.simulators.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A shipment: what was declared, where it has been, and, once handed over, what lies ahead of it. */
record Parcel(String number, Consignment consignment, long freight, State state, List<Scan> scans, List<Scan> ahead) {

    enum State {
        CREATED,
        HANDED_OVER,
        DELIVERED,
        CANCELLED,
        LOST
    }

    Parcel scanned(Scan scan, State next, List<Scan> stillAhead) {
        var longer = new ArrayList<>(scans);
        longer.add(scan);
        return new Parcel(number, consignment, freight, next, List.copyOf(longer), List.copyOf(stillAhead));
    }

    /** The next event happens: it moves from ahead to behind. */
    Parcel step() {
        Scan next = ahead.getFirst();
        State after = switch (next.code()) {
            case DELIVERED -> State.DELIVERED;
            case LOST -> State.LOST;
            case CANCELLED -> State.CANCELLED;
            case CREATED,
                    PICKED_UP,
                    DEPARTED_DEPOT,
                    EXPORT_CUSTOMS,
                    DEPARTED_ORIGIN,
                    ARRIVED_DESTINATION,
                    IMPORT_CUSTOMS,
                    CUSTOMS_CLEARED,
                    AT_LOCAL_DEPOT,
                    OUT_FOR_DELIVERY,
                    CUSTOMS_HOLD -> State.HANDED_OVER;
        };
        return scanned(next, after, ahead.subList(1, ahead.size()));
    }

    /** Everything ahead happens later by so much. */
    List<Scan> delayed(Duration by) {
        return ahead.stream()
                .map(scan -> new Scan(scan.at().plus(by), scan.code(), scan.text(), scan.place(), scan.country()))
                .toList();
    }

    boolean due(Instant now) {
        return !ahead.isEmpty() && !ahead.getFirst().at().isAfter(now);
    }
}
