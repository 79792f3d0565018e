package io.sampan.simulators.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.simulators.Vectors;
import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CarrierTest {
    static final String KEY = "TESTKEY0001";
    static final String SECRET = "TESTSECRET0001";

    @TempDir
    Path folder;

    Kernel kernel = Kernel.over(null);
    Carrier carrier = new Carrier(kernel, 7, KEY, SECRET);
    final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        kernel.close();
    }

    static ObjectNode shipment(String ref, String line) {
        return (ObjectNode) Json.tree("""
                {"ref_no":"%s","logistics_product_code":"%s","duty_type":"P",
                 "parcel":{"weight_g":850,"length_mm":300,"width_mm":200,"height_mm":100,"declared_value":2500,"declared_currency":"EUR"},
                 "receiver":{"name":"Anna Müller","phone":"+4930123","country":"DE","city":"Berlin","street":"Torstr. 1","post_code":"10119"},
                 "goods":[{"hs_code":"621410","name_en":"Silk scarf","quantity":2,"unit_value":1250}]}
                """.formatted(ref, line));
    }

    JsonNode call(String method, Object body) {
        String text = Json.text(body);
        var query = query(method);
        query.put("sign", Signature.of(query, text, SECRET));
        return Json.tree(ask(query, text).text());
    }

    static Map<String, String> query(String method) {
        return new LinkedHashMap<>(
                Map.of("app_key", KEY, "format", "json", "method", method, "timestamp", "1790000000000", "v", "1.0.0"));
    }

    Answer ask(Map<String, String> query, String body) {
        return carrier.handler()
                .handle(new Question(
                        "POST", CarrierApi.ADDRESS, query, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    JsonNode create(String ref, String line) {
        return call("ds.xms.order.create", shipment(ref, line)).get("data");
    }

    static String error(JsonNode reply) {
        return reply.at("/errors/0/error_code").asString("");
    }

    @Test
    void takesTheSignatureVectorOverHttpAndRefusesItWithOneByteChanged() throws Exception {
        var vector = Vectors.of("4px").get("vectors").get(0);
        String body = vector.get("body").asString();
        String sign = vector.get("sign").asString();
        try (var service = new Service("carrier", 0, carrier.handler(), kernel.faults())) {
            assertThat(error(post(service, vector, sign, body))).isEqualTo("ORDER_NOT_FOUND");
            String other = sign.substring(0, 31) + (sign.endsWith("0") ? "1" : "0");
            assertThat(error(post(service, vector, other, body))).isEqualTo("SIGN_ERROR");
            assertThat(error(post(service, vector, sign, body + " "))).isEqualTo("SIGN_ERROR");
            assertThat(error(post(service, vector, "", body))).isEqualTo("SIGN_ERROR");
        }
    }

    JsonNode post(Service service, JsonNode vector, String sign, String body) throws Exception {
        String url = service.address() + CarrierApi.ADDRESS + "?method="
                + vector.get("method").asString() + "&app_key="
                + vector.get("app_key").asString() + "&v=" + vector.get("v").asString() + "&timestamp="
                + vector.get("timestamp").asString() + "&format=json&language=en&sign=" + sign;
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(body))
                .build();
        return Json.tree(http.send(request, BodyHandlers.ofString()).body());
    }

    @Test
    void printsS10NumbersWithTheRightCheckDigit() {
        for (var vector : Vectors.of("s10").get("computed")) {
            String example = vector.get("example").asString();
            assertThat(TrackingNumbers.s10(
                            example.substring(0, 2),
                            Long.parseLong(vector.get("serial").asString()),
                            "CN"))
                    .isEqualTo(example);
        }
        assertThat(create("A", "ECONOMY").get("tracking_no").asString()).matches("LZ\\d{9}CN");
        assertThat(create("B", "EXPRESS").get("tracking_no").asString()).matches("YT\\d{16}");
    }

    @Test
    void theSameReferenceIsTheSameShipment() {
        var first = create("A", "EXPRESS");
        assertThat(create("A", "EXPRESS")).isEqualTo(first);
        assertThat(create("B", "EXPRESS").get("tracking_no")).isNotEqualTo(first.get("tracking_no"));
        assertThat(error(call("ds.xms.order.create", shipment("A", "ECONOMY")))).isEqualTo("REF_NO_CONFLICT");
    }

    @Test
    void chargesByVolumeOrWeightAsItsLinesSay() {
        var express = create("A", "EXPRESS");
        assertThat(express.get("billed_weight_g").asInt()).isEqualTo(1_500);
        assertThat(express.at("/freight/amount_fen").asLong()).isEqualTo(24_952);
        var economy = create("B", "ECONOMY");
        assertThat(economy.get("billed_weight_g").asInt()).isEqualTo(850);
        assertThat(economy.at("/freight/amount_fen").asLong()).isEqualTo(12_580);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPRESS, /parcel, weight_g, 30000, ''",
        "EXPRESS, /parcel, weight_g, 30001, OVERWEIGHT",
        "EXPRESS, /parcel, length_mm, 1200, ''",
        "EXPRESS, /parcel, length_mm, 1201, OVERSIZE",
        "ECONOMY, /parcel, length_mm, 1051, OVERSIZE",
        "EXPRESS, /parcel, weight_g, 0, PARAM_INVALID",
        "ECONOMY, /receiver, country, \"KP\", COUNTRY_NOT_SERVED",
        "ECONOMY, /receiver, country, \"IT\", ''",
        "ECONOMY, /parcel, battery, \"built_in\", PROHIBITED",
        "EXPRESS, /parcel, battery, \"built_in\", ''",
        "EXPRESS, /parcel, battery, \"pure\", PROHIBITED",
        "EXPRESS, /receiver, country, \"KR\", PARAM_INVALID",
        "EXPRESS, /receiver, name, \"\", PARAM_INVALID",
        "EXPRESS, /goods/0, hs_code, \"12\", PARAM_INVALID",
        "DRONE, /receiver, city, \"Berlin\", PRODUCT_NOT_FOUND",
    })
    void refusesWhatTheLineDoesNotCarry(String line, String at, String field, String value, String refusal) {
        var shipment = shipment("A", line);
        ((ObjectNode) shipment.at(at)).set(field, Json.tree(value));
        assertThat(error(call("ds.xms.order.create", shipment))).isEqualTo(refusal);
    }

    @Test
    void twentyKilogramsIsTheLimitOfEconomyToItaly() {
        var shipment = shipment("A", "ECONOMY");
        ((ObjectNode) shipment.at("/receiver")).put("country", "IT");
        ((ObjectNode) shipment.at("/parcel")).put("weight_g", 20_001);
        assertThat(error(call("ds.xms.order.create", shipment))).isEqualTo("OVERWEIGHT");
    }

    @ParameterizedTest
    @CsvSource({"EXPRESS, 3, 6", "ECONOMY, 9, 16"})
    void aParcelHandedOverIsDeliveredWithinItsLinesDaysAfterEveryStationInOrder(String line, int fastest, int slowest) {
        for (int i = 0; i < 40; i++) {
            create("P" + i, line);
            call("ds.xms.order.handover", Map.of("ref_no", "P" + i));
        }
        Instant handedOver = kernel.clock().now();
        kernel.clock().advance(Duration.ofDays(slowest + 1));
        var days = new java.util.TreeSet<Long>();
        for (int i = 0; i < 40; i++) {
            String number = call("ds.xms.order.get", Map.of("ref_no", "P" + i))
                    .at("/data/tracking_no")
                    .asString();
            List<Scan> scans = java.util.Objects.requireNonNull(
                            carrier.movements().track(number))
                    .scans();
            assertThat(scans).extracting(Scan::at).isSorted();
            assertThat(scans).hasSize(11);
            assertThat(scans.getLast().code()).isEqualTo(Scan.Code.DELIVERED);
            assertThat(scans.getLast().place()).isEqualTo("Berlin");
            Duration way = Duration.between(handedOver, scans.getLast().at());
            assertThat(way).isBetween(Duration.ofDays(fastest).minusMinutes(1), Duration.ofDays(slowest));
            int hour = scans.getLast()
                    .at()
                    .atZone(java.time.ZoneId.of("Europe/Berlin"))
                    .getHour();
            assertThat(hour).isBetween(9, 17);
            days.add(way.toDays());
        }
        assertThat(days).hasSizeGreaterThan(1);
    }

    @Test
    void nothingMovesBeforeItIsHandedOver() {
        create("A", "EXPRESS");
        kernel.clock().advance(Duration.ofDays(30));
        assertThat(call("ds.xms.order.get", Map.of("ref_no", "A"))
                        .at("/data/status")
                        .asString())
                .isEqualTo("CREATED");
    }

    @Test
    void aShipmentIsCancelledBeforeHandOverOnly() {
        create("A", "EXPRESS");
        assertThat(call("ds.xms.order.cancel", Map.of("ref_no", "A"))
                        .at("/data/status")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(call("ds.xms.order.cancel", Map.of("ref_no", "A"))
                        .at("/result")
                        .asString())
                .isEqualTo("1");
        assertThat(error(call("ds.xms.order.handover", Map.of("ref_no", "A")))).isEqualTo("STATE_NOT_ALLOWED");
        create("B", "EXPRESS");
        call("ds.xms.order.handover", Map.of("ref_no", "B"));
        assertThat(call("ds.xms.order.handover", Map.of("ref_no", "B"))
                        .at("/result")
                        .asString())
                .isEqualTo("1");
        assertThat(error(call("ds.xms.order.cancel", Map.of("ref_no", "B")))).isEqualTo("STATE_NOT_ALLOWED");
    }

    @Test
    void theLabelIsAPictureThatNamesTheNumberAndTheReceiver() {
        String number = create("A", "ECONOMY").get("tracking_no").asString();
        var label = call("ds.xms.label.get", Map.of("ref_no", "A")).get("data");
        String svg =
                new String(Base64.getDecoder().decode(label.get("label_base64").asString()), StandardCharsets.UTF_8);
        assertThat(svg).startsWith("<svg").contains(number, "Anna Müller", "10119 Berlin");
    }

    @Test
    void theWorldMayLoseHoldOrDeliverAParcelOnItsWay() {
        String lost = handedOver("A");
        String held = handedOver("B");
        String quick = handedOver("C");
        carrier.act("lose", Map.of("number", lost));
        carrier.act("hold", Map.of("number", held, "hours", "240"));
        carrier.act("deliver", Map.of("number", quick));
        assertThat(status("C")).isEqualTo("DELIVERED");
        kernel.clock().advance(Duration.ofDays(7));
        assertThat(status("A")).isEqualTo("HANDED_OVER");
        assertThat(status("B")).isEqualTo("HANDED_OVER");
        kernel.clock().advance(Duration.ofDays(9));
        assertThat(status("A")).isEqualTo("LOST");
        assertThat(status("B")).isEqualTo("DELIVERED");
        assertThatThrownBy(() -> carrier.act("hold", Map.of("number", quick)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "{\"ref_no\":5}"})
    void aBrokenBodyIsRefusedNotSuffered(String body) {
        var query = query("ds.xms.order.create");
        query.put("sign", Signature.of(query, body, SECRET));
        assertThat(error(Json.tree(ask(query, body).text()))).isEqualTo("PARAM_INVALID");
    }

    @Test
    void parcelsMoveOnAfterARestartAsIfNothingHadBeen() {
        kernel.close();
        kernel = Kernel.over(folder);
        carrier = new Carrier(kernel, 7, KEY, SECRET);
        handedOver("A");
        kernel.clock().advance(Duration.ofDays(1));
        kernel.close();
        kernel = Kernel.over(folder);
        carrier = new Carrier(kernel, 7, KEY, SECRET);
        carrier.opened(Map.of());
        kernel.clock().advance(Duration.ofDays(6));
        assertThat(status("A")).isEqualTo("DELIVERED");
        String number = call("ds.xms.order.get", Map.of("ref_no", "A"))
                .at("/data/tracking_no")
                .asString();
        assertThat(call("tr.order.tracking.get", Map.of("deliveryOrderNo", number))
                        .at("/data/trackingList"))
                .hasSize(11);
    }

    String handedOver(String ref) {
        create(ref, "EXPRESS");
        return call("ds.xms.order.handover", Map.of("ref_no", ref))
                .at("/data/tracking_no")
                .asString();
    }

    String status(String ref) {
        return call("ds.xms.order.get", Map.of("ref_no", ref))
                .at("/data/status")
                .asString();
    }
}
