package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A movement of the account's balance. Source: docs/sources/stripe.md "Balance transactions". */
record Movement(
        String id,
        Instant created,
        String type,
        String category,
        String source,
        long amount,
        long fee,
        String currency) {
    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("object", "balance_transaction")
                .put("amount", amount)
                .put("available_on", created.plus(Duration.ofDays(2)).getEpochSecond())
                .put("created", created.getEpochSecond())
                .put("currency", currency)
                .put("fee", fee)
                .put("net", amount - fee)
                .put("reporting_category", category)
                .put("source", source)
                .put("status", "pending")
                .put("type", type);
    }
}
