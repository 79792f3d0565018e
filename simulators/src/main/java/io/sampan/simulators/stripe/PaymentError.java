package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why the last try to pay failed.
 *
 * @param code        Stripe's error code, such as {@code card_declined}
 * @param declineCode the issuer's reason, only with card_declined and its kin
 * @param charge      the failed charge, if the card network was asked
 */
record PaymentError(
        String code,
        @Nullable String declineCode,
        String message,
        @Nullable String charge) {

    PaymentError ofCharge(String id) {
        return new PaymentError(code, declineCode, message, id);
    }

    ObjectNode json() {
        var json = Json.object().put("code", code).put("message", message).put("type", "card_error");
        if (declineCode != null) {
            json.put("decline_code", declineCode);
        }
        if (charge != null) {
            json.put("charge", charge);
        }
        return json;
    }
}
