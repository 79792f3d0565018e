package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An answer other than success, in Stripe's error shape. */
final class StripeError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode error;
    private final boolean executed;

    private StripeError(int status, String type, @Nullable String code, String message, boolean executed) {
        super(message, null, false, false);
        this.status = status;
        this.executed = executed;
        this.error = Json.object();
        if (code != null) {
            error.put("code", code).put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.put("message", message).put("type", type);
    }

    /** A parameter that fails validation: nothing was executed, so no idempotent result is saved. */
    static StripeError parameter(String param, @Nullable String code, String message) {
        var fault = new StripeError(400, "invalid_request_error", code, message, false);
        fault.error.put("param", param);
        return fault;
    }

    /** A parameter that is not there. */
    static StripeError missing(String param) {
        return parameter(param, "parameter_missing", "Missing required param: " + param + ".");
    }

    /** A request that the object's state does not allow. */
    static StripeError state(@Nullable String code, String message) {
        return new StripeError(400, "invalid_request_error", code, message, true);
    }

    /** An object that does not exist. */
    static StripeError nothing(String kind, String id) {
        var fault = new StripeError(
                404, "invalid_request_error", "resource_missing", "No such " + kind + ": '" + id + "'", false);
        fault.error.put("param", kind.equals("payment_intent") ? "intent" : "id");
        return fault;
    }

    /** A card that was refused: 402. */
    static StripeError card(PaymentError reason, ObjectNode intent) {
        var fault = new StripeError(402, "card_error", reason.code(), reason.message(), true);
        if (reason.declineCode() != null) {
            fault.error.put("decline_code", reason.declineCode());
        }
        if (reason.charge() != null) {
            fault.error.put("charge", reason.charge());
        }
        fault.error.set("payment_intent", intent);
        return fault;
    }

    /** A key that is wrong or missing: 401. */
    static StripeError key(String message) {
        return new StripeError(401, "invalid_request_error", null, message, false);
    }

    /** A misuse of an idempotency key. */
    static StripeError idempotency(int status, @Nullable String code, String message) {
        return new StripeError(status, "idempotency_error", code, message, false);
    }

    /** A breakdown on Stripe's side after execution began. */
    static StripeError broken() {
        return new StripeError(
                500, "api_error", null, "Sorry! There was an error while talking to one of our backends.", true);
    }

    /** An unknown address. */
    static StripeError address(String method, String path) {
        return new StripeError(
                404, "invalid_request_error", null, "Unrecognized request URL (" + method + ": " + path + ").", false);
    }

    StripeError about(ObjectNode intent) {
        error.set("payment_intent", intent);
        return this;
    }

    /** Whether the endpoint had begun to execute, so that the answer is saved under its idempotency key. */
    boolean executed() {
        return executed;
    }

    Answer answer() {
        var body = Json.object();
        body.set("error", error);
        return Answer.json(status, body);
    }
}
