package io.sampan.outside.gateway.alipay;

import io.sampan.outside.wire.Sha256Rsa;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens Alipay's signatures to the benchmark of vectors; in the connector's package, since a connector shows nothing. */
public final class AlipayVector {
    private AlipayVector() {}

    /**
     * Whether we make, or take, this signature, and none of a content with a letter more.
     *
     * @param kind request, notify or response
     * @param privateKey of the pair that signed, PKCS#8 in base64; its public key is the other
     */
    public static boolean holds(String kind, String content, String sign, String privateKey, String publicKey) {
        var signature = new AlipaySignature(Sha256Rsa.privateKey(privateKey), Sha256Rsa.publicKey(publicKey));
        return switch (kind) {
            case "request" -> signature.of(fields(content)).equals(sign);
            case "notify" ->
                signature.fitsNotice(signed(content, sign)) && !signature.fitsNotice(signed(content + "x", sign));
            case "response" -> signature.fitsAnswer(content, sign) && !signature.fitsAnswer(content + " ", sign);
            default -> false;
        };
    }

    private static Map<String, String> signed(String content, String sign) {
        var fields = fields(content);
        fields.put("sign", sign);
        fields.put("sign_type", "RSA2");
        return fields;
    }

    private static Map<String, String> fields(String content) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : content.split("&")) {
            var pair = field.split("=", 2);
            fields.put(pair[0], pair[1]);
        }
        return fields;
    }
}
