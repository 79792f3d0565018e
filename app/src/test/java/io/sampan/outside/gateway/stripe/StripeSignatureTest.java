package io.sampan.outside.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class StripeSignatureTest {
    record Vector(String secret, long timestamp, String payload, String v1) {
        byte[] body() {
            return payload.getBytes(StandardCharsets.UTF_8);
        }

        String header() {
            return "t=" + timestamp + ",v1=" + v1;
        }

        StripeSignature signature() {
            return new StripeSignature(secret, Duration.ofSeconds(300));
        }
    }

    static List<Vector> vectors() throws IOException {
        var json = JsonMapper.builder().build();
        try (var file = StripeSignatureTest.class.getResourceAsStream("/cases/payment-logistics-vectors.json")) {
            var vectors = new ArrayList<Vector>();
            for (var node : json.readTree(file).get("stripe_webhook").get("vectors")) {
                vectors.add(json.treeToValue(node, Vector.class));
            }
            return vectors;
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsWhatStripeSigned(Vector vector) {
        assertThat(vector.signature().fits(vector.header(), vector.body(), at(vector, 0)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesEachWithOneByteChanged(Vector vector) {
        var body = vector.body();
        for (int i = 0; i < body.length; i++) {
            var changed = body.clone();
            changed[i] ^= 1;
            assertThat(vector.signature().fits(vector.header(), changed, at(vector, 0)))
                    .isFalse();
        }
        for (int i = 0; i < vector.v1().length(); i++) {
            char other = vector.v1().charAt(i) == '0' ? '1' : '0';
            var v1 = vector.v1().substring(0, i) + other + vector.v1().substring(i + 1);
            assertThat(vector.signature().fits("t=" + vector.timestamp() + ",v1=" + v1, body, at(vector, 0)))
                    .isFalse();
        }
        assertThat(vector.signature().fits("t=" + (vector.timestamp() + 1) + ",v1=" + vector.v1(), body, at(vector, 0)))
                .isFalse();
        assertThat(new StripeSignature(vector.secret() + "x", Duration.ofSeconds(300))
                        .fits(vector.header(), body, at(vector, 0)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsFiveMinutesEitherWayAndNoMore(Vector vector) {
        var signature = vector.signature();
        for (long seconds : new long[] {-300, -1, 0, 299, 300}) {
            assertThat(signature.fits(vector.header(), vector.body(), at(vector, seconds)))
                    .as("%d s", seconds)
                    .isTrue();
        }
        for (long seconds : new long[] {-3600, -301, 301, 86_400}) {
            assertThat(signature.fits(vector.header(), vector.body(), at(vector, seconds)))
                    .as("%d s", seconds)
                    .isFalse();
        }
    }

    @Test
    void anyOfSeveralSignaturesMayFitAndOnlyTheFirstScheme() throws IOException {
        var vector = vectors().getFirst();
        var t = "t=" + vector.timestamp();
        var right = vector.v1();
        assertThat(fits(vector, t + ",v1=wrong,v0=abc,v1=" + right)).isTrue();
        assertThat(fits(vector, t + ", v1=" + right)).isTrue();
        assertThat(fits(vector, t + ",v0=" + right)).isFalse();
        assertThat(fits(vector, "v1=" + right)).isFalse();
        assertThat(fits(vector, "t=soon,v1=" + right)).isFalse();
        assertThat(fits(vector, "t=,v1=" + right)).isFalse();
        assertThat(fits(vector, "")).isFalse();
        assertThat(fits(vector, "x".repeat(5_000))).isFalse();
    }

    private static boolean fits(Vector vector, String header) {
        return vector.signature().fits(header, vector.body(), at(vector, 0));
    }

    private static Instant at(Vector vector, long secondsLater) {
        return Instant.ofEpochSecond(vector.timestamp()).plusSeconds(secondsLater);
    }
}
