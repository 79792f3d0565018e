package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.Returned;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A refund as Stripe tells it. Source: docs/sources/stripe.md "Refund". */
@JsonNaming(SnakeCaseStrategy.class)
record StripeRefund(
        String id,
        String status,
        @Nullable String failureReason,
        @Nullable Map<String, String> metadata) {
    /** A page of refunds, the newest first. */
    record Page(List<StripeRefund> data) {}

    Returned returned() {
        return switch (status) {
            case "succeeded" -> new Returned.Done(id);
            case "failed", "canceled" -> new Returned.Failed(id, failureReason == null ? status : failureReason);
            default -> new Returned.Pending(id);
        };
    }

    boolean isOurs(String key) {
        return metadata != null && key.equals(metadata.get(StripeGateway.REFUND));
    }
}
