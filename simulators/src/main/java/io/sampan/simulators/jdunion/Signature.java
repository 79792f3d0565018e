package io.sampan.simulators.jdunion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** JD's MD5 over all sorted fields, the secret on both sides. Source: docs/sources/jdunion.md "Signature". */
record Signature(String secret) {
    static final String FIELD = "sign";

    /** Upper hex over name+value of all fields but sign, sorted by name, between two secrets. */
    String of(Map<String, String> fields) {
        var text = new StringBuilder(secret);
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equals(FIELD)) {
                text.append(name).append(value);
            }
        });
        return md5(text.append(secret).toString());
    }

    /** Whether the signature is right. Clients differ on fields without a value: whether those are signed is left to them. */
    boolean fits(Map<String, String> fields) {
        Map<String, String> filled = new TreeMap<>(fields);
        filled.values().removeIf(String::isEmpty);
        return given(fields, of(fields)) || given(fields, of(filled));
    }

    private static boolean given(Map<String, String> fields, String right) {
        byte[] sign = fields.getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sign, right.getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
