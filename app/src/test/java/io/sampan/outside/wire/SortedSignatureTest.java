package io.sampan.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SortedSignatureTest {
    static final Map<String, SortedSignature> MODES = Map.of(
            "A1688_HMAC_SHA1",
            SortedSignature.ALI_1688,
            "IOP_HMAC_SHA256",
            SortedSignature.IOP,
            "IOP_SYNC_HMAC_SHA256",
            SortedSignature.IOP,
            "TOP_MD5",
            SortedSignature.TOP_MD5,
            "TOP_HMAC",
            SortedSignature.TOP_HMAC,
            "TOP_HMAC_SHA256",
            SortedSignature.TOP_HMAC_SHA256,
            "JD_MD5",
            SortedSignature.JD,
            "JD_SP_MD5",
            SortedSignature.JD,
            "PDD_MD5",
            SortedSignature.PINDUODUO);

    record Vector(
            String id,
            SortedSignature mode,
            String secret,
            String prefix,
            Map<String, String> fields,
            String expected) {
        static Vector of(JsonNode json) {
            var fields = new TreeMap<String, String>();
            json.path("params").forEachEntry((name, value) -> fields.put(name, value.asString()));
            return new Vector(
                    json.path("id").asString(),
                    MODES.get(json.path("algorithm").asString()),
                    json.path("secret").asString(),
                    json.path("prefix").asString(),
                    fields,
                    json.path("expected").asString());
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static JsonNode cases() throws IOException {
        try (var file = SortedSignatureTest.class.getResourceAsStream("/cases/marketplace-vectors.json")) {
            return JsonMapper.builder().build().readTree(file);
        }
    }

    static Stream<Vector> vectors() throws IOException {
        return cases().path("vectors")
                .valueStream()
                .filter(vector -> MODES.containsKey(vector.path("algorithm").asString()))
                .map(Vector::of);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsAsThePlatformsDocumentationDoes(Vector vector) {
        assertThat(vector.mode().of(vector.secret(), vector.prefix(), vector.fields()))
                .isEqualTo(vector.expected());
        assertThat(vector.mode().matches(vector.expected(), vector.secret(), vector.prefix(), vector.fields()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesEveryVectorWithOneByteChanged(Vector vector) {
        var mode = vector.mode();
        vector.fields().forEach((name, value) -> {
            var changed = new TreeMap<>(vector.fields());
            changed.put(name, value.isEmpty() ? "x" : otherFirst(value));
            assertThat(mode.matches(vector.expected(), vector.secret(), vector.prefix(), changed))
                    .as(name)
                    .isFalse();
        });
        assertThat(mode.matches(vector.expected(), otherFirst(vector.secret()), vector.prefix(), vector.fields()))
                .isFalse();
        assertThat(mode.matches(vector.expected(), vector.secret(), vector.prefix() + "/", vector.fields()))
                .isFalse();
        assertThat(mode.matches(otherFirst(vector.expected()), vector.secret(), vector.prefix(), vector.fields()))
                .isFalse();
    }

    @Test
    void signsABodyBehindTheFields() {
        var fields = Map.of("app_key", "1", "payload", "");
        assertThat(SortedSignature.IOP.of("s", "/x", fields, "<a/>"))
                .isEqualTo(SortedSignature.IOP.ofJoined("s", "/xapp_key1<a/>"))
                .isNotEqualTo(SortedSignature.IOP.of("s", "/x", fields));
    }

    private static String otherFirst(String text) {
        return (text.charAt(0) == 'x' ? 'y' : 'x') + text.substring(1);
    }
}
