package io.sampan.simulators.alipay;

import io.sampan.simulators.kernel.Rsa;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The three contents that are signed with RSA2. Source: docs/sources/alipay.md "Signature". */
final class Signing {
    private final Rsa rsa;

    Signing(Rsa rsa) {
        this.rsa = rsa;
    }

    /** A request's content: all but {@code sign} and what is empty; {@code sign_type} is part of it. */
    boolean isByMerchant(Map<String, String> parameters) {
        return rsa.verify(content(parameters, false), parameters.getOrDefault("sign", ""));
    }

    /** A notice's content leaves {@code sign_type} out as well. */
    String ofNotice(Map<String, String> fields) {
        return rsa.sign(content(fields, true));
    }

    /** An answer's content is the answer itself, to the letter. */
    String ofAnswer(String json) {
        return rsa.sign(json);
    }

    static String content(Map<String, String> fields, boolean notice) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals("sign")
                                && !(notice && field.getKey().equals("sign_type"))
                                && !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }
}
