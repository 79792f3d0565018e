package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.AccountReport.Moved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A balance transaction as Stripe tells it, its source expanded. Source: docs/sources/stripe.md "Balance transactions". */
@JsonNaming(SnakeCaseStrategy.class)
record StripeMovement(
        String id,
        String type,
        long net,
        long fee,
        String currency,
        long created,
        @Nullable Source source) {
    @JsonNaming(SnakeCaseStrategy.class)
    record Page(List<StripeMovement> data, boolean hasMore) {}

    record Source(String id, @Nullable Map<String, String> metadata) {}

    Moved moved(StripeUnits units) {
        return new Moved(key(), units.money(net, currency), units.money(fee, currency), Instant.ofEpochSecond(created));
    }

    private String key() {
        if (source == null) {
            return type + " " + id;
        }
        var ours = source.metadata() == null ? Map.<String, String>of() : source.metadata();
        return ours.getOrDefault(StripeGateway.REFUND, ours.getOrDefault(StripeGateway.PAYMENT, source.id()));
    }
}
