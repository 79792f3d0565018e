package io.sampan.outside.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.GatewayNews.Subject;
import io.sampan.outside.gateway.HearingOfATest;
import io.sampan.outside.wire.Flood;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

class StripeHookTest {
    private static final String SECRET = "whsec_hook";
    private static final Instant NOW = Instant.ofEpochSecond(1_795_334_460);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final List<Object> told = new ArrayList<>();
    private final MockMvc web;

    StripeHookTest() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var hook = new StripeHook(
                new StripeSignature(SECRET, Duration.ofSeconds(300)),
                HearingOfATest.on(DATABASE, told::add, clock),
                JsonMapper.builder().build(),
                clock);
        web = MockMvcBuilders.standaloneSetup(hook).build();
    }

    @BeforeEach
    void forget() {
        DATABASE.jdbc().sql("DELETE FROM gateway.heard").update();
    }

    @Test
    void tellsTheRoomsOnceWhatStripeSendsTwice() throws Exception {
        var event = Files.readAllBytes(Path.of("../docs/sources/stripe/event-intent.json"));
        send(event, signed(event, NOW), 200);
        send(event, signed(event, NOW.plusSeconds(5)), 200);
        assertThat(told)
                .containsExactly(new GatewayNews(
                        "stripe", Subject.PAYMENT, "pi_1", "01a20320-a200-72d6-b168-fceeb8a12fb3", "evt_1", NOW));
    }

    @Test
    void refusesWhatStripeDidNotSign() throws Exception {
        var event = Files.readAllBytes(Path.of("../docs/sources/stripe/event-intent.json"));
        send(event, signed(event, NOW.minusSeconds(301)), 400);
        send(event, "t=1,v1=00", 400);
        send(
                (new String(event, java.nio.charset.StandardCharsets.UTF_8) + " ")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                signed(event, NOW),
                400);
        web.perform(post("/hooks/stripe").content(event)).andExpect(status().isBadRequest());
        assertThat(told).isEmpty();
    }

    @Test
    void refusesWhatIsNoEventEvenWhenItIsSigned() throws Exception {
        var nonsense = "[1]".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        send(nonsense, signed(nonsense, NOW), 400);
        for (var odd : List.of(
                "null",
                "{}",
                "{\"id\":\"evt_1\",\"type\":\"refund.failed\"}",
                "{\"id\":\"evt_1\",\"type\":\"refund.failed\",\"data\":{}}",
                "{\"id\":\"evt_1\",\"type\":\"refund.failed\",\"data\":{\"object\":{}}}",
                "{\"type\":\"refund.failed\",\"data\":{\"object\":{\"id\":\"re_1\"}}}",
                "{\"id\":\"evt_1\",\"data\":{\"object\":{\"id\":\"re_1\"}}}",
                "{\"id\":\"evt\\u0000\",\"type\":\"refund.failed\",\"data\":{\"object\":{\"id\":\"re_1\"}}}",
                "{\"id\":\"evt_1\",\"type\":\"refund.failed\\u0000\",\"data\":{\"object\":{\"id\":\"re_1\"}}}",
                "{\"id\":\"evt_1\",\"type\":\"refund.failed\",\"data\":{\"object\":{\"id\":\"re\\u0000\"}}}")) {
            var sent = odd.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            send(sent, signed(sent, NOW), 400);
        }
        assertThat(told).isEmpty();
        var huge = new byte[600_000];
        send(huge, signed(huge, NOW), 413);
    }

    @Test
    void readsNoMoreThanAnEventsLengthOfWhatAnybodySends() throws Exception {
        web.perform(context -> new MockHttpServletRequest(context, "POST", "/hooks/stripe") {
                    @Override
                    public ServletInputStream getInputStream() {
                        return new DelegatingServletInputStream(new Flood(1 << 20));
                    }
                })
                .andExpect(status().is(413));
    }

    @Test
    void acceptsAndIgnoresWhatChangesNothing() throws Exception {
        var event = event("evt_2", "customer.created", "cus_1", "{}");
        send(event, signed(event, NOW), 200);
        assertThat(told).isEmpty();
    }

    @Test
    void acceptsAThingWithoutAnIdOfWhichWeKeepNothing() throws Exception {
        var event = "{\"id\":\"evt_4\",\"type\":\"balance.available\",\"data\":{\"object\":{}}}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        send(event, signed(event, NOW), 200);
        assertThat(told).isEmpty();
    }

    @Test
    void knowsARefundByOurId() throws Exception {
        var event = event("evt_3", "refund.failed", "re_1", "{\"refund\":\"our-refund\"}");
        send(event, signed(event, NOW), 200);
        assertThat(told).containsExactly(new GatewayNews("stripe", Subject.REFUND, "re_1", "our-refund", "evt_3", NOW));
    }

    private void send(byte[] body, String signature, int expected) throws Exception {
        web.perform(post("/hooks/stripe")
                        .header("Stripe-Signature", signature)
                        .contentType("application/json; charset=utf-8")
                        .content(body))
                .andExpect(status().is(expected));
    }

    private static byte[] event(String id, String type, String object, String metadata) {
        return ("{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"data\":{\"object\":{\"id\":\"" + object
                        + "\",\"metadata\":" + metadata + "}}}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Made apart from the class under test. */
    static String signed(byte[] body, Instant at) throws GeneralSecurityException, IOException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((at.getEpochSecond() + ".").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}
