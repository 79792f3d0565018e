package io.sampan.simulators.jdunion;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.SignatureVectors;
import io.sampan.simulators.SignatureVectors.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    static final List<Vector> VECTORS = SignatureVectors.of("JD_MD5");

    static boolean accepts(Vector vector, String signature) {
        Map<String, String> fields = new LinkedHashMap<>(vector.params());
        fields.put(Signature.FIELD, signature);
        return new Signature(vector.secret()).fits(fields);
    }

    @Test
    void acceptsEveryVector() {
        assertThat(VECTORS).hasSize(2).allMatch(vector -> accepts(vector, vector.expected()));
    }

    @Test
    void rejectsEveryVectorWithOneByteChanged() {
        for (Vector vector : VECTORS) {
            assertThat(vector.spoiled())
                    .hasSizeGreaterThan(6)
                    .allMatch(spoiled -> !accepts(spoiled, spoiled.expected()));
            assertThat(vector.wrongSignatures()).hasSize(32).allMatch(wrong -> !accepts(vector, wrong));
        }
    }
}
