package io.sampan.outside.gateway.paypal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sampan.outside.gateway.Returned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch of payouts as PayPal tells it; its items only once it was looked at. Source: docs/sources/paypal.md "Payouts". */
record PayPalPayout(
        @JsonProperty("batch_header") Header header,
        @Nullable List<Item> items) {
    record Header(
            @JsonProperty("payout_batch_id") String id,
            @JsonProperty("batch_status") String status) {}

    record Item(
            @JsonProperty("transaction_status") @Nullable String status) {}

    /** Where we would have to guess, it is still on its way. */
    Returned returned() {
        var item = items == null || items.isEmpty() ? null : items.getFirst().status();
        return switch (item == null ? header.status() : item) {
            case "SUCCESS" -> item == null ? new Returned.Pending(header.id()) : new Returned.Done(header.id());
            case "FAILED", "RETURNED", "BLOCKED", "REFUNDED", "REVERSED", "DENIED", "CANCELED" ->
                new Returned.Failed(header.id(), item == null ? header.status() : item);
            default -> new Returned.Pending(header.id());
        };
    }
}
