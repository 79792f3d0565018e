package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Money on its way back. Pending at first; may still fail after it has succeeded.
 *
 * @param fate what the bank will say in the end: succeeded, failed, or late (succeeded, then failed)
 */
record Refund(
        String id,
        Instant created,
        long amount,
        String currency,
        String charge,
        String intent,
        Status status,
        String fate,
        @Nullable String reason,
        @Nullable String failure,
        Map<String, String> metadata) {

    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    Refund to(Status next, @Nullable String why) {
        return new Refund(id, created, amount, currency, charge, intent, next, fate, reason, why, metadata);
    }

    /** @param type refund, or refund_failure, by which its money comes again */
    Movement movement(String type, Instant now) {
        boolean back = type.equals("refund_failure");
        String transaction = id.replaceFirst("re_", back ? "txn_rf_" : "txn_");
        return new Movement(transaction, now, type, type, id, back ? amount : -amount, 0, currency);
    }

    ObjectNode json() {
        var json = Json.object()
                .put("id", id)
                .put("object", "refund")
                .put("amount", amount)
                .put("balance_transaction", id.replaceFirst("re_", "txn_"))
                .put("charge", charge)
                .put("created", created.getEpochSecond())
                .put("currency", currency);
        if (failure != null) {
            json.put("failure_reason", failure);
        }
        json.set("metadata", Json.treeOf(metadata));
        return json.put("payment_intent", intent)
                .put("reason", reason)
                .putNull("receipt_number")
                .put("status", status.name().toLowerCase(java.util.Locale.ROOT));
    }
}
