package io.sampan.outside.carrier.sampanpost;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Carrier.Booked;
import io.sampan.outside.carrier.Carrier.Labelled;
import io.sampan.outside.carrier.Carrier.Passed;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.carrier.RecordedReplies;
import io.sampan.outside.carrier.Shipment;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.WireOfATest;
import io.sampan.people.identity.Address;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SampanPostTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final RecordedReplies server = new RecordedReplies();
    private final SampanPost post = new SampanPost(
            new SampanPostSettings(server.address("/router/api/service"), "key", "secret", Duration.ofSeconds(2)),
            WireOfATest.plain(CLOCK),
            CLOCK);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void signsAsTheFourPxPlatformDoes() {
        // Source: docs/sources/carrier.md "Signature"
        var query = new TreeMap<>(Map.of(
                "app_key",
                "TESTKEY0001",
                "format",
                "json",
                "method",
                "tr.order.tracking.get",
                "timestamp",
                "1790000000000",
                "v",
                "1.0.0"));
        assertThat(SampanPostSignature.of(query, "{\"deliveryOrderNo\":\"4PX3000000000000CN\"}", "TESTSECRET0001"))
                .isEqualTo("b5c9281f24b1688e818a2ac1c9113339");
        assertThat(SampanPostSignature.of(query, "{\"deliveryOrderNo\":\"4PX3000000000000CM\"}", "TESTSECRET0001"))
                .isNotEqualTo("b5c9281f24b1688e818a2ac1c9113339");
    }

    @Test
    void booksAParcelAndSignsWhatItSends() {
        server.say(200, """
                {"result":"1","msg":"System processing succeeded","data":{"ref_no":"p1","tracking_no":"YT2611220000000137",
                "logistics_product_code":"EXPRESS","status":"CREATED","billed_weight_g":1500,"create_time":1790000000000,
                "freight":{"amount_fen":24952,"currency":"CNY"}},"errors":[]}""");
        assertThat(post.book(shipment())).isEqualTo(new Booked.Done("YT2611220000000137", Money.fen(24_952), 1500));
        var asked = server.lastAsked();
        var query = query(asked.uri().getRawQuery());
        assertThat(query).containsEntry("method", "ds.xms.order.create").containsEntry("timestamp", "1795348800000");
        var sign = query.remove("sign");
        assertThat(sign).isEqualTo(SampanPostSignature.of(query, asked.body(), "secret"));
        var body = LooseJson.of(asked.body());
        assertThat(body.text("ref_no")).isEqualTo("p1");
        assertThat(body.text("duty_type")).isEqualTo("P");
        assertThat(body.at("parcel").text("weight_g")).isEqualTo("1200");
        assertThat(body.at("parcel").text("declared_value")).isEqualTo("20000");
        assertThat(body.at("receiver").text("street")).isEqualTo("Torstraße 1, 3. OG");
        assertThat(body.list("goods").getFirst().text("hs_code")).isEqualTo("620443");
    }

    @Test
    void saysWhatTheCarrierRefuses() {
        server.say(200, """
                {"result":"0","msg":"too heavy","data":null,"errors":[{"error_code":"OVERWEIGHT","error_msg":"EXPRESS takes at most 30000 g"}]}""");
        assertThat(post.book(shipment())).isEqualTo(new Booked.Refused("OVERWEIGHT", "EXPRESS takes at most 30000 g"));
        server.say(200, """
                {"result":"0","msg":"x","data":null,"errors":[{"error_code":"STATE_NOT_ALLOWED","error_msg":"no"}]}""");
        assertThat(post.handOver("p1")).isEqualTo(new Passed.Refused("STATE_NOT_ALLOWED", "no"));
    }

    @Test
    void aBrokenAnswerIsUnclear() {
        server.say(502, "<html>");
        assertThat(post.book(shipment())).isInstanceOf(Booked.Unclear.class);
        server.say(200, "{\"result\":\"1\",\"data\":{}}");
        assertThat(post.book(shipment())).isInstanceOf(Booked.Unclear.class);
        server.say(200, "not json");
        assertThat(post.handOver("p1")).isInstanceOf(Passed.Unclear.class);
    }

    @Test
    void silenceIsUnclear() {
        server.close();
        assertThat(post.handOver("p1")).isInstanceOf(Passed.Unclear.class);
    }

    @Test
    void fetchesTheLabel() {
        server.say(200, """
                {"result":"1","data":{"tracking_no":"YT1","label_type":"image/svg+xml","label_base64":"PHN2Zy8+"},"errors":[]}""");
        assertThat(post.label("p1")).isInstanceOfSatisfying(Labelled.Ready.class, label -> {
            assertThat(label.contentType()).isEqualTo("image/svg+xml");
            assertThat(new String(label.bytes(), StandardCharsets.UTF_8)).isEqualTo("<svg/>");
        });
    }

    private static Shipment shipment() {
        var berlin = new Address("Ada Example", "+49 30 1234567", "Torstraße 1", "3. OG", "10119", "Berlin", "", "DE");
        var goods = List.of(new Shipment.Goods("620443", "dress", 2, Money.fen(10_000)));
        return new Shipment("p1", "EXPRESS", new ParcelSize(1200, 300, 200, 100), true, Set.of(), berlin, goods);
    }

    private static TreeMap<String, String> query(String raw) {
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
