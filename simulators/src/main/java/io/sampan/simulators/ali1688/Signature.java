package io.sampan.simulators.ali1688;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Upper-hex HMAC-SHA1 over path and joined fields. Source: docs/sources/1688.md "Signature". */
record Signature(String secret) {
    /** The form field that carries it. */
    static final String FIELD = "_aop_signature";

    /** The signature of a call; the path is what follows {@code /openapi/}. The joined strings are sorted, not the names. */
    String of(String path, Map<String, String> form) {
        return hmac(path
                + form.entrySet().stream()
                        .filter(field -> !field.getKey().equals(FIELD))
                        .map(field -> field.getKey() + field.getValue())
                        .sorted()
                        .collect(Collectors.joining()));
    }

    /** Whether the form carries the right signature. */
    boolean fits(String path, Map<String, String> form) {
        byte[] given = form.getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, of(path, form).getBytes(StandardCharsets.UTF_8));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().withUpperCase().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
