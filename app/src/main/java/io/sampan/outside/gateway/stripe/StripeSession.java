package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.Standing;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A Checkout Session as Stripe tells it, with its PaymentIntent expanded. Source: docs/sources/stripe.md "Checkout Session".
 *
 * @param status open, complete or expired
 * @param url of the page; null once the session is not open
 * @param expiresAt seconds since 1970
 * @param paymentIntent null until the shopper first tried to pay
 */
@JsonNaming(SnakeCaseStrategy.class)
record StripeSession(
        String id,
        String status,
        @Nullable URI url,
        long expiresAt,
        @Nullable StripeIntent paymentIntent) {
    private static final String EXPIRED = "expired";

    Instant expires() {
        return Instant.ofEpochSecond(expiresAt);
    }

    boolean isOpen() {
        return "open".equals(status);
    }

    Standing standing(StripeUnits units) {
        var intent = paymentIntent;
        if (intent == null) {
            return switch (status) {
                case "open" -> new Standing.Open(null);
                case EXPIRED -> new Standing.Closed(EXPIRED);
                default -> new Standing.Pending();
            };
        }
        var standing = intent.standing(units);
        return standing instanceof Standing.Open && EXPIRED.equals(status) ? new Standing.Closed(EXPIRED) : standing;
    }
}
