package io.sampan.outside.wire;

import io.sampan.outside.wire.SortedSignature.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The other rule by which platforms sign: the values of certain fields, in an order that the documentation gives, joined without separators.
 * Fields that are not sent take no part; fields that are not named here are sent unsigned.
 *
 * @param hash how the text is hashed with the secret
 * @param names of the fields that take part, in their order
 * @param hashed those of them that take part as the lower-case hexadecimal MD5 of their value
 * @param upperCase whether the hexadecimal digits are A to F or a to f
 */
public record OrderedSignature(Hash hash, List<String> names, Set<String> hashed, boolean upperCase) {
    /** The request for an access token of JD's enterprise purchase; its other calls are not signed. Five public clients agree on it. */
    public static final OrderedSignature JD_VOP_TOKEN = new OrderedSignature(
            Hash.MD5_BETWEEN_SECRETS,
            List.of("timestamp", "client_id", "username", "password", "grant_type", "scope"),
            Set.of("password"),
            true);

    /** Shopee, whose business fields are not signed. */
    public static final OrderedSignature SHOPEE = new OrderedSignature(
            Hash.HMAC_SHA256,
            List.of("partner_id", "path", "timestamp", "access_token", "shop_id", "merchant_id"),
            Set.of(),
            false);

    /** What Taobao Global pushes: the app's key and the body as it came. Source: docs/sources/taobaoglobal.md "Push". */
    public static final OrderedSignature TAOBAO_GLOBAL_PUSH =
            new OrderedSignature(Hash.HMAC_SHA256, List.of("appKey", "body"), Set.of(), false);

    /** The signature of these fields. */
    public String of(String secret, Map<String, String> fields) {
        return ofJoined(
                secret,
                names.stream()
                        .map(name -> part(name, fields.getOrDefault(name, "")))
                        .collect(Collectors.joining()));
    }

    private String part(String name, String value) {
        return hashed.contains(name) && !value.isEmpty() ? md5(value) : value;
    }

    /** Whether a signature that was sent to us is right; takes the same time however wrong it is. */
    public boolean matches(String given, String secret, Map<String, String> fields) {
        return SortedSignature.same(given, of(secret, fields));
    }

    /** The signature of a text that was joined already. */
    public String ofJoined(String secret, String text) {
        var hex = hash.hex(secret, text);
        return upperCase ? hex.toUpperCase(Locale.ROOT) : hex;
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
