package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A batch of payouts. Source: docs/sources/paypal.md "Payouts". */
record Payout(String id, String senderBatchId, String status, Instant created, List<Item> items) {
    static final String PENDING = "PENDING";

    record Item(String id, String senderItemId, String receiver, Coin amount, String status) {
        Item in(String next) {
            return new Item(id, senderItemId, receiver, amount, next);
        }

        /** Whether the money has left the merchant, or is about to. */
        boolean counts() {
            return !status.matches("FAILED|RETURNED|BLOCKED|REFUNDED");
        }

        ObjectNode json() {
            var json = Json.object().put("payout_item_id", id).put("transaction_status", status);
            var item = json.putObject("payout_item")
                    .put("recipient_type", "EMAIL")
                    .put("receiver", receiver)
                    .put("sender_item_id", senderItemId);
            item.putObject("amount").put("currency", amount.currency()).put("value", amount.value());
            return json;
        }
    }

    Payout in(String next, List<Item> now) {
        return new Payout(id, senderBatchId, next, created, List.copyOf(now));
    }

    /** As it is told to who made it. */
    ObjectNode header() {
        var json = Json.object();
        json.putObject("batch_header")
                .put("payout_batch_id", id)
                .put("batch_status", status)
                .put("time_created", created.toString())
                .putObject("sender_batch_header")
                .put("sender_batch_id", senderBatchId);
        return json;
    }

    /** As it is told to who looks at it. */
    ObjectNode json() {
        var json = header();
        var list = json.putArray("items");
        items.forEach(item -> list.add(item.json()));
        return json;
    }
}
