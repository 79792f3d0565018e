package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** The API's door: key, idempotency, which endpoint, errors in Stripe's shape. */
final class StripeApi {
    private final Shelf shelf;
    private final String key;
    private final Idempotency idempotency;
    private final PaymentIntents intents;
    private final Sessions sessions;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Customers customers;
    private final AtomicInteger breakdowns = new AtomicInteger();

    StripeApi(Kernel kernel, Shelf shelf, String key, Desk desk) {
        this.shelf = shelf;
        this.key = key;
        this.idempotency = new Idempotency(kernel.books(), kernel.clock());
        this.intents = desk.intents();
        this.sessions = desk.sessions();
        this.refunds = desk.refunds();
        this.disputes = desk.disputes();
        this.customers = desk.customers();
        kernel.clock().every(Idempotency.KEPT, "stripe forgets keys", idempotency::prune);
    }

    /** The endpoints' owners. */
    record Desk(PaymentIntents intents, Sessions sessions, Refunds refunds, Disputes disputes, Customers customers) {}

    /** Lets the next POST break down after it has done its work. */
    void breakNext() {
        breakdowns.set(1);
    }

    Answer answer(Question q) {
        String request = shelf.ids.request();
        Answer answer;
        try {
            checkKey(q);
            answer = q.method().equals("POST") ? post(q, request) : Answer.json(read(q));
        } catch (StripeError e) {
            answer = e.answer();
        }
        return answer.with("Request-Id", request).with("Stripe-Version", Event.API_VERSION);
    }

