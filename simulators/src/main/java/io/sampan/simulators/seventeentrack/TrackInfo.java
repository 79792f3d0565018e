package io.sampan.simulators.seventeentrack;

import io.sampan.simulators.carrier.Movements.Track;
import io.sampan.simulators.carrier.Scan;
import io.sampan.simulators.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A carrier's scans in 17TRACK's words: main status, sub-status, events newest first. */
final class TrackInfo {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private TrackInfo() {}

    static ObjectNode of(@Nullable Track track, Instant now) {
        var info = Json.object();
        if (track == null) {
            info.putObject("latest_status")
                    .put("status", "NotFound")
                    .put("sub_status", "NotFound_Other")
                    .putNull("sub_status_descr");
            info.putNull("latest_event");
            info.putObject("tracking").putArray("providers");
            return info;
        }
        Scan last = track.scans().getLast();
        var shipping = info.putObject("shipping_info");
        shipping.putObject("shipper_address").put("country", "CN");
        shipping.putObject("recipient_address").put("country", track.country());
        String sub = subStatus(last.code());
        info.putObject("latest_status")
                .put("status", status(sub))
                .put("sub_status", sub)
                .putNull("sub_status_descr");
        info.set("latest_event", event(last));
        metrics(info, track, now);
        milestones(info, track);
        providers(info, track, now);
        return info;
    }

    private static void metrics(ObjectNode info, Track track, Instant now) {
        Instant first = track.scans().getFirst().at();
        Scan last = track.scans().getLast();
        boolean delivered = last.code() == Scan.Code.DELIVERED;
        long days = Duration.between(first, delivered ? last.at() : now).toDays();
        info.putObject("time_metrics")
                .put("days_after_order", days)
                .put("days_of_transit", days)
                .put("days_of_transit_done", delivered ? days : 0)
                .put("days_after_last_update", Duration.between(last.at(), now).toDays());
    }

    private static void milestones(ObjectNode info, Track track) {
        var milestones = info.putArray("milestone");
        for (Scan scan : track.scans()) {
            String stage = stage(scan.code());
            if (stage != null) {
                milestones
                        .addObject()
                        .put("key_stage", stage)
                        .put("time_iso", local(scan))
                        .put("time_utc", utc(scan.at()));
            }
        }
    }

    private static void providers(ObjectNode info, Track track, Instant now) {
        boolean post = track.line().equals("ECONOMY");
        var tracking = info.putObject("tracking");
        tracking.put("providers_hash", track.scans().hashCode());
        var provider = tracking.putArray("providers").addObject();
        provider.putObject("provider")
                .put("key", post ? SeventeenTrack.CHINA_POST : SeventeenTrack.YUN_EXPRESS)
                .put("name", post ? "China Post" : "YunExpress")
                .put("country", "CN");
        provider.put("service_type", track.line())
                .put("latest_sync_status", "Success")
                .put("latest_sync_time", utc(now))
                .put("events_hash", track.scans().hashCode());
        var events = provider.putArray("events");
        track.scans().reversed().forEach(scan -> events.add(event(scan)));
    }

    private static ObjectNode event(Scan scan) {
        String sub = subStatus(scan.code());
        var event = Json.object()
                .put("time_iso", local(scan))
                .put("time_utc", utc(scan.at()))
                .put("description", scan.text())
                .put("location", scan.place())
                .put("stage", stage(scan.code()))
                .put("sub_status", sub);
        event.putObject("address")
                .put("country", scan.country())
                .putNull("state")
                .put("city", scan.place().isEmpty() ? null : scan.place())
                .putNull("postal_code");
        return event;
    }

    private static String utc(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String local(Scan scan) {
        return ISO.format(scan.at().atZone(scan.country().equals("CN") ? CHINA : ZoneOffset.UTC));
    }

    static String status(String subStatus) {
        int underscore = subStatus.indexOf('_');
        return underscore < 0 ? subStatus : subStatus.substring(0, underscore);
    }

    static String subStatus(Scan.Code code) {
        return switch (code) {
            case CREATED -> "InfoReceived";
            case PICKED_UP -> "InTransit_PickedUp";
            case DEPARTED_DEPOT, AT_LOCAL_DEPOT -> "InTransit_Other";
            case EXPORT_CUSTOMS, CUSTOMS_CLEARED -> "InTransit_CustomsReleased";
            case DEPARTED_ORIGIN -> "InTransit_Departure";
            case ARRIVED_DESTINATION -> "InTransit_Arrival";
            case IMPORT_CUSTOMS -> "InTransit_CustomsProcessing";
            case CUSTOMS_HOLD -> "InTransit_CustomsRequiringInformation";
            case OUT_FOR_DELIVERY -> "OutForDelivery_Other";
            case DELIVERED -> "Delivered_Other";
            case LOST -> "Exception_Lost";
            case CANCELLED -> "Exception_Cancel";
        };
    }

    private static @Nullable String stage(Scan.Code code) {
        return switch (code) {
            case CREATED -> "InfoReceived";
            case PICKED_UP -> "PickedUp";
            case DEPARTED_ORIGIN -> "Departure";
            case ARRIVED_DESTINATION -> "Arrival";
            case OUT_FOR_DELIVERY -> "OutForDelivery";
            case DELIVERED -> "Delivered";
            case DEPARTED_DEPOT,
                    EXPORT_CUSTOMS,
                    IMPORT_CUSTOMS,
                    CUSTOMS_CLEARED,
                    AT_LOCAL_DEPOT,
                    CUSTOMS_HOLD,
                    LOST,
                    CANCELLED -> null;
        };
    }
}
