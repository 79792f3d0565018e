package io.sampan.simulators.taobaoglobal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** IOP's HMAC-SHA256 over path and sorted fields, and the push's. Source: docs/sources/taobaoglobal.md "Signature", "Push". */
record Signature(String secret) {
    static final String FIELD = "sign";

    /** Upper hex over path (without {@code /rest}) and name+value of all non-empty fields but sign, sorted by name. */
    String of(String path, Map<String, String> fields) {
        var text = new StringBuilder(path);
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equals(FIELD) && !name.isEmpty() && !value.isEmpty()) {
                text.append(name).append(value);
            }
        });
        return HexFormat.of().withUpperCase().formatHex(hmac(text.toString()));
    }

    boolean fits(String path, Map<String, String> fields) {
        byte[] given = fields.getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, of(path, fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Lower hex over app key and raw body: the Authorization header of a push. */
    String ofPush(String appKey, String body) {
        return HexFormat.of().formatHex(hmac(appKey + body));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
