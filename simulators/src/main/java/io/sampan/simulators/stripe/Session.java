package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A Checkout Session: one visit to the hosted page. Its PaymentIntent is made at the first try to pay, not before. */
record Session(
        Order order,
        State state,
        @Nullable String intent,
        @Nullable String email) {

    enum State {
        OPEN,
        COMPLETE,
        EXPIRED
    }

    /** What is sold and where to go afterwards; amounts in smallest units. */
    record Order(
            String id,
            Instant created,
            Instant expires,
            String currency,
            List<Line> lines,
            String successUrl,
            @Nullable String cancelUrl,
            @Nullable String reference,
            Map<String, String> metadata,
            IntentData intent,
            @Nullable String email,
            @Nullable String method,
            @Nullable String customer,
            boolean mayKeep) {

        /** How it is paid: {@code card}, unless a {@link LocalMethod} was asked for. */
        String way() {
            return method == null ? LocalMethod.CARD : method;
        }

        long amount() {
            return lines.stream()
                    .mapToLong(line -> line.unit() * line.quantity())
                    .sum();
        }
    }

    record Line(String id, String name, @Nullable String description, long unit, long quantity) {}

    /** What the PaymentIntent will be made with. */
    record IntentData(
            boolean manualCapture,
            Map<String, String> metadata,
            @Nullable String description) {}

    String id() {
        return order.id();
    }

    Session to(State next) {
        return new Session(order, next, intent, email);
    }

    Session payingBy(String intentId, @Nullable String typedEmail) {
        return new Session(order, state, intentId, typedEmail);
    }

    /** Where a shopper goes who has paid. */
    String success() {
        return order.successUrl().replace("{CHECKOUT_SESSION_ID}", order.id());
    }

    ObjectNode json(String base, boolean paid) {
        var json = Json.object()
                .put("id", order.id())
                .put("object", "checkout.session")
                .put("amount_subtotal", order.amount())
                .put("amount_total", order.amount())
                .put("cancel_url", order.cancelUrl())
                .put("client_reference_id", order.reference())
                .put("created", order.created().getEpochSecond())
                .put("currency", order.currency())
                .put("customer", order.customer());
        if (email != null) {
            json.putObject("customer_details").put("email", email);
        } else {
            json.putNull("customer_details");
        }
        json.put("customer_email", order.email())
                .put("expires_at", order.expires().getEpochSecond())
                .put("livemode", false);
        json.set("metadata", Json.treeOf(order.metadata()));
        json.put("mode", "payment").put("payment_intent", intent);
        json.putArray("payment_method_types").add(order.way());
        return json.put("payment_status", paid ? "paid" : "unpaid")
                .put("status", state.name().toLowerCase(java.util.Locale.ROOT))
                .put("success_url", order.successUrl())
                .put("ui_mode", "hosted")
                .put("url", state == State.OPEN ? base + "/c/pay/" + order.id() : null);
    }
}
