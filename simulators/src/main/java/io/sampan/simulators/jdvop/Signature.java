package io.sampan.simulators.jdvop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The signature of a token request; no other call is signed. Source: docs/sources/jdvop.md "Token". */
record Signature(String clientSecret) {
    private static final List<String> SIGNED =
            List.of("timestamp", "client_id", "username", "password", "grant_type", "scope");

    /** Upper hex over secret, the values in their fixed order, and the secret again; {@code password} is hashed already. */
    String of(Map<String, String> fields) {
        var text = new StringBuilder(clientSecret);
        SIGNED.forEach(name -> text.append(fields.getOrDefault(name, "")));
        return HexFormat.of()
                .withUpperCase()
                .formatHex(md5(text.append(clientSecret).toString()));
    }

    boolean fits(Map<String, String> fields) {
        byte[] given = fields.getOrDefault("sign", "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, of(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** A password as it travels: lower hex. */
    static String hashed(String password) {
        return HexFormat.of().formatHex(md5(password));
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