    private void checkKey(Question q) {
        String given = q.header("authorization");
        String token = "";
        if (given.startsWith("Bearer ")) {
            token = given.substring("Bearer ".length()).strip();
        } else if (given.startsWith("Basic ")) {
            token = basic(given.substring("Basic ".length()).strip());
        }
        if (token.isEmpty()) {
            throw StripeError.key(
                    "You did not provide an API key. You need to provide your API key in the Authorization"
                            + " header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (!token.equals(key)) {
            throw StripeError.key("Invalid API Key provided: " + masked(token));
        }
    }

    private static String basic(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).replaceFirst(":.*", "");
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String masked(String token) {
        return token.length() < 12
                ? "********"
                : token.substring(0, 8) + "*".repeat(token.length() - 12) + token.substring(token.length() - 4);
    }

    private Answer post(Question q, String request) {
        String idempotencyKey = q.header("idempotency-key");
        Params params = Params.of(q);
        var cause = new Events.Cause(request, idempotencyKey);
        if (idempotencyKey.isEmpty()) {
            return ScopedValue.where(Events.CAUSE, cause).call(() -> execute(q, params));
        }
        String fingerprint = q.path() + params.fingerprint();
        return idempotency.once(
                idempotencyKey,
                fingerprint,
                request,
                () -> ScopedValue.where(Events.CAUSE, cause).call(() -> execute(q, params)));
    }

    private Answer execute(Question q, Params params) {
        ObjectNode result;
        synchronized (shelf) {
            result = shelf.expanded(write(q, params), params);
        }
        if (breakdowns.compareAndSet(1, 0)) {
            throw StripeError.broken();
        }
        return Answer.json(result);
    }

    private ObjectNode write(Question q, Params p) {
        String[] parts = parts(q);
        String kind = parts[2];
        String id = parts.length > 3 ? parts[3] : "";
        String verb = parts.length > 4 ? parts[4] : "";
        return switch (kind + "/" + (id.isEmpty() ? "" : "id/") + verb) {
            case "payment_intents/" -> intents.create(p);
            case "payment_intents/id/" -> intents.update(id, p);
            case "payment_intents/id/confirm" -> intents.confirm(id, p);
            case "payment_intents/id/capture" -> intents.capture(id, p);
            case "payment_intents/id/cancel" -> intents.cancel(id, p);
            case "sessions/" -> sessions.create(p);
            case "sessions/id/expire" -> sessions.expire(id);
            case "refunds/" -> refunds.create(p);
            case "customers/" -> customers.create(p);
            case "payment_methods/id/detach" -> customers.detach(id);
            case "disputes/id/" -> disputes.update(id, p);
            case "disputes/id/close" -> disputes.close(id);
            default -> throw StripeError.address(q.method(), q.path());
        };
    }

    private ObjectNode read(Question q) {
        if (!q.method().equals("GET")) {
            throw StripeError.address(q.method(), q.path());
        }
        Params p = Params.of(q);
        String[] parts = parts(q);
        String id = parts.length > 3 ? parts[3] : "";
        synchronized (shelf) {
            if (parts[2].equals("customers") && parts.length == 5 && parts[4].equals("payment_methods")) {
                return customers.methods(id, p);
            }
            ObjectNode found = id.isEmpty() ? list(q, parts[2], p) : one(q, parts[2], id);
            return shelf.expanded(found, p);
        }
    }

    private ObjectNode one(Question q, String kind, String id) {
        return switch (kind) {
            case "payment_intents" -> shelf.json(shelf.intent(id));
            case "sessions" -> shelf.json(shelf.session(id));
            case "refunds" -> shelf.refund(id).json();
            case "disputes" -> shelf.dispute(id).json();
            case "charges" -> shelf.charge(id).json();
            case "balance_transactions" -> shelf.transaction(id);
            case "events" ->
                shelf.events
                        .get(id)
                        .orElseThrow(() -> StripeError.nothing("event", id))
                        .json();
            default -> throw StripeError.address(q.method(), q.path());
        };
    }

    private ObjectNode list(Question q, String kind, Params p) {
        return switch (kind) {
            case "payment_intents" -> intents.list(p);
            case "sessions" -> sessions.list(p);
            case "refunds" -> refunds.list(p);
            case "disputes" -> disputes.list(p);
            case "balance_transactions" -> movements(p);
            case "charges" -> {
                String intent =
                        p.only("limit", "starting_after", "payment_intent").text("payment_intent");
                var found = shelf.charges.values().stream()
                        .filter(charge -> intent == null || intent.equals(charge.intent()))
                        .toList();
                yield shelf.page(found, p, "/v1/charges", Charge::json);
            }
            case "events" -> {
                String type = p.only("limit", "starting_after", "type").text("type");
                var found = shelf.events.values().stream()
                        .filter(event -> type == null || type.equals(event.type()))
                        .toList();
                yield shelf.page(found, p, "/v1/events", Event::json);
            }
            default -> throw StripeError.address(q.method(), q.path());
        };
    }

    private ObjectNode movements(Params p) {
        Map<String, String> created =
                p.only("limit", "starting_after", "created", "expand").map("created");
        long from = seconds(created.getOrDefault("gte", "0"));
        long until = seconds(created.getOrDefault("lt", Long.toString(Long.MAX_VALUE)));
        var found = shelf.movements.values().stream()
                .filter(one ->
                        one.created().getEpochSecond() >= from && one.created().getEpochSecond() < until)
                .toList();
        return shelf.page(found, p, "/v1/balance_transactions", Movement::json);
    }

    private static long seconds(String time) {
        try {
            return Long.parseLong(time);
        } catch (NumberFormatException notATime) {
            throw StripeError.parameter("created", null, "Invalid timestamp: " + time);
        }
    }

    /** The path in parts, with checkout/sessions counted as one. */
    private static String[] parts(Question q) {
        String[] parts = q.path().replaceFirst("^/v1/checkout/", "/v1/").split("/", 7);
        boolean checkout = q.path().startsWith("/v1/checkout/");
        boolean sessions = parts.length > 2 && parts[2].equals("sessions");
        if (parts.length < 3 || parts.length > 5 || checkout != sessions) {
            throw StripeError.address(q.method(), q.path());
        }
        return parts;
    }
}
