package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A PaymentIntent: what is to be paid, and how far that has come. */
record Intent(Terms terms, Progress progress) {

    /**
     * What the merchant asked for.
     *
     * @param amount    smallest units
     * @param session   the Checkout Session that made it, if one did
     * @param automatic whether methods are those of the dashboard rather than named
     * @param redirects whether methods that redirect are allowed, so that a return_url is needed
     */
    record Terms(
            String id,
            Instant created,
            long amount,
            String currency,
            boolean manualCapture,
            Map<String, String> metadata,
            @Nullable String description,
            @Nullable String receiptEmail,
            List<String> types,
            boolean automatic,
            boolean redirects,
            String clientSecret,
            @Nullable String session) {}

    /** How far it has come; amounts in smallest units. */
    record Progress(
            IntentStatus status,
            @Nullable String method,
            @Nullable PaymentError lastError,
            long capturable,
            long received,
            @Nullable String charge,
            @Nullable String returnUrl,
            @Nullable Instant canceledAt,
            @Nullable String cancellationReason) {

        Progress to(IntentStatus next) {
            return new Progress(
                    next, method, lastError, capturable, received, charge, returnUrl, canceledAt, cancellationReason);
        }

        Progress withMethod(String chosen, @Nullable String back) {
            return new Progress(
                    status, chosen, null, capturable, received, charge, back, canceledAt, cancellationReason);
        }

        Progress refused(PaymentError reason) {
            String failed = reason.charge() == null ? charge : reason.charge();
            return new Progress(
                    IntentStatus.REQUIRES_PAYMENT_METHOD, null, reason, 0, 0, failed, returnUrl, null, null);
        }

        Progress authorised(String chargeId, long amount) {
            return new Progress(
                    IntentStatus.REQUIRES_CAPTURE, method, null, amount, 0, chargeId, returnUrl, null, null);
        }

        Progress paid(String chargeId, long amount) {
            return new Progress(IntentStatus.SUCCEEDED, method, null, 0, amount, chargeId, returnUrl, null, null);
        }

        Progress canceled(Instant at, @Nullable String reason) {
            return new Progress(IntentStatus.CANCELED, method, lastError, 0, received, charge, returnUrl, at, reason);
        }
    }

    static Intent fresh(Terms terms, @Nullable String method) {
        var status = method == null ? IntentStatus.REQUIRES_PAYMENT_METHOD : IntentStatus.REQUIRES_CONFIRMATION;
        return new Intent(terms, new Progress(status, method, null, 0, 0, null, null, null, null));
    }

    String id() {
        return terms.id();
    }

    IntentStatus status() {
        return progress.status();
    }

    Intent with(Progress next) {
        return new Intent(terms, next);
    }

    /** As the API shows it; base is the simulator's own address, for the challenge page. */
    ObjectNode json(String base) {
        var json = Json.object()
                .put("id", terms.id())
                .put("object", "payment_intent")
                .put("amount", terms.amount())
                .put("amount_capturable", progress.capturable())
                .put("amount_received", progress.received())
                .putNull("application")
                .putNull("application_fee_amount");
        if (terms.automatic()) {
            json.putObject("automatic_payment_methods")
                    .put("allow_redirects", terms.redirects() ? "always" : "never")
                    .put("enabled", true);
        } else {
            json.putNull("automatic_payment_methods");
        }
        json.put("canceled_at", seconds(progress.canceledAt()))
                .put("cancellation_reason", progress.cancellationReason())
                .put("capture_method", terms.manualCapture() ? "manual" : "automatic")
                .put("client_secret", terms.clientSecret())
                .put("confirmation_method", "automatic")
                .put("created", terms.created().getEpochSecond())
                .put("currency", terms.currency())
                .putNull("customer")
                .put("description", terms.description());
        json.set(
                "last_payment_error",
                progress.lastError() == null ? null : progress.lastError().json());
        json.put("latest_charge", progress.charge()).put("livemode", false);
        json.set("metadata", Json.treeOf(terms.metadata()));
        json.set("next_action", nextAction(base));
        json.put("payment_method", progress.method());
        json.set("payment_method_types", Json.treeOf(terms.types()));
        return json.putNull("processing")
                .put("receipt_email", terms.receiptEmail())
                .putNull("setup_future_usage")
                .putNull("shipping")
                .putNull("statement_descriptor")
                .put("status", status().wire());
    }

    private @Nullable ObjectNode nextAction(String base) {
        if (status() != IntentStatus.REQUIRES_ACTION) {
            return null;
        }
        var action = Json.object();
        if (progress.returnUrl() == null) {
            action.put("type", "use_stripe_sdk").putObject("use_stripe_sdk").put("type", "three_d_secure_redirect");
            return action;
        }
        action.putObject("redirect_to_url")
                .put("return_url", progress.returnUrl())
                .put("url", base + "/c/challenge/" + terms.id());
        return action.put("type", "redirect_to_url");
    }

    static @Nullable Long seconds(@Nullable Instant at) {
        return at == null ? null : at.getEpochSecond();
    }
}
