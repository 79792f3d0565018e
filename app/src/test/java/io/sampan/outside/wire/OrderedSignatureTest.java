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

class OrderedSignatureTest {
    static final Map<String, OrderedSignature> MODES = Map.of(
            "JD_VOP_MD5",
            OrderedSignature.JD_VOP_TOKEN,
            "SHOPEE_HMAC_SHA256",
            OrderedSignature.SHOPEE,
            "TBGLOBAL_PUSH",
            OrderedSignature.TAOBAO_GLOBAL_PUSH);

    static Stream<JsonNode> vectors() throws IOException {
        return SortedSignatureTest.cases()
                .path("vectors")
                .valueStream()
                .filter(vector -> MODES.containsKey(vector.path("algorithm").asString()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsAsThePlatformDoesAndRefusesEveryOtherValue(JsonNode vector) {
        var mode = MODES.get(vector.path("algorithm").asString());
        var secret = vector.path("secret").asString();
        var expected = vector.path("expected").asString();
        var fields = new TreeMap<String, String>();
        vector.path("params").forEachEntry((name, value) -> fields.put(name, value.asString()));
        if (!vector.path("body").isNull()) {
            fields.put("body", vector.path("body").asString());
        }
        assertThat(mode.of(secret, fields)).isEqualTo(expected);
        assertThat(mode.matches(expected, secret, fields)).isTrue();
        assertThat(mode.matches(expected, secret + " ", fields)).isFalse();
        mode.names().stream().filter(fields::containsKey).forEach(name -> {
            var changed = new TreeMap<>(fields);
            changed.put(name, fields.get(name) + "x");
            assertThat(mode.matches(expected, secret, changed)).as(name).isFalse();
        });
    }

    @Test
    void whatIsNotNamedTakesNoPart() {
        assertThat(OrderedSignature.SHOPEE.of("s", Map.of("partner_id", "1", "path", "/p", "item_id", "7")))
                .isEqualTo(OrderedSignature.SHOPEE.ofJoined("s", "1/p"));
    }
}
