package io.sampan.outside.gateway.paypal;

import io.sampan.outside.wire.Sha256Rsa;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.zip.CRC32;

/** Whether a webhook comes from PayPal. Source: docs/sources/paypal.md "Webhooks", with vectors. */
final class PayPalSignature {
    private static final String ALGORITHM = "SHA256withRSA";
    private static final int LONGEST = 1_024;

    /** The headers of a webhook. @param algorithm the only one that we take is SHA256withRSA */
    record Headers(String id, String time, String signature, String certificate, String algorithm) {
        private boolean areShort() {
            return id.length() + time.length() + signature.length() + certificate.length() <= 4 * LONGEST;
        }
    }

    private final PayPalCertificates certificates;
    private final String webhookId;
    private final Duration tolerance;

    PayPalSignature(PayPalCertificates certificates, String webhookId, Duration tolerance) {
        this.certificates = certificates;
        this.webhookId = webhookId;
        this.tolerance = tolerance;
    }

    boolean fits(Headers headers, byte[] body, Instant now) {
        return headers.areShort()
                && headers.algorithm().equals(ALGORITHM)
                && isNear(headers.time(), now)
                && certificates
                        .key(headers.certificate())
                        .filter(key -> Sha256Rsa.fits(key, content(headers, body, webhookId), headers.signature()))
                        .isPresent();
    }

    /** What is signed: the body takes part by its CRC-32, as an unsigned decimal number. */
    static String content(Headers headers, byte[] body, String webhookId) {
        var crc = new CRC32();
        crc.update(body);
        return headers.id() + "|" + headers.time() + "|" + webhookId + "|" + crc.getValue();
    }

    private boolean isNear(String time, Instant now) {
        try {
            var signed = OffsetDateTime.parse(time).toInstant();
            return Duration.between(signed, now).abs().compareTo(tolerance) <= 0;
        } catch (DateTimeException notATime) {
            return false;
        }
    }
}
