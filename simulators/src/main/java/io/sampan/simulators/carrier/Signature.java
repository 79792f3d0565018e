package io.sampan.simulators.carrier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The 4PX scheme: lower-case MD5 over the signed query parameters in alphabetical order, name and value without
 * separators, then the body, then the secret. access_token and language are not signed.
 */
final class Signature {
    private Signature() {}

    static String of(Map<String, String> query, String body, String secret) {
        var text = new StringBuilder();
        for (String name : new String[] {"app_key", "format", "method", "timestamp", "v"}) {
            text.append(name).append(query.getOrDefault(name, ""));
        }
        return md5(text + body + secret);
    }

    static boolean fits(Map<String, String> query, String body, String secret) {
        byte[] given = query.getOrDefault("sign", "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, of(query, body, secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
