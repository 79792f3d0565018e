package io.sampan.outside.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one rule by which most Chinese platforms sign: names and raw values (before any encoding, UTF-8) are sorted and joined without
 * separators, a prefix such as the path goes before, and a keyed hash in hexadecimal is the signature. Everything that is sent takes part,
 * except the signature itself.
 *
 * @param hash how the text is hashed with the secret
 * @param order what is sorted
 * @param skipEmpty whether fields without a value take no part
 * @param upperCase whether the hexadecimal digits are A to F or a to f
 */
public record SortedSignature(Hash hash, Order order, boolean skipEmpty, boolean upperCase) {
    /** 1688's gateway and pushes. Source: docs/sources/1688.md "Signature". */
    public static final SortedSignature ALI_1688 = new SortedSignature(Hash.HMAC_SHA1, Order.PAIRS, false, true);

    /** The IOP gateways: Taobao Global, Lazada, AliExpress. Source: docs/sources/taobaoglobal.md "Signature". */
    public static final SortedSignature IOP = new SortedSignature(Hash.HMAC_SHA256, Order.NAMES, true, true);

    /** Taobao's open platform with {@code sign_method=md5}. Source: TOP documentation 101617. */
    public static final SortedSignature TOP_MD5 =
            new SortedSignature(Hash.MD5_BETWEEN_SECRETS, Order.NAMES, true, true);

    /** The same with {@code sign_method=hmac}. */
    public static final SortedSignature TOP_HMAC = new SortedSignature(Hash.HMAC_MD5, Order.NAMES, true, true);

    /** The same with {@code sign_method=hmac-sha256}. */
    public static final SortedSignature TOP_HMAC_SHA256 =
            new SortedSignature(Hash.HMAC_SHA256, Order.NAMES, true, true);

    /** JD's gateways, with the signed headers and the variables of the path among the fields where a gateway has these. */
    public static final SortedSignature JD = new SortedSignature(Hash.MD5_BETWEEN_SECRETS, Order.NAMES, false, true);

    /** Pinduoduo. Source: its API call guide 8EC06C399636041E. */
    public static final SortedSignature PINDUODUO =
            new SortedSignature(Hash.MD5_BETWEEN_SECRETS, Order.NAMES, false, true);

    /** How a text and a secret become a hash. */
    public enum Hash {
        /** MD5 of secret, text, secret. */
        MD5_BETWEEN_SECRETS("MD5"),
        HMAC_MD5("HmacMD5"),
        HMAC_SHA1("HmacSHA1"),
        HMAC_SHA256("HmacSHA256");

        private final String algorithm;

        Hash(String algorithm) {
            this.algorithm = algorithm;
        }

        /** The hash of a text in UTF-8, in lower-case hexadecimal. */
        public String hex(String secret, String text) {
            return hex(secret, text.getBytes(StandardCharsets.UTF_8));
        }

        /** The hash of bytes, in lower-case hexadecimal. */
        public String hex(String secret, byte[] bytes) {
            try {
                return HexFormat.of().formatHex(of(secret.getBytes(StandardCharsets.UTF_8), bytes));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("Every JDK has " + algorithm, missing);
            }
        }

        private byte[] of(byte[] secret, byte[] bytes) throws GeneralSecurityException {
            if (this == MD5_BETWEEN_SECRETS) {
                var digest = MessageDigest.getInstance(algorithm);
                digest.update(secret);
                digest.update(bytes);
                return digest.digest(secret);
            }
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(bytes);
        }
    }

    /** What is sorted; it matters only where one name begins with another. */
    public enum Order {
        NAMES,
        /** Name and value joined, as 1688's own SDKs do. */
        PAIRS
    }

    /** The signature of these fields, which must not hold the signature itself. */
    public String of(String secret, String prefix, Map<String, String> fields) {
        return of(secret, prefix, fields, "");
    }

    /** The same where the request has a body of its own beside the fields, such as Lazada's XML: it is signed as it is sent, behind them. */
    public String of(String secret, String prefix, Map<String, String> fields, String body) {
        return ofJoined(secret, prefix + joined(fields) + body);
    }

    /** The signature of a text that was joined already. */
    public String ofJoined(String secret, String text) {
        var hex = hash.hex(secret, text);
        return upperCase ? hex.toUpperCase(Locale.ROOT) : hex;
    }

    /** Whether a signature that was sent to us is right; takes the same time however wrong it is. */
    public boolean matches(String given, String secret, String prefix, Map<String, String> fields) {
        return same(given, of(secret, prefix, fields));
    }

    /** Compares secrets or signatures in a time that tells nothing of where they differ. */
    public static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private String joined(Map<String, String> fields) {
        var taking = fields.entrySet().stream()
                .filter(field -> !skipEmpty
                        || !field.getValue().isEmpty() && !field.getKey().isEmpty());
        return switch (order) {
            case NAMES ->
                taking.sorted(Map.Entry.comparingByKey())
                        .map(field -> field.getKey() + field.getValue())
                        .collect(Collectors.joining());
            case PAIRS ->
                taking.map(field -> field.getKey() + field.getValue())
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining());
        };
    }
}
