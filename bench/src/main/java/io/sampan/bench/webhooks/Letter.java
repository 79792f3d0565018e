package io.sampan.bench.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * One webhook as its gateway sent it, or as somebody made it of one.
 *
 * @param forged nobody may take it
 */
record Letter(String gateway, Map<String, String> headers, byte[] body, boolean forged) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** The same with one letter of its body changed, where its signature does not stand. */
    Letter tampered(Random random) {
        var text = new String(body, StandardCharsets.UTF_8);
        int end = gateway.equals("alipay") ? text.indexOf("&sign=") : text.length();
        int at;
        do {
            at = random.nextInt(end);
        } while (LETTERS.indexOf(text.charAt(at)) < 0 || inEscape(text, at));
        char other;
        do {
            other = LETTERS.charAt(random.nextInt(LETTERS.length()));
        } while (other == text.charAt(at));
        var changed = text.substring(0, at) + other + text.substring(at + 1);
        return new Letter(gateway, headers, changed.getBytes(StandardCharsets.UTF_8), true);
    }

    /** This body under the signature of another. */
    Letter signedLike(Letter other) {
        var stolen = new LinkedHashMap<>(other.headers);
        if (!gateway.equals("alipay")) {
            return new Letter(gateway, stolen, body, true);
        }
        var text = new String(body, StandardCharsets.UTF_8);
        var sign = new String(other.body, StandardCharsets.UTF_8);
        var mixed = text.substring(0, text.indexOf("&sign=")) + sign.substring(sign.indexOf("&sign="));
        return new Letter(gateway, headers, mixed.getBytes(StandardCharsets.UTF_8), true);
    }

    private static boolean inEscape(String text, int at) {
        return at > 0 && text.charAt(at - 1) == '%' || at > 1 && text.charAt(at - 2) == '%';
    }
}
