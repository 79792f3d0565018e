package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A buyer's complaint. While it is more than an inquiry, PayPal holds the money. Source: developer.paypal.com/api/customer-disputes/v1.
 *
 * @param stage INQUIRY or CHARGEBACK
 * @param status WAITING_FOR_SELLER_RESPONSE, UNDER_REVIEW or RESOLVED
 * @param outcome empty while it is open, else such as RESOLVED_BUYER_FAVOUR
 */
record Dispute(
        String id,
        Instant created,
        Instant updated,
        String capture,
        String customId,
        Coin amount,
        String reason,
        String stage,
        String status,
        String outcome,
        Instant due) {
    static final String RESOLVED = "RESOLVED";
    static final String WAITING = "WAITING_FOR_SELLER_RESPONSE";

    Dispute resolved(String how, Instant now) {
        return new Dispute(id, created, now, capture, customId, amount, reason, stage, RESOLVED, how, due);
    }

    boolean isOpen() {
        return !status.equals(RESOLVED);
    }

    /** Whether its money can no longer be refunded. */
    boolean blocks() {
        return isOpen() || outcome.equals("RESOLVED_BUYER_FAVOUR");
    }

    ObjectNode summary() {
        var json = Json.object()
                .put("dispute_id", id)
                .put("create_time", created.toString())
                .put("update_time", updated.toString())
                .put("reason", reason)
                .put("status", status);
        json.set("dispute_amount", amount.json());
        return json.put("dispute_life_cycle_stage", stage).put("dispute_channel", "INTERNAL");
    }

    ObjectNode json() {
        var json = summary();
        json.putArray("disputed_transactions")
                .addObject()
                .put("seller_transaction_id", capture)
                .put("custom", customId)
                .set("gross_amount", amount.json());
        if (isOpen()) {
            json.put("seller_response_due_date", due.toString());
        } else {
            json.putObject("dispute_outcome").put("outcome_code", outcome);
        }
        return json;
    }
}
