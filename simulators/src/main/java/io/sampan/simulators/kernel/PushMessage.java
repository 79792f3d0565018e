package io.sampan.simulators.kernel;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One signed push, ready to be posted.
 *
 * @param topic     what it is about, for faults and the control page, such as {@code payment_intent.succeeded}
 * @param headers   sent as given, Content-Type among them
 * @param body      the raw bytes
 * @param signature the header, or else the form field, that carries the signature
 * @param receipt   what the receiver has to answer, to the letter; empty where any 2xx will do
 */
public record PushMessage(String topic, Map<String, String> headers, byte[] body, String signature, String receipt) {

    /** A push that any 2xx receipts. */
    public PushMessage(String topic, Map<String, String> headers, byte[] body, String signature) {
        this(topic, headers, body, signature, "");
    }

    /** A JSON push signed in a header. */
    public static PushMessage json(String topic, String body, String signatureHeader, String signature) {
        return new PushMessage(
                topic,
                Map.of("Content-Type", "application/json; charset=utf-8", signatureHeader, signature),
                body.getBytes(StandardCharsets.UTF_8),
                signatureHeader);
    }

    /** The same message with the last character of its signature changed. */
    PushMessage withBadSignature() {
        String inHeader = headers.get(signature);
        if (inHeader != null) {
            var changed = new LinkedHashMap<>(headers);
            changed.put(signature, spoiled(inHeader));
            return new PushMessage(topic, changed, body, signature, receipt);
        }
        String form = new String(body, StandardCharsets.UTF_8);
        int from = ("&" + form).indexOf("&" + signature + "=");
        if (from < 0) {
            return this;
        }
        int end = form.indexOf('&', from);
        int last = end < 0 ? form.length() : end;
        String wrong = form.substring(0, from) + spoiled(form.substring(from, last)) + form.substring(last);
        return new PushMessage(topic, headers, wrong.getBytes(StandardCharsets.UTF_8), signature, receipt);
    }

    private static String spoiled(String value) {
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (last == '0' ? '1' : '0');
    }
}
