package io.sampan.outside.carrier;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What is known of one tracking number. */
public sealed interface Tracked {
    /** @param events oldest first, each at most once */
    record Known(List<Event> events) implements Tracked {
        public Known {
            events = List.copyOf(events);
        }
    }

    /** The number must be registered before it can be asked for. */
    record Unregistered() implements Tracked {}

    /** Nobody answered; ask again later. */
    record Silent(String why) implements Tracked {}

    /**
     * One thing that happened to a parcel, the same again being equal.
     *
     * @param place city or depot as the carrier writes it; may be empty
     * @param words the carrier's own, mostly English
     */
    record Event(Stage stage, Instant at, String place, String words) {}

    /** Each has a text {@code tracking.<name in lower case with hyphens>}. */
    enum Stage {
        ANNOUNCED,
        PICKED_UP,
        IN_TRANSIT,
        EXPORT_CUSTOMS,
        ARRIVED,
        IMPORT_CUSTOMS,
        HELD_BY_CUSTOMS,
        OUT_FOR_DELIVERY,
        AVAILABLE_FOR_PICKUP,
        DELIVERED,
        FAILED,
        RETURNED,
        LOST,
        UNKNOWN;

        /** Such as {@code out-for-delivery}, the end of its text keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
