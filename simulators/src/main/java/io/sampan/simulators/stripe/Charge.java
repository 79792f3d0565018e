package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One try to take money from a card. Amounts in smallest units.
 *
 * @param captured what was taken, 0 while only authorised
 * @param refunded what has been given back, or is on its way back
 * @param released an authorisation that was let go
 * @param fee      Stripe's own share, taken at capture and not returned with a refund
 */
record Charge(
        String id,
        Instant created,
        String intent,
        long amount,
        String currency,
        long captured,
        long refunded,
        boolean released,
        long fee,
        @Nullable PaymentError failure,
        String brand,
        String lastFour,
        Map<String, String> metadata) {

    Charge capture(long taken, long feeTaken) {
        return new Charge(
                id, created, intent, amount, currency, taken, refunded, released, feeTaken, failure, brand, lastFour,
                metadata);
    }

    Charge refund(long more) {
        return new Charge(
                id,
                created,
                intent,
                amount,
                currency,
                captured,
                refunded + more,
                released,
                fee,
                failure,
                brand,
                lastFour,
                metadata);
    }

    Charge release() {
        return new Charge(
                id, created, intent, amount, currency, captured, refunded, true, fee, failure, brand, lastFour,
                metadata);
    }

    long refundable() {
        return captured - refunded;
    }

    String transaction() {
        return id.replaceFirst("ch_", "txn_");
    }

    ObjectNode json() {
        var json = Json.object()
                .put("id", id)
                .put("object", "charge")
                .put("amount", amount)
                .put("amount_captured", captured)
                .put("amount_refunded", refunded)
                .put("balance_transaction", captured > 0 ? transaction() : null)
                .put("captured", captured > 0)
                .put("created", created.getEpochSecond())
                .put("currency", currency)
                .put("disputed", false)
                .put("failure_code", failure == null ? null : failure.code())
                .put("failure_message", failure == null ? null : failure.message())
                .put("livemode", false);
        json.set("metadata", Json.treeOf(metadata));
        json.putObject("outcome")
                .put("network_status", failure == null ? "approved_by_network" : "declined_by_network")
                .put("reason", failure == null ? null : failure.declineCode())
                .put("type", failure == null ? "authorized" : "issuer_declined");
        json.put("paid", failure == null).put("payment_intent", intent);
        var details = json.putObject("payment_method_details");
        if (lastFour.isEmpty()) {
            details.put("type", brand).putObject(brand);
        } else {
            details.put("type", LocalMethod.CARD)
                    .putObject(LocalMethod.CARD)
                    .put("brand", brand)
                    .put("country", "US")
                    .put("funding", "credit")
                    .put("last4", lastFour);
        }
        return json.put("refunded", released || captured > 0 && refunded == captured)
                .put("status", failure == null ? "succeeded" : "failed");
    }

    /** What its capture put into the account's balance. */
    Movement movement(Instant now) {
        return new Movement(transaction(), now, "charge", "charge", id, captured, fee, currency);
    }
}
