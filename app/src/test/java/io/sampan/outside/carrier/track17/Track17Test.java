package io.sampan.outside.carrier.track17;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.carrier.RecordedReplies;
import io.sampan.outside.carrier.Tracked;
import io.sampan.outside.carrier.Tracked.Event;
import io.sampan.outside.carrier.Tracked.Stage;
import io.sampan.outside.carrier.Tracker.Registered;
import io.sampan.outside.wire.WireOfATest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Track17Test {
    private final RecordedReplies server = new RecordedReplies();
    private final Track17 tracker = new Track17(
            new Track17Settings(
                    server.address(""),
                    "KEY",
                    Duration.ofSeconds(2),
                    Duration.ZERO,
                    "https://tracking.example/?nums=NUMBER"),
            WireOfATest.plain(Clock.systemUTC()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aNumberThatIsFollowedAlreadyIsFine() {
        server.say(200, """
                {"code":0,"data":{"accepted":[{"origin":1,"number":"LZ473124829CN","carrier":3011}],"rejected":[]}}""");
        assertThat(tracker.register("LZ473124829CN")).isEqualTo(new Registered.Done());
        assertThat(server.lastAsked().uri().getPath()).isEqualTo("/track/v2.2/register");
        assertThat(server.lastAsked().headers()).containsEntry("17token", "KEY");
        assertThat(server.lastAsked().body()).isEqualTo("[{\"number\":\"LZ473124829CN\"}]");
        server.say(200, rejected("-18019901"));
        assertThat(tracker.register("LZ473124829CN")).isEqualTo(new Registered.Done());
        server.say(200, rejected("-18019903"));
        assertThat(tracker.register("LZ473124829CN")).isEqualTo(new Registered.Refused("-18019903", "why"));
    }

    @Test
    void tellsEachEventOnceAndTheOldestFirst() {
        server.say(200, """
                {"code":0,"data":{"rejected":[],"accepted":[{"number":"LZ473124829CN","carrier":3011,"track_info":{
                "latest_status":{"status":"Delivered","sub_status":"Delivered_Other"},"tracking":{"providers":[{"events":[
                {"time_iso":"2026-11-20T10:00:00+01:00","time_utc":"2026-11-20T09:00:00Z","description":"Delivered",
                 "location":"Berlin","sub_status":"Delivered_Other","address":{"country":"DE"}},
                {"time_utc":"2026-11-12T03:00:00Z","description":"Export customs clearance completed","location":"Shenzhen",
                 "sub_status":"InTransit_CustomsReleased","address":{"country":"CN"}},
                {"time_utc":"2026-11-12T03:00:00Z","description":"Export customs clearance completed","location":"Shenzhen",
                 "sub_status":"InTransit_CustomsReleased","address":{"country":"CN"}},
                {"time_utc":null,"time_iso":"2026-11-10T11:00:00+08:00","description":"Parcel received at the depot",
                 "location":"Shenzhen","sub_status":"InTransit_PickedUp","address":{"country":"CN"}},
                {"description":"no time"}]}]}}}]}}""");
        assertThat(tracker.look(List.of("LZ473124829CN")))
                .containsEntry(
                        "LZ473124829CN",
                        new Tracked.Known(List.of(
                                new Event(
                                        Stage.PICKED_UP,
                                        Instant.parse("2026-11-10T03:00:00Z"),
                                        "Shenzhen",
                                        "Parcel received at the depot"),
                                new Event(
                                        Stage.EXPORT_CUSTOMS,
                                        Instant.parse("2026-11-12T03:00:00Z"),
                                        "Shenzhen",
                                        "Export customs clearance completed"),
                                new Event(
                                        Stage.DELIVERED,
                                        Instant.parse("2026-11-20T09:00:00Z"),
                                        "Berlin",
                                        "Delivered"))));
    }

    @Test
    void aRejectedNumberAndABusyServiceAreNotNoEvents() {
        server.say(200, rejected("-18019902"));
        assertThat(tracker.look(List.of("LZ473124829CN"))).containsEntry("LZ473124829CN", new Tracked.Unregistered());
        server.say(429, "");
        assertThat(tracker.look(List.of("LZ473124829CN")).get("LZ473124829CN")).isInstanceOf(Tracked.Silent.class);
        assertThat(tracker.look(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "InfoReceived,,ANNOUNCED",
        "InTransit_Other,DE,IN_TRANSIT",
        "InTransit_Arrival,DE,ARRIVED",
        "InTransit_CustomsProcessing,DE,IMPORT_CUSTOMS",
        "InTransit_CustomsProcessing,CN,EXPORT_CUSTOMS",
        "InTransit_CustomsRequiringInformation,DE,HELD_BY_CUSTOMS",
        "OutForDelivery_Other,DE,OUT_FOR_DELIVERY",
        "AvailableForPickup_Other,DE,AVAILABLE_FOR_PICKUP",
        "DeliveryFailure_NoBody,DE,FAILED",
        "Exception_Lost,DE,LOST",
        "Exception_Returning,DE,RETURNED",
        "Exception_Delayed,DE,FAILED",
        "Delivered_Other,DE,DELIVERED",
        "Expired_Other,DE,UNKNOWN",
        "NotFound_Other,,UNKNOWN"
    })
    void readsTheStageFromTheSubStatus(String subStatus, String country, Stage stage) {
        assertThat(Track17Event.stage(subStatus, country == null ? "" : country))
                .isEqualTo(stage);
    }

    @Test
    void aPushIsSignedOverItsRawBody() {
        // Source: docs/sources/17track.md "Push"
        var body =
                "{\"event\":\"TRACKING_UPDATED\",\"data\":{\"number\":\"LZ473124829CN\",\"carrier\":3011,\"track_info\":{\"latest_status\":{\"status\":\"InTransit\",\"sub_status\":\"InTransit_Other\"}}}}";
        var sign = "c794146a9c0975e8a36e8738fc9402b914d23dc54e557aee2b0a5b6a1846aca6";
        assertThat(Track17Hook.matches(sign, bytes(body), "17TRACK_TEST_KEY_0001"))
                .isTrue();
        assertThat(Track17Hook.matches(sign, bytes(body + " "), "17TRACK_TEST_KEY_0001"))
                .isFalse();
        assertThat(Track17Hook.matches(sign, bytes(body), "17TRACK_TEST_KEY_0002"))
                .isFalse();
        assertThat(Track17Hook.matches("", bytes(body), "17TRACK_TEST_KEY_0001"))
                .isFalse();
    }

    @Test
    void whoAsksTooOftenWaitsAndTooManyAreTurnedAway() {
        var pace = new Track17Pace(Duration.ofMillis(350), () -> 0L);
        assertThat(pace.turn()).isZero();
        assertThat(pace.turn()).isEqualTo(350_000_000L);
        for (int i = 0; i < 9; i++) {
            assertThat(pace.turn()).isPositive();
        }
        assertThat(pace.turn()).isNegative();
    }

    private static String rejected(String code) {
        return """
                {"code":0,"data":{"accepted":[],"rejected":[{"number":"LZ473124829CN","error":{"code":%s,"message":"why"}}]}}""".formatted(code);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
