package io.sampan.outside.gateway.paypal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Without a client id there is no PayPal in this installation.
 *
 * @param api its address
 * @param clientId of our app
 * @param clientSecret of our app
 * @param webhookId of our webhook, {@code /hooks/paypal}, as PayPal's console shows it; part of what is signed
 * @param certificateOrigins where the certificates of webhooks may be fetched from
 * @param callLimit longest wait for an answer
 * @param tolerance how far a webhook's time may lie from ours: as long as PayPal goes on sending one
 * @param pageLife how long a shopper may come back to an approval page that we opened
 * @param digits currencies whose smallest unit at PayPal is not that of ISO 4217, with their number of decimals; beside those that we know
 */
@ConfigurationProperties(prefix = "sampan.paypal", ignoreUnknownFields = false)
record PayPalSettings(
        @DefaultValue("https://api-m.paypal.com") URI api,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String webhookId,

        @DefaultValue({"https://api.paypal.com", "https://api.sandbox.paypal.com"})
        List<URI> certificateOrigins,

        @DefaultValue("10s") Duration callLimit,
        @DefaultValue("3d") Duration tolerance,
        @DefaultValue("3h") Duration pageLife,
        @Nullable Map<String, Integer> digits) {
    @Override
    public String toString() {
        return "PayPalSettings[" + api + "]";
    }

    String requiredClientId() {
        return required(clientId, "client-id");
    }

    String requiredClientSecret() {
        return required(clientSecret, "client-secret");
    }

    String requiredWebhookId() {
        return required(webhookId, "webhook-id");
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("PayPal needs sampan.paypal." + name);
        }
        return value;
    }
}
