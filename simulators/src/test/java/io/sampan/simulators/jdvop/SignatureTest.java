package io.sampan.simulators.jdvop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.SignatureVectors;
import io.sampan.simulators.SignatureVectors.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    static final List<Vector> VECTORS = SignatureVectors.of("JD_VOP_MD5");

    /** The vector has the password as a person types it, and the secret beside it. */
    static boolean accepts(Vector vector, String signature) {
        Map<String, String> fields = new LinkedHashMap<>(vector.params());
        fields.put("password", Signature.hashed(vector.params().get("password")));
        fields.put("sign", signature);
        return vector.params().get("client_secret").equals(vector.secret())
                && new Signature(vector.secret()).fits(fields);
    }

    @Test
    void acceptsTheVector() {
        assertThat(VECTORS).hasSize(1).allMatch(vector -> accepts(vector, vector.expected()));
    }

    @Test
    void rejectsTheVectorWithOneByteChanged() {
        for (Vector vector : VECTORS) {
            assertThat(vector.spoiled()).hasSize(8).allMatch(spoiled -> !accepts(spoiled, spoiled.expected()));
            assertThat(vector.wrongSignatures()).hasSize(32).allMatch(wrong -> !accepts(vector, wrong));
        }
    }
}
