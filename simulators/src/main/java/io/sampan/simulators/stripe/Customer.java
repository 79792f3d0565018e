package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Somebody whom the merchant wants to know again. */
record Customer(String id, Instant created, Map<String, String> metadata) {
    /**
     * A card that they let Stripe keep.
     *
     * @param number of one of the test cards
     */
    record Kept(String id, String customer, Instant created, String number, int month, int year) {
        ObjectNode json() {
            var json =
                    Json.object().put("id", id).put("object", "payment_method").put("type", LocalMethod.CARD);
            var brand = TestCard.ofNumber(number).map(TestCard::brand).orElse("unknown");
            json.putObject("card")
                    .put("brand", brand)
                    .put("exp_month", month)
                    .put("exp_year", year)
                    .put("last4", number.substring(number.length() - 4));
            return json.put("allow_redisplay", "always")
                    .put("created", created.getEpochSecond())
                    .put("customer", customer)
                    .put("livemode", false);
        }
    }

    ObjectNode json() {
        var json = Json.object()
                .put("id", id)
                .put("object", "customer")
                .put("created", created.getEpochSecond())
                .put("livemode", false);
        json.set("metadata", Json.treeOf(metadata));
        return json;
    }
}
