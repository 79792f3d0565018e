package io.sampan.simulators.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.SignatureVectors;
import io.sampan.simulators.SignatureVectors.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    static List<Vector> vectors() {
        List<Vector> all = new ArrayList<>(SignatureVectors.of("TOP_MD5"));
        all.addAll(SignatureVectors.of("TOP_HMAC"));
        all.addAll(SignatureVectors.of("TOP_HMAC_SHA256"));
        return all;
    }

    static boolean accepts(Vector vector, String signature) {
        Map<String, String> fields = new LinkedHashMap<>(vector.params());
        fields.put(Signature.FIELD, signature);
        return new Signature(vector.secret()).fits(fields);
    }

    @Test
    void acceptsEveryVector() {
        assertThat(vectors()).hasSize(7).allMatch(vector -> accepts(vector, vector.expected()));
    }

    @Test
    void rejectsEveryVectorWithOneByteChanged() {
        for (Vector vector : vectors()) {
            assertThat(vector.spoiled()).isNotEmpty().allMatch(spoiled -> !accepts(spoiled, spoiled.expected()));
            assertThat(vector.wrongSignatures()).hasSize(vector.expected().length());
            assertThat(vector.wrongSignatures()).allMatch(wrong -> !accepts(vector, wrong));
        }
    }

    @Test
    void anUnknownMethodOfSigningFitsNothingNotEvenAnEmptySignature() {
        assertThat(new Signature("secret").of(Map.of("a", "1", "sign_method", "sha1")))
                .isEmpty();
        assertThat(new Signature("secret").of(Map.of("a", "1"))).isEmpty();
    }
}
