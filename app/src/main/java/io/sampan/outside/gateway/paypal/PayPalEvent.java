package io.sampan.outside.gateway.paypal;

import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.GatewayNews.Subject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An event as PayPal sends it to our webhook. Source: docs/sources/paypal.md "Webhooks".
 *
 * @param resource what it happened to, as it was then: of it we take only which one it is
 */
record PayPalEvent(String id, String type, JsonNode resource) {
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]{1,255}");

    /** Empty when it is not as documented. */
    static Optional<PayPalEvent> of(JsonNode body) {
        var event = new PayPalEvent(
                body.path("id").asString(""), body.path("event_type").asString(""), body.path("resource"));
        return PLAIN.matcher(event.id).matches() && PLAIN.matcher(event.type).matches()
                ? Optional.of(event)
                : Optional.empty();
    }

    /** Empty when it is about nothing that we follow. */
    Optional<GatewayNews> news(Instant now) {
        var own = resource.path("id").asString("");
        if (type.startsWith("CHECKOUT.ORDER.")) {
            var key = resource.path("purchase_units").path(0).path("custom_id").asString("");
            return news(Subject.PAYMENT, own, key, now);
        }
        if (type.startsWith("CUSTOMER.DISPUTE.")) {
            return news(Subject.DISPUTE, resource.path("dispute_id").asString(""), "", now);
        }
        var key = resource.path("custom_id").asString("");
        boolean refund = type.startsWith("PAYMENT.REFUND.") || type.equals("PAYMENT.CAPTURE.REFUNDED");
        if (refund) {
            return news(Subject.REFUND, own, key, now);
        }
        if (type.startsWith("PAYMENT.AUTHORIZATION.") || type.startsWith("PAYMENT.CAPTURE.")) {
            var order = resource.path("supplementary_data")
                    .path("related_ids")
                    .path("order_id")
                    .asString("");
            return news(Subject.PAYMENT, order, key, now);
        }
        return Optional.empty();
    }

    private Optional<GatewayNews> news(Subject subject, String reference, String key, Instant now) {
        return reference.isEmpty() && key.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new GatewayNews(PayPalGateway.NAME, subject, reference, Objects.requireNonNull(key), id, now));
    }
}
