package io.sampan.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signature and number vectors, which an independent implementation computed. */
public final class Vectors {
    private Vectors() {}

    public static JsonNode of(String service) {
        try (var in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/payment-logistics-vectors.json"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Objects.requireNonNull(new JsonMapper().readTree(all).get(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
