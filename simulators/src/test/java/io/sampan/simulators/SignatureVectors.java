package io.sampan.simulators;

import io.sampan.simulators.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The signature vectors of the marketplaces, and each of them with one character changed. */
public final class SignatureVectors {
    private SignatureVectors() {}

    /** One vector. */
    public record Vector(
            String id,
            String algorithm,
            String secret,
            Map<String, String> params,
            String prefix,
            String body,
            String expected) {

        /** This vector's question with one character of secret, path, any value or the body changed. */
        public List<Vector> spoiled() {
            List<Vector> all = new ArrayList<>();
            all.add(new Vector(id, algorithm, changed(secret, 0), params, prefix, body, expected));
            if (!prefix.isEmpty()) {
                all.add(new Vector(
                        id, algorithm, secret, params, changed(prefix, prefix.length() - 1), body, expected));
            }
            params.forEach((name, value) -> {
                var other = new LinkedHashMap<>(params);
                other.put(name, value.isEmpty() ? "1" : changed(value, value.length() - 1));
                all.add(new Vector(id, algorithm, secret, other, prefix, body, expected));
            });
            if (!body.isEmpty()) {
                all.add(new Vector(id, algorithm, secret, params, prefix, changed(body, body.length() / 2), expected));
            }
            return all;
        }

        /** The right signature with each of its characters changed in turn. */
        public List<String> wrongSignatures() {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < expected.length(); i++) {
                all.add(changed(expected, i));
            }
            return all;
        }

        private static String changed(String text, int at) {
            char other = text.charAt(at) == '1' ? '2' : '1';
            return text.substring(0, at) + other + text.substring(at + 1);
        }
    }

    /** All vectors of an algorithm. */
    public static List<Vector> of(String algorithm) {
        List<Vector> all = new ArrayList<>();
        for (JsonNode node : Json.tree(file())) {
            if (node.get("algorithm").asString().equals(algorithm)) {
                Map<String, String> params = new LinkedHashMap<>();
                node.get("params")
                        .properties()
                        .forEach(p -> params.put(p.getKey(), p.getValue().asString()));
                JsonNode body = node.get("body");
                all.add(new Vector(
                        node.get("id").asString(),
                        algorithm,
                        node.get("secret").asString(),
                        params,
                        node.get("prefix").asString(),
                        body.isNull() ? "" : body.asString(),
                        node.get("expected").asString()));
            }
        }
        return all;
    }

    private static String file() {
        try (var in = SignatureVectors.class.getResourceAsStream("/marketplace-vectors.json")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
