package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.PushMessage;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** Writes down what happens and tells the webhook, signed, again and again for three days. */
final class Events {
    /** Events are kept, and can be asked for, so long. Source: docs.stripe.com/api/events. */
    static final Duration KEPT = Duration.ofDays(30);
    /** Waits between tries, growing, about three days in all [M: the exact steps]. */
    static final List<Duration> RETRIES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(12));

    private static final Duration UNDELIVERED = Duration.ofDays(3);

    /** Which request is being served, so that the event can name it. */
    record Cause(String request, String idempotencyKey) {}

    static final ScopedValue<Cause> CAUSE = ScopedValue.newInstance();

    private final Kernel kernel;
    private final Shelf shelf;
    private final String secret;

    Events(Kernel kernel, Shelf shelf, String secret) {
        this.kernel = kernel;
        this.shelf = shelf;
        this.secret = secret;
        kernel.push().retry("stripe", RETRIES);
        kernel.clock().every(Duration.ofDays(1), "stripe forgets events", this::forget);
    }

    void happened(String type, ObjectNode object) {
        Instant now = kernel.clock().now();
        Cause cause = CAUSE.isBound() ? CAUSE.get() : new Cause("", "");
        int pending = kernel.webhooks().of("stripe").isPresent() ? 1 : 0;
        var event = new Event(
                shelf.ids.id("evt"),
                now,
                type,
                object.toString(),
                pending,
                cause.request().isEmpty() ? null : cause.request(),
                cause.idempotencyKey().isEmpty() ? null : cause.idempotencyKey());
        shelf.events.put(event.id(), event);
        push(event);
    }

    /** After a restart: what the webhook has not taken yet is sent again. */
    void resume() {
        Instant since = kernel.clock().now().minus(UNDELIVERED);
        shelf.events.values().stream()
                .filter(event -> event.pending() > 0 && event.created().isAfter(since))
                .forEach(this::push);
    }

    private void push(Event event) {
        kernel.push()
                .send(
                        "stripe",
                        () -> signed(event, kernel.clock().now()),
                        () -> shelf.events.update(event.id(), Event::taken));
    }

    private PushMessage signed(Event event, Instant now) {
        String body = event.json().toPrettyString();
        return PushMessage.json(event.type(), body, "Stripe-Signature", header(secret, now.getEpochSecond(), body));
    }

    /** The signature header over the raw body. Source: docs.stripe.com/webhooks#verify-manually, and the vectors. */
    static String header(String secret, long seconds, String body) {
        return "t=" + seconds + ",v1=" + hmac(secret, seconds + "." + body);
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forget() {
        Instant before = kernel.clock().now().minus(KEPT);
        shelf.events.values().stream()
                .filter(event -> event.created().isBefore(before))
                .forEach(event -> shelf.events.remove(event.id()));
    }
}
