package io.sampan.outside.gateway.stripe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Opens Stripe's signature to the benchmark of vectors; in the connector's package, since a connector shows nothing. */
public final class StripeVector {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private StripeVector() {}

    /** Whether the webhook takes this signature, and none of a body with a space more. */
    public static boolean holds(String secret, long timestamp, String payload, String v1) {
        var signature = new StripeSignature(secret, TOLERANCE);
        var header = "t=" + timestamp + ",v1=" + v1;
        var now = Instant.ofEpochSecond(timestamp);
        return signature.fits(header, bytes(payload), now) && !signature.fits(header, bytes(payload + " "), now);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
