package io.sampan.outside.carrier.track17;

import io.sampan.outside.carrier.Tracked.Event;
import io.sampan.outside.carrier.Tracked.Stage;
import io.sampan.outside.wire.LooseJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** One event as 17TRACK tells it. Source: docs/sources/17track.md "Events". */
record Track17Event(LooseJson json) {
    /** In our words; empty for an event without a readable time. */
    Optional<Event> toEvent() {
        return time().map(at -> new Event(
                stage(json.text("sub_status"), json.at("address").text("country")),
                at,
                json.text("location"),
                json.text("description")));
    }

    private Optional<Instant> time() {
        return json.words("time_utc").or(() -> json.words("time_iso")).flatMap(Track17Event::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The stage of a sub-status; where it is not known, of the status before its underscore. */
    static Stage stage(String subStatus, String country) {
        boolean home = country.equals("CN");
        return switch (subStatus) {
            case "InTransit_PickedUp" -> Stage.PICKED_UP;
            case "InTransit_Arrival" -> Stage.ARRIVED;
            case "InTransit_CustomsProcessing", "InTransit_CustomsReleased" ->
                home ? Stage.EXPORT_CUSTOMS : Stage.IMPORT_CUSTOMS;
            case "InTransit_CustomsRequiringInformation" -> Stage.HELD_BY_CUSTOMS;
            case "Exception_Lost", "Exception_Destroyed" -> Stage.LOST;
            case "Exception_Returned", "Exception_Returning" -> Stage.RETURNED;
            default -> stage(subStatus.split("_", 2)[0]);
        };
    }

    private static Stage stage(String status) {
        return switch (status) {
            case "InfoReceived" -> Stage.ANNOUNCED;
            case "InTransit" -> Stage.IN_TRANSIT;
            case "AvailableForPickup" -> Stage.AVAILABLE_FOR_PICKUP;
            case "OutForDelivery" -> Stage.OUT_FOR_DELIVERY;
            case "Delivered" -> Stage.DELIVERED;
            case "DeliveryFailure", "Exception" -> Stage.FAILED;
            default -> Stage.UNKNOWN;
        };
    }
}
