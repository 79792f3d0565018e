package io.sampan.simulators.ali1688;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.SignatureVectors;
import io.sampan.simulators.SignatureVectors.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    static boolean accepts(Vector vector, String signature) {
        Map<String, String> form = new LinkedHashMap<>(vector.params());
        form.put(Signature.FIELD, signature);
        return new Signature(vector.secret()).fits(vector.prefix(), form);
    }

    @Test
    void acceptsEveryVector() {
        assertThat(SignatureVectors.of("A1688_HMAC_SHA1"))
                .hasSize(4)
                .allSatisfy(vector -> assertThat(accepts(vector, vector.expected()))
                        .as(vector.id())
                        .isTrue());
    }

    @Test
    void rejectsEveryVectorWithOneByteChanged() {
        for (Vector vector : SignatureVectors.of("A1688_HMAC_SHA1")) {
            assertThat(vector.spoiled()).allMatch(spoiled -> !accepts(spoiled, spoiled.expected()));
            assertThat(vector.wrongSignatures()).allMatch(wrong -> !accepts(vector, wrong));
        }
    }
}
