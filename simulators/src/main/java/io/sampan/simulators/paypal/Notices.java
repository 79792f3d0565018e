package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.PushMessage;
import io.sampan.simulators.kernel.Rsa;
import io.sampan.simulators.wallet.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import tools.jackson.databind.node.ObjectNode;

/** Webhook events, signed with the key of the certificate that they name. Source: docs/sources/paypal.md "Webhooks", with vectors. */
final class Notices {
    static final String WEBHOOK_ID = "WH-SIMULATED-0001";
    static final String CERTIFICATE = "/v1/notifications/certs/CERT-360caa42-simulated";

    /** Up to 25 times in three days [M: the exact steps]. */
    private static final List<Duration> RETRIES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private final Kernel kernel;
    private final Rsa rsa;
    private final Outbox outbox;
    private volatile String base = "";

    Notices(Kernel kernel, Rsa rsa) {
        this.kernel = kernel;
        this.rsa = rsa;
        this.outbox = new Outbox(kernel, PayPal.NAME, RETRIES, this::signed);
    }

    void open(String address) {
        base = address;
        outbox.resume();
    }

    int size() {
        return outbox.size();
    }

    void happened(String type, String resourceType, ObjectNode resource) {
        var event = Json.object()
                .put("id", "WH-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT))
                .put("event_version", "1.0")
                .put(
                        "create_time",
                        kernel.clock().now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("resource_type", resourceType)
                .put("event_type", type);
        event.set("resource", resource);
        outbox.send(type, Json.text(event));
    }

    private PushMessage signed(Outbox.Notice notice) {
        byte[] body = notice.body().getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(body);
        String transmission = UUID.randomUUID().toString();
        String time = kernel.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("PAYPAL-TRANSMISSION-ID", transmission);
        headers.put("PAYPAL-TRANSMISSION-TIME", time);
        headers.put("PAYPAL-CERT-URL", base + CERTIFICATE);
        headers.put("PAYPAL-AUTH-ALGO", "SHA256withRSA");
        headers.put(
                "PAYPAL-TRANSMISSION-SIG",
                rsa.sign(transmission + "|" + time + "|" + WEBHOOK_ID + "|" + crc.getValue()));
        return new PushMessage(notice.topic(), headers, body, "PAYPAL-TRANSMISSION-SIG");
    }
}
