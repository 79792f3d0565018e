package io.sampan.simulators.taobaoglobal;

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
        List<Vector> all = new ArrayList<>(SignatureVectors.of("IOP_HMAC_SHA256"));
        all.addAll(SignatureVectors.of("IOP_SYNC_HMAC_SHA256"));
        return all;
    }

    static boolean accepts(Vector vector, String signature) {
        Map<String, String> fields = new LinkedHashMap<>(vector.params());
        fields.put(Signature.FIELD, signature);
        return new Signature(vector.secret()).fits(vector.prefix(), fields);
    }

    static String push(Vector vector) {
        return new Signature(vector.secret()).ofPush(vector.params().get("appKey"), vector.body());
    }

    @Test
    void acceptsEveryVector() {
        assertThat(vectors()).hasSize(4).allMatch(vector -> accepts(vector, vector.expected()));
        assertThat(SignatureVectors.of("TBGLOBAL_PUSH"))
                .hasSize(1)
                .allMatch(vector -> push(vector).equals(vector.expected()));
    }

    @Test
    void rejectsEveryVectorWithOneByteChanged() {
        for (Vector vector : vectors()) {
            assertThat(vector.spoiled()).allMatch(spoiled -> !accepts(spoiled, spoiled.expected()));
            assertThat(vector.wrongSignatures()).allMatch(wrong -> !accepts(vector, wrong));
        }
        for (Vector vector : SignatureVectors.of("TBGLOBAL_PUSH")) {
            assertThat(vector.spoiled()).allMatch(spoiled -> !push(spoiled).equals(spoiled.expected()));
            assertThat(vector.wrongSignatures()).allMatch(wrong -> !push(vector).equals(wrong));
        }
    }
}
