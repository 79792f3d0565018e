package io.sampan.outside.gateway.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether a webhook comes from Stripe. Source: docs/sources/stripe.md "Webhooks", with vectors. */
final class StripeSignature {
    private static final int MOST_SIGNATURES = 16;
    private static final int LONGEST_HEADER = 4_096;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;
    private final Duration tolerance;

    StripeSignature(String secret, Duration tolerance) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.tolerance = tolerance;
    }

    /**
     * Whether one of the header's v1 signatures fits the body, byte for byte, and its time is near enough. Stripe's own library accepts any time
     * in the future; we do not, since a signature that was made for tomorrow could be replayed until then, after its id was forgotten.
     */
    boolean fits(String header, byte[] body, Instant now) {
        if (header.length() > LONGEST_HEADER) {
            return false;
        }
        String time = "";
        List<String> candidates = new ArrayList<>();
        for (var part : header.split(",", MOST_SIGNATURES + 1)) {
            int equals = part.indexOf('=');
            var name = equals < 0 ? "" : part.substring(0, equals).strip();
            var value = part.substring(equals + 1).strip();
            if (name.equals("t")) {
                time = value;
            } else if (name.equals("v1")) {
                candidates.add(value);
            }
        }
        return time.matches("\\d{1,12}")
                && isNear(Instant.ofEpochSecond(Long.parseLong(time)), now)
                && anyFits(candidates, hex(time, body));
    }

    private boolean isNear(Instant signed, Instant now) {
        return Duration.between(signed, now).abs().compareTo(tolerance) <= 0;
    }

    /** Compares in a time that does not tell how much of it was right. */
    private static boolean anyFits(List<String> candidates, byte[] expected) {
        boolean fits = false;
        for (var candidate : candidates) {
            fits |= MessageDigest.isEqual(candidate.getBytes(StandardCharsets.UTF_8), expected);
        }
        return fits;
    }

    private byte[] hex(String time, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
