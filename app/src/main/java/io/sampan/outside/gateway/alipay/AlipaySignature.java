package io.sampan.outside.gateway.alipay;

import io.sampan.outside.wire.Sha256Rsa;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The three contents that are signed with RSA2: requests, notices, answers. Source: docs/sources/alipay.md "Signature", with vectors. */
final class AlipaySignature {
    private static final String SIGN = "sign";
    private static final String SIGN_TYPE = "sign_type";

    private final PrivateKey ours;
    private final PublicKey alipays;

    AlipaySignature(PrivateKey ours, PublicKey alipays) {
        this.ours = ours;
        this.alipays = alipays;
    }

    /** Of a request: {@code sign_type} takes part. */
    String of(Map<String, String> parameters) {
        return Sha256Rsa.sign(ours, content(parameters, Set.of(SIGN)));
    }

    /** Whether a notice is Alipay's: in notices {@code sign_type} takes no part. */
    boolean fitsNotice(Map<String, String> fields) {
        var content = content(fields, Set.of(SIGN, SIGN_TYPE));
        return Sha256Rsa.fits(alipays, content, fields.getOrDefault(SIGN, ""));
    }

    /** Whether an answer is Alipay's. @param answer the JSON value to the letter */
    boolean fitsAnswer(String answer, String signature) {
        return Sha256Rsa.fits(alipays, answer, signature);
    }

    /** Sorted by name, raw values, without what is empty. */
    static String content(Map<String, String> fields, Set<String> left) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !left.contains(field.getKey())
                                && !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }

    /**
     * The value of a member of the outermost JSON object, to the letter: written anew it might differ, and its signature would not fit.
     *
     * @throws JacksonException for what is no JSON object
     */
    static Optional<String> value(JsonMapper reader, String json, String member) {
        try (var parser = reader.createParser(json)) {
            parser.nextToken();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (name.equals(member)) {
                    return Optional.of(
                            json.substring(from, (int) parser.currentLocation().getCharOffset()));
                }
            }
            return Optional.empty();
        }
    }
}
