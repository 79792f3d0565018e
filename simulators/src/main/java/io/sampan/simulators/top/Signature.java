package io.sampan.simulators.top;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** TOP's three signatures over sorted name+value. Source: docs/sources/openmall.md "Signature". */
record Signature(String secret) {
    static final String FIELD = "sign";
    static final String METHOD = "sign_method";

    /** Whether the fields carry their own signature, by the method that they name. */
    boolean fits(Map<String, String> fields) {
        byte[] given = fields.getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, of(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Upper hex; empty when the method is none of md5, hmac, hmac-sha256. Empty names and values take no part. */
    String of(Map<String, String> fields) {
        var text = new StringBuilder();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equals(FIELD) && !name.isEmpty() && !value.isEmpty()) {
                text.append(name).append(value);
            }
        });
        return switch (fields.getOrDefault(METHOD, "")) {
            case "md5" -> hex(md5(secret + text + secret));
            case "hmac" -> hex(hmac("HmacMD5", text.toString()));
            case "hmac-sha256" -> hex(hmac("HmacSHA256", text.toString()));
            default -> "";
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hmac(String algorithm, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
