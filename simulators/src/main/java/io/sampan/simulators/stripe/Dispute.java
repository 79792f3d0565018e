package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payment that the shopper's bank contests. An inquiry (the WARNING states) moves no money; a dispute takes the amount and a fee at once, and
 * both come back if it is won. Source: docs.stripe.com/api/disputes/object, docs.stripe.com/disputes.
 *
 * @param evidence what was staged; empty while nothing was
 * @param submissions how often evidence was handed in
 * @param reinstated whether the money of one that was won has come back
 */
record Dispute(
        String id,
        Instant created,
        String charge,
        String intent,
        long amount,
        String currency,
        long fee,
        String reason,
        Status status,
        Instant dueBy,
        String evidence,
        int submissions,
        boolean reinstated) {
    enum Status {
        WARNING_NEEDS_RESPONSE,
        WARNING_UNDER_REVIEW,
        WARNING_CLOSED,
        NEEDS_RESPONSE,
        UNDER_REVIEW,
        WON,
        LOST;

        boolean isInquiry() {
            return name().startsWith("WARNING_");
        }

        boolean isOpen() {
            return this == NEEDS_RESPONSE || this == WARNING_NEEDS_RESPONSE;
        }

        boolean isOver() {
            return this == WON || this == LOST || this == WARNING_CLOSED;
        }
    }

    Dispute to(Status next) {
        return new Dispute(
                id,
                created,
                charge,
                intent,
                amount,
                currency,
                fee,
                reason,
                next,
                dueBy,
                evidence,
                submissions,
                reinstated);
    }

    Dispute with(String text, boolean submitted) {
        return new Dispute(
                id,
                created,
                charge,
                intent,
                amount,
                currency,
                fee,
                reason,
                status,
                dueBy,
                text,
                submissions + (submitted ? 1 : 0),
                reinstated);
    }

    Dispute withMoneyBack() {
        return new Dispute(
                id, created, charge, intent, amount, currency, fee, reason, status, dueBy, evidence, submissions, true);
    }

    ObjectNode json() {
        var json = Json.object().put("id", id).put("object", "dispute").put("amount", amount);
        var moved = json.putArray("balance_transactions");
        if (!status.isInquiry()) {
            moved.add(moved("adjustment", -amount, fee));
        }
        if (reinstated) {
            moved.add(moved("adjustment", amount, -fee));
        }
        json.put("charge", charge)
                .put("created", created.getEpochSecond())
                .put("currency", currency)
                .putObject("evidence")
                .put("uncategorized_text", evidence.isEmpty() ? null : evidence);
        json.putObject("evidence_details")
                .put("due_by", dueBy.getEpochSecond())
                .put("has_evidence", !evidence.isEmpty())
                .put("past_due", false)
                .put("submission_count", submissions);
        json.put("is_charge_refundable", status.isInquiry()).put("livemode", false);
        json.putObject("metadata");
        return json.put("payment_intent", intent)
                .put("reason", reason)
                .put("status", status.name().toLowerCase(Locale.ROOT));
    }

    /** @param back whether its money comes again */
    Movement movement(boolean back, Instant now) {
        return new Movement(
                id.replaceFirst("dp_", back ? "txn_dw_" : "txn_dp_"),
                now,
                "adjustment",
                back ? "dispute_reversal" : "dispute",
                id,
                back ? amount : -amount,
                back ? -fee : fee,
                currency);
    }

    private ObjectNode moved(String type, long sum, long charged) {
        return Json.object()
                .put("id", id.replaceFirst("dp_", sum < 0 ? "txn_dp_" : "txn_dw_"))
                .put("object", "balance_transaction")
                .put("amount", sum)
                .put("currency", currency)
                .put("fee", charged)
                .put("net", sum - charged)
                .put("reporting_category", sum < 0 ? "dispute" : "dispute_reversal")
                .put("source", id)
                .put("type", type);
    }
}
