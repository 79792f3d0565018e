package io.sampan.outside.gateway.paypal;

import io.sampan.outside.gateway.paypal.PayPalSignature.Headers;
import io.sampan.outside.wire.Sha256Rsa;
import java.nio.charset.StandardCharsets;

/** Opens PayPal's webhook signature to the benchmark of vectors; in the connector's package, since a connector shows nothing. */
public final class PayPalVector {
    private PayPalVector() {}

    /** Whether the webhook takes this signature, and none of a body with a space more. */
    public static boolean holds(Sent sent, String sign, String publicKey) {
        var key = Sha256Rsa.publicKey(publicKey);
        return Sha256Rsa.fits(key, content(sent, ""), sign) && !Sha256Rsa.fits(key, content(sent, " "), sign);
    }

    /** What a webhook sent. */
    public record Sent(String id, String time, String webhookId, String body) {}

    private static String content(Sent sent, String more) {
        var headers = new Headers(sent.id(), sent.time(), "", "", "");
        return PayPalSignature.content(
                headers, (sent.body() + more).getBytes(StandardCharsets.UTF_8), sent.webhookId());
    }
}
