package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Books;
import io.sampan.simulators.kernel.Json;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that the account holds. Whoever changes anything holds this object's monitor while doing so. */
final class Shelf {
    private static final int PAGE_LIMIT = 100;

    final Book<Intent> intents;
    final Book<Charge> charges;
    final Book<Refund> refunds;
    final Book<Dispute> disputes;
    final Book<Movement> movements;
    final Book<Session> sessions;
    final Book<Customer> customers;
    final Book<Customer.Kept> kept;
    final Book<Event> events;
    final Book<Account> accounts;
    final StripeIds ids = new StripeIds();
    private volatile String base = "";

    /**
     * The merchant's account.
     *
     * @param feePoints Stripe's share in hundredths of a percent
     * @param feeFixed  and per charge, smallest units
     */
    record Account(String name, int feePoints, int feeFixed) {
        long feeOn(long amount) {
            return (amount * feePoints + 5_000) / 10_000 + feeFixed;
        }
    }

    Shelf(Books books) {
        intents = books.open("stripe-intents", Intent.class);
        charges = books.open("stripe-charges", Charge.class);
        refunds = books.open("stripe-refunds", Refund.class);
        disputes = books.open("stripe-disputes", Dispute.class);
        movements = books.open("stripe-movements", Movement.class);
        customers = books.open("stripe-customers", Customer.class);
        kept = books.open("stripe-kept", Customer.Kept.class);
        sessions = books.open("stripe-sessions", Session.class);
        events = books.open("stripe-events", Event.class);
        accounts = books.open("stripe-accounts", Account.class);
    }

    void at(String address) {
        base = address;
    }

    String base() {
        return base;
    }

    Account account() {
        return accounts.get("account").orElse(new Account("Demo Merchant", 290, 30));
    }

    Customer customer(String id) {
        return customers.get(id).orElseThrow(() -> StripeError.nothing("customer", id));
    }

    Intent intent(String id) {
        return intents.get(id).orElseThrow(() -> StripeError.nothing("payment_intent", id));
    }

    Charge charge(String id) {
        return charges.get(id).orElseThrow(() -> StripeError.nothing("charge", id));
    }

    Refund refund(String id) {
        return refunds.get(id).orElseThrow(() -> StripeError.nothing("refund", id));
    }

    Dispute dispute(String id) {
        return disputes.get(id).orElseThrow(() -> StripeError.nothing("dispute", id));
    }

    /** Whether money of a charge is contested, or was lost so. */
    boolean isDisputed(String charge) {
        return disputes.values().stream()
                .filter(dispute -> dispute.charge().equals(charge))
                .anyMatch(dispute -> !dispute.status().isInquiry() && dispute.status() != Dispute.Status.WON);
    }

    Session session(String id) {
        return sessions.get(id).orElseThrow(() -> StripeError.nothing("checkout.session", id));
    }

    Intent keep(Intent intent) {
        intents.put(intent.id(), intent);
        return intent;
    }

    ObjectNode json(Intent intent) {
        return intent.json(base);
    }

    ObjectNode json(Session session) {
        boolean paid = session.intent() != null
                && intents.get(session.intent())
                        .filter(intent -> intent.status() == IntentStatus.SUCCEEDED)
                        .isPresent();
        return session.json(base, paid);
    }

    /** Newest first, a page at a time, as all of Stripe's lists. */
    <T> ObjectNode page(List<T> all, Params params, String url, Function<T, ObjectNode> json) {
        long limit = params.number("limit", 10);
        if (limit < 1 || limit > PAGE_LIMIT) {
            throw StripeError.parameter("limit", null, "Invalid limit: must be between 1 and " + PAGE_LIMIT);
        }
        String after = params.text("starting_after");
        List<ObjectNode> newest = all.reversed().stream().map(json).toList();
        if (after != null) {
            newest = newest.stream()
                    .dropWhile(node -> !after.equals(node.get("id").asString()))
                    .skip(1)
                    .toList();
        }
        var list = Json.object().put("object", "list");
        var data = list.putArray("data");
        newest.stream().limit(limit).forEach(data::add);
        return list.put("has_more", newest.size() > limit).put("url", url);
    }

    /** Replaces ids by what they stand for, where the caller asked with expand[]. */
    ObjectNode expanded(ObjectNode json, Params params) {
        params.list("expand").stream()
                .sorted(Comparator.comparingInt(String::length))
                .forEach(path -> expand(json, path));
        return json;
    }

    private void expand(ObjectNode json, String path) {
        int dot = path.indexOf('.');
        String field = dot < 0 ? path : path.substring(0, dot);
        var value = json.get(field);
        if (value instanceof ArrayNode list && dot > 0) {
            list.forEach(one -> expand((ObjectNode) one, path.substring(dot + 1)));
            return;
        }
        if (value == null) {
            throw StripeError.parameter("expand", null, "This property cannot be expanded (" + path + ").");
        }
        if (value.isString()) {
            json.set(field, whole(value.asString()));
        }
        if (dot > 0 && json.get(field) instanceof ObjectNode inner) {
            expand(inner, path.substring(dot + 1));
        }
    }

    private ObjectNode whole(String id) {
        return switch (id.substring(0, Math.max(0, id.indexOf('_')))) {
            case "pi" -> json(intent(id));
            case "ch" -> charge(id).json();
            case "re" -> refund(id).json();
            case "dp" -> dispute(id).json();
            case "txn" -> transaction(id);
            default -> throw StripeError.parameter("expand", null, "This property cannot be expanded.");
        };
    }

    ObjectNode transaction(String id) {
        return movements
                .get(id)
                .orElseThrow(() -> StripeError.nothing("balance_transaction", id))
                .json();
    }

    void moved(Movement movement) {
        movements.put(movement.id(), movement);
    }
}
