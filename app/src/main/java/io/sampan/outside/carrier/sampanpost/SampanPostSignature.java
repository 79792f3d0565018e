package io.sampan.outside.carrier.sampanpost;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Lower-case MD5 over the query's names and values in order, the body and the secret. Source: docs/sources/carrier.md "Signature". */
final class SampanPostSignature {
    private SampanPostSignature() {}

    static String of(SortedMap<String, String> query, String body, String secret) {
        var text = new StringBuilder();
        query.forEach((name, value) -> text.append(name).append(value));
        try {
            var digest = MessageDigest.getInstance("MD5")
                    .digest(text.append(body).append(secret).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
