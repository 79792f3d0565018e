package io.sampan.simulators.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeWebhookTest {
    static final String SECRET = "whsec_simulated0001";

    final StripeBench bench = new StripeBench(null);

    @AfterEach
    void stop() {
        bench.close();
    }

    /** What a receiver does, written from the rule alone. */
    static boolean genuine(String secret, String header, String body) throws Exception {
        String time = header.replaceFirst(".*t=(\\d+).*", "$1");
        String given = header.replaceFirst(".*v1=([0-9a-f]+).*", "$1");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String right = HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void signsAsTheVectorsSayAndAnyChangedByteIsNoticed() throws Exception {
        for (var vector : Vectors.of("stripe_webhook").get("vectors")) {
            String secret = vector.get("secret").asString();
            String body = vector.get("payload").asString();
            String header = Events.header(secret, vector.get("timestamp").asLong(), body);
            assertThat(header)
                    .isEqualTo("t=" + vector.get("timestamp").asLong() + ",v1="
                            + vector.get("v1").asString());
            assertThat(genuine(secret, header, body)).isTrue();
            assertThat(genuine(secret, header, body + " ")).isFalse();
            char last = header.charAt(header.length() - 1);
            assertThat(genuine(secret, header.substring(0, header.length() - 1) + (last == '0' ? '1' : '0'), body))
                    .isFalse();
        }
    }

    @Test
    void pushesAreSignedInWorldTimeOverTheExactBody() throws Exception {
        bench.kernel.clock().advance(Duration.ofDays(30));
        bench.intent();
        assertThat(bench.pushedTypes()).containsExactly("payment_intent.created");
        var push = bench.pushes.getFirst();
        assertThat(genuine(SECRET, push.signature(), push.body())).isTrue();
        long time = Long.parseLong(push.signature().replaceFirst("t=(\\d+),.*", "$1"));
        assertThat(time)
                .isCloseTo(bench.kernel.clock().now().getEpochSecond(), org.assertj.core.data.Offset.offset(5L));
    }

    @Test
    void aReceiverThatIsDownGetsTheEventLaterWithTheSameId() {
        bench.refusals.set(3);
        bench.intent();
        assertThat(bench.pushedTypes()).isEmpty();
        var event = bench.get("/v1/events");
        assertThat(event.json().at("/data/0/pending_webhooks").asInt()).isEqualTo(1);
        bench.kernel.clock().advance(Duration.ofHours(1));
        assertThat(bench.pushedTypes()).containsExactly("payment_intent.created");
        assertThat(bench.pushes.getFirst().body()).contains(event.at("/data/0/id"));
        var after = bench.get("/v1/events/" + event.at("/data/0/id"));
        assertThat(after.json().get("pending_webhooks").asInt()).isZero();
    }

    @Test
    void triesForAboutThreeDays() {
        Duration all = Events.RETRIES.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofHours(60), Duration.ofHours(72));
    }

    @Test
    void anEventShowsTheObjectAsItWasThen() {
        String id = bench.intent("payment_method", "pm_card_visa");
        bench.post("/v1/payment_intents/" + id + "/confirm");
        bench.pushedTypes();
        var created = bench.pushes.stream()
                .filter(p -> p.type().equals("payment_intent.created"))
                .findFirst()
                .orElseThrow();
        assertThat(created.object().get("status").asString()).isEqualTo("requires_confirmation");
    }
}
