package io.sampan.simulators.pinduoduo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Pinduoduo's MD5 over every parameter, the secret on both sides. Source: docs/sources/pinduoduo.md "Signature". */
record Signature(String secret) {
    static final String FIELD = "sign";

    /** Upper hex over name+value of all parameters but sign, sorted by name, between two secrets. */
    String of(Map<String, String> parameters) {
        var text = new StringBuilder(secret);
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.equals(FIELD)) {
                text.append(name).append(value);
            }
        });
        return md5(text.append(secret).toString());
    }

    boolean fits(Map<String, String> parameters) {
        byte[] given = parameters.getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, of(parameters).getBytes(StandardCharsets.UTF_8));
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
