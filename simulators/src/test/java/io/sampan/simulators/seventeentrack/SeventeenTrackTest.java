package io.sampan.simulators.seventeentrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Vectors;
import io.sampan.simulators.carrier.Movements;
import io.sampan.simulators.carrier.Scan;
import io.sampan.simulators.carrier.Scan.Code;
import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SeventeenTrackTest {
    static final String TOKEN = "17TRACK_SIMULATED_KEY_0001";
    static final String NUMBER = "LZ473124829CN";

    /** A carrier's public page, written by the test. */
    static final class Page implements Movements {
        final Map<String, List<Scan>> scans = new HashMap<>();
        final List<Consumer<String>> listeners = new ArrayList<>();

        @Override
        public @Nullable Track track(String number) {
            List<Scan> known = scans.get(number);
            return known == null ? null : new Track(number, "ECONOMY", "DE", List.copyOf(known));
        }

        @Override
        public void onScan(Consumer<String> listener) {
            listeners.add(listener);
        }
    }

    final Kernel kernel = Kernel.over(null);
    final Page page = new Page();
    final SeventeenTrack service = new SeventeenTrack(kernel, page);
    final List<Question> pushes = Collections.synchronizedList(new ArrayList<>());
    final Service receiver = new Service("receiver", 0, this::receive, kernel.faults());

    Answer receive(Question q) {
        pushes.add(q);
        return Answer.text(200, "");
    }

    @AfterEach
    void stop() {
        receiver.close();
        kernel.close();
    }

    Answer ask(String verb, String token, String body) throws InterruptedException {
        Thread.sleep(340);
        return service.handler().handle(question(verb, token, body));
    }

    static Question question(String verb, String token, String body) {
        return new Question(
                "POST",
                "/track/v2.2/" + verb,
                Map.of(),
                Map.of("17token", token),
                body.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode call(String verb, String body) throws InterruptedException {
        return Json.tree(ask(verb, TOKEN, body).text());
    }

    void scan(Code code) {
        page.scans
                .computeIfAbsent(NUMBER, n -> new ArrayList<>())
                .add(new Scan(kernel.clock().now(), code, "text of " + code, "Frankfurt", "DE"));
        page.listeners.forEach(listener -> listener.accept(NUMBER));
        kernel.clock().advance(Duration.ofMinutes(1));
    }

    static String one() {
        return "[{\"number\":\"" + NUMBER + "\",\"tag\":\"parcel-7\"}]";
    }

    @Test
    void aNumberIsRegisteredOnceAndAskedForAfterwards() throws Exception {
        assertThat(call("gettrackinfo", one()).at("/data/rejected/0/error/code").asInt())
                .isEqualTo(-18019902);
        var registered = call("register", one());
        assertThat(registered.at("/code").asInt()).isZero();
        assertThat(registered.at("/data/accepted/0/carrier").asInt()).isEqualTo(3011);
        assertThat(call("register", one()).at("/data/rejected/0/error/code").asInt())
                .isEqualTo(-18019901);
        var info = call("gettrackinfo", one()).at("/data/accepted/0");
        assertThat(info.at("/track_info/latest_status/status").asString()).isEqualTo("NotFound");
        assertThat(info.at("/tag").asString()).isEqualTo("parcel-7");
    }

    @Test
    void aNumberOfNoKnownCarrierIsRejectedUnlessTheCarrierIsNamed() throws Exception {
        String wrongDigit = "[{\"number\":\"LZ473124828CN\"}]";
        assertThat(call("register", wrongDigit)
                        .at("/data/rejected/0/error/code")
                        .asInt())
                .isEqualTo(-18019903);
        String named = "[{\"number\":\"LZ473124828CN\",\"carrier\":3011}]";
        assertThat(call("register", named).at("/data/accepted")).hasSize(1);
        assertThat(call("register", "[{\"number\":\"a b\"}]")
                        .at("/data/rejected/0/error/code")
                        .asInt())
                .isEqualTo(-18010012);
        assertThat(call("register", "[{\"number\":\"YT2611220000000137\"}]")
                        .at("/data/accepted/0/carrier")
                        .asInt())
                .isEqualTo(190008);
    }

    @Test
    void takesFortyNumbersAndNotFortyOne() throws Exception {
        assertThat(call("register", numbers(40)).at("/data/accepted")).hasSize(40);
        assertThat(call("register", numbers(41)).at("/code").asInt()).isEqualTo(-18010014);
        assertThat(call("register", "{}").at("/code").asInt()).isEqualTo(-18010013);
        assertThat(call("register", "no").at("/code").asInt()).isEqualTo(-18010013);
    }

    static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"number\":\"YT%016d\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void takesThreeRequestsASecondAndNotFour() {
        var now = new AtomicLong();
        var pace = new Pace(3, now::get);
        assertThat(List.of(pace.allows(), pace.allows(), pace.allows(), pace.allows()))
                .containsExactly(true, true, true, false);
        now.set(999_999_999);
        assertThat(pace.allows()).isFalse();
        now.set(1_000_000_000);
        assertThat(pace.allows()).isTrue();
        var statuses = IntStream.range(0, 4)
                .mapToObj(i -> service.handler()
                        .handle(question("getquota", TOKEN, ""))
                        .status())
                .toList();
        assertThat(statuses).containsExactly(200, 200, 200, 429);
    }

    @Test
    void refusesAWrongKeyAndAnUnknownAddress() throws Exception {
        var refused = ask("register", TOKEN + "x", one());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("-18010002");
        assertThat(ask("unregister", TOKEN, one()).status()).isEqualTo(404);
    }

    @Test
    void tellsEachNewScanOnceSignedOverTheExactBody() throws Exception {
        kernel.webhooks().set("17track", receiver.address() + "/17track");
        call("register", one());
        scan(Code.CREATED);
        scan(Code.PICKED_UP);
        service.readLater(NUMBER);
        kernel.clock().advance(Duration.ofHours(1));
        scan(Code.DELIVERED);

        assertThat(pushes).hasSize(3);
        var last = Json.tree(pushes.getLast().text());
        assertThat(last.at("/event").asString()).isEqualTo("TRACKING_UPDATED");
        assertThat(last.at("/data/number").asString()).isEqualTo(NUMBER);
        assertThat(last.at("/data/tag").asString()).isEqualTo("parcel-7");
        assertThat(last.at("/data/track_info/latest_status/sub_status").asString())
                .isEqualTo("Delivered_Other");
        var events = last.at("/data/track_info/tracking/providers/0/events");
        assertThat(events).hasSize(3);
        assertThat(events.at("/0/sub_status").asString()).isEqualTo("Delivered_Other");
        for (Question push : pushes) {
            assertThat(genuine(push.text(), TOKEN, push.header("sign"))).isTrue();
        }
    }

    @Test
    void aStoppedNumberIsToldNoMoreUntilItIsTakenUpAgainOnce() throws Exception {
        kernel.webhooks().set("17track", receiver.address() + "/17track");
        call("register", one());
        assertThat(call("retrack", one()).at("/data/rejected/0/error/code").asInt())
                .isEqualTo(-18019904);
        assertThat(call("stoptrack", one()).at("/data/accepted")).hasSize(1);
        assertThat(call("stoptrack", one()).at("/data/rejected/0/error/code").asInt())
                .isEqualTo(-18019906);
        scan(Code.CREATED);
        assertThat(pushes).isEmpty();
        assertThat(call("retrack", one()).at("/data/accepted")).hasSize(1);
        kernel.clock().advance(Duration.ofMinutes(1));
        assertThat(pushes).hasSize(1);
        call("stoptrack", one());
        assertThat(call("retrack", one()).at("/data/rejected/0/error/code").asInt())
                .isEqualTo(-18019905);
    }

    @Test
    void signsAsTheVectorSaysAndAnyChangedByteIsNoticed() throws Exception {
        for (var vector : Vectors.of("17track_webhook").get("vectors")) {
            String body = vector.get("body").asString();
            String key = vector.get("api_key").asString();
            String sign = SeventeenTrack.sign(body, key);
            assertThat(sign).isEqualTo(vector.get("sign").asString());
            assertThat(genuine(body, key, sign)).isTrue();
            assertThat(genuine(body.replace("InTransit", "InTransiu"), key, sign))
                    .isFalse();
            assertThat(genuine(body, key, sign.substring(0, 63) + (sign.endsWith("0") ? "1" : "0")))
                    .isFalse();
        }
    }

    /** What a receiver does, written from the rule alone. */
    static boolean genuine(String body, String key, String sign) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest((body + "/" + key).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).equals(sign);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyScanHasAStatusThat17TrackKnows(Code code) {
        assertThat(TrackInfo.status(TrackInfo.subStatus(code)))
                .isIn("InfoReceived", "InTransit", "OutForDelivery", "Delivered", "Exception");
    }
}
