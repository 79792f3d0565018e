package io.sampan.outside.gateway.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Without a secret key there is no Stripe in this installation.
 *
 * @param api its address
 * @param secretKey of our account
 * @param webhookSecret of our webhook endpoint, {@code /hooks/stripe}
 * @param version of the API that we speak, sent with each call
 * @param callLimit longest wait for an answer
 * @param tolerance how far the time in a webhook's signature may lie from ours, either way
 * @param digits currencies whose smallest unit at Stripe is not that of ISO 4217, with their number of decimals; beside those that we know
 */
@ConfigurationProperties(prefix = "sampan.stripe", ignoreUnknownFields = false)
record StripeSettings(
        @DefaultValue("https://api.stripe.com") URI api,
        @Nullable String secretKey,
        @Nullable String webhookSecret,
        @DefaultValue("2026-07-29.dahlia") String version,
        @DefaultValue("10s") Duration callLimit,
        @DefaultValue("300s") Duration tolerance,
        @Nullable Map<String, Integer> digits) {
    @Override
    public String toString() {
        return "StripeSettings[" + api + ", " + version + "]";
    }

    String requiredKey() {
        return required(secretKey, "secret-key");
    }

    String requiredWebhookSecret() {
        return required(webhookSecret, "webhook-secret");
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Stripe needs sampan.stripe." + name);
        }
        return value;
    }
}
