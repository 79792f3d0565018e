package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints under /v1/checkout/sessions, and what a shopper does on the hosted page. */
final class Sessions {
    static final Duration SHORTEST = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(24);
    private static final int LINES_LIMIT = 100;
    private static final Duration SLACK = Duration.ofMinutes(1);
    /** The languages of the hosted page; the first is what is meant when none is named. Source: docs/sources/stripe.md "Checkout Session". */
    private static final String[] LOCALES = {
        "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr",
        "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl",
        "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW"
    };

    private final Kernel kernel;
    private final Shelf shelf;
    private final Events events;
    private final Acquirer acquirer;

    Sessions(Kernel kernel, Shelf shelf, Events events, Acquirer acquirer) {
        this.kernel = kernel;
        this.shelf = shelf;
        this.events = events;
        this.acquirer = acquirer;
    }

    ObjectNode create(Params p) {
        p.only(
                "mode",
                "line_items",
                "payment_intent_data",
                "success_url",
                "cancel_url",
                "client_reference_id",
                "expires_at",
                "metadata",
                "customer_email",
                "payment_method_types",
                "locale",
                "ui_mode",
                "customer",
                "saved_payment_method_options");
        if (!p.needed("mode").equals("payment")) {
            throw StripeError.parameter("mode", null, "This simulator knows mode payment only");
        }
        p.word("locale", LOCALES);
        Session.Order order = order(p, kernel.clock().now());
        Coin.payable("line_items", order.amount(), order.currency());
        var session = new Session(order, Session.State.OPEN, null, order.email());
        shelf.sessions.put(session.id(), session);
        expireLater(session);
        return shelf.json(session);
    }

    private Session.Order order(Params p, Instant now) {
        List<Session.Line> lines = lines(p);
        String currency =
                Coin.taken("line_items[0][price_data][currency]", p.needed("line_items[0][price_data][currency]"));
        var intent = new Session.IntentData(
                p.word("payment_intent_data[capture_method]", "automatic", "automatic_async", "manual")
                        .equals("manual"),
                p.map("payment_intent_data[metadata]"),
                p.text("payment_intent_data[description]"));
        return new Session.Order(
                shelf.ids.session(),
                now,
                expiry(p, now),
                currency,
                lines,
                url(p, "success_url", true),
                p.text("cancel_url") == null ? null : url(p, "cancel_url", false),
                p.text("client_reference_id"),
                p.map("metadata"),
                intent,
                p.text("customer_email"),
                method(p, currency, intent.manualCapture()),
                Customers.of(shelf, p),
                p.word("saved_payment_method_options[payment_method_save]", "disabled", "enabled")
                        .equals("enabled"));
    }

    /** One way to pay for each session is enough for us; without any, Stripe would choose. */
    private static String method(Params p, String currency, boolean held) {
        List<String> types = p.list("payment_method_types");
        if (types.size() > 1) {
            throw StripeError.parameter("payment_method_types", null, "This simulator knows one type for each session");
        }
        String type = types.isEmpty() ? LocalMethod.CARD : types.getFirst();
        if (type.equals(LocalMethod.CARD)) {
            return type;
        }
        LocalMethod method = LocalMethod.of(type)
                .orElseThrow(() -> StripeError.parameter(
                        "payment_method_types", null, "Invalid payment_method_types: must be one of card, ..."));
        if (!method.takes(currency)) {
            throw StripeError.parameter(
                    "payment_method_types",
                    null,
                    "The currency provided (" + currency + ") is invalid for one or more payment methods on this"
                            + " Checkout Session: " + type);
        }
        if (held && !method.holds()) {
            throw StripeError.parameter(
                    "payment_intent_data[capture_method]",
                    null,
                    "The payment method `" + type + "` does not support `capture_method` set to `manual`.");
        }
        return type;
    }

    private List<Session.Line> lines(Params p) {
        List<Integer> rows = p.rows("line_items");
        if (rows.isEmpty() || rows.size() > LINES_LIMIT) {
            throw StripeError.parameter("line_items", "parameter_missing", "1 to " + LINES_LIMIT + " line_items");
        }
        String currency = p.needed("line_items[" + rows.getFirst() + "][price_data][currency]");
        var lines = new ArrayList<Session.Line>();
        for (int row : rows) {
            String line = "line_items[" + row + "]";
            String price = line + "[price_data]";
            if (!p.needed(price + "[currency]").equalsIgnoreCase(currency)) {
                throw StripeError.parameter(price + "[currency]", null, "All line_items must be in one currency");
            }
            long unit = p.neededNumber(price + "[unit_amount]");
            long quantity = p.number(line + "[quantity]", 1);
            if (unit < 0 || quantity < 1 || unit > 99_999_999 || quantity > 999_999) {
                throw StripeError.parameter(line, "parameter_invalid_integer", "Invalid amount or quantity");
            }
            lines.add(new Session.Line(
                    shelf.ids.id("li"),
                    p.needed(price + "[product_data][name]"),
                    p.text(price + "[product_data][description]"),
                    unit,
                    quantity));
        }
        return lines;
    }

    private static Instant expiry(Params p, Instant now) {
        Long asked = p.number("expires_at");
        Instant at = asked == null ? now.plus(LONGEST) : Instant.ofEpochSecond(asked);
        if (at.isBefore(now.plus(SHORTEST).minus(SLACK))
                || at.isAfter(now.plus(LONGEST).plus(SLACK))) {
            throw StripeError.parameter(
                    "expires_at",
                    null,
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session"
                            + " creation.");
        }
        return at;
    }

    private static String url(Params p, String name, boolean placeholder) {
        String url = p.needed(name);
        if (!url.matches("https?://\\S+") || !placeholder && url.contains("{CHECKOUT_SESSION_ID}")) {
            throw StripeError.parameter(name, "url_invalid", "Not a valid URL");
        }
        return url;
    }

    ObjectNode list(Params p) {
        p.only("limit", "starting_after", "payment_intent");
        String intent = p.text("payment_intent");
        List<Session> found = shelf.sessions.values().stream()
                .filter(session -> intent == null || intent.equals(session.intent()))
                .toList();
        return shelf.page(found, p, "/v1/checkout/sessions", shelf::json);
    }

    ObjectNode expire(String id) {
        Session session = shelf.session(id);
        if (session.state() != Session.State.OPEN) {
            throw StripeError.state(
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                            + " status of `" + session.state().name().toLowerCase(java.util.Locale.ROOT) + "`.");
        }
        return shelf.json(expireNow(session));
    }

    /** A shopper presses Pay: the first time this makes the PaymentIntent. */
    Intent pay(Session session, String number, String email) {
        String known = session.intent();
        Intent intent = known != null ? shelf.intent(known) : begin(session, email);
        if (!IntentStatus.CONFIRMABLE.contains(intent.status())) {
            return intent;
        }
        Intent tried = acquirer.attempt(intent, TestCard.ofNumber(number), shelf.base() + "/c/pay/" + session.id());
        completeIfPaid(tried);
        return tried;
    }

    /** A shopper confirms at their bank or wallet, or does not. */
    Intent confirm(Session session, LocalMethod method, boolean confirmed) {
        String known = session.intent();
        Intent intent = known != null ? shelf.intent(known) : begin(session, "shopper@example.com");
        if (!IntentStatus.CONFIRMABLE.contains(intent.status())) {
            return intent;
        }
        Intent tried = acquirer.attempt(intent, method, confirmed);
        completeIfPaid(tried);
        return tried;
    }

    /** The shopper's answer to a 3-D Secure challenge; for Sessions and for bare PaymentIntents. */
    Intent challenged(Intent intent, boolean passed) {
        if (intent.status() != IntentStatus.REQUIRES_ACTION) {
            return intent;
        }
        Intent next = acquirer.challenged(intent, passed);
        completeIfPaid(next);
        return next;
    }

    private Intent begin(Session session, String email) {
        var data = session.order().intent();
        String id = shelf.ids.id("pi");
        var terms = new Intent.Terms(
                id,
                kernel.clock().now(),
                session.order().amount(),
                session.order().currency(),
                data.manualCapture(),
                data.metadata(),
                data.description(),
                null,
                List.of(session.order().way()),
                false,
                false,
                shelf.ids.secret(id),
                session.id());
        Intent fresh = shelf.keep(Intent.fresh(terms, null));
        shelf.sessions.put(session.id(), session.payingBy(id, email));
        events.happened("payment_intent.created", shelf.json(fresh));
        return fresh;
    }

    private void completeIfPaid(Intent intent) {
        @Nullable String id = intent.terms().session();
        boolean through = switch (intent.status()) {
            case SUCCEEDED, REQUIRES_CAPTURE, PROCESSING -> true;
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION, CANCELED -> false;
        };
        if (id != null && through) {
            Session done = shelf.session(id).to(Session.State.COMPLETE);
            shelf.sessions.put(id, done);
            events.happened("checkout.session.completed", shelf.json(done));
        }
    }

    /** After a restart: open sessions expire when they would have. */
    void resume() {
        shelf.sessions.values().stream()
                .filter(session -> session.state() == Session.State.OPEN)
                .forEach(this::expireLater);
    }

    private void expireLater(Session session) {
        kernel.clock().at(session.order().expires(), "stripe expires a session", () -> {
            synchronized (shelf) {
                Session now = shelf.session(session.id());
                if (now.state() == Session.State.OPEN) {
                    expireNow(now);
                }
            }
        });
    }

    private Session expireNow(Session session) {
        Session expired = session.to(Session.State.EXPIRED);
        shelf.sessions.put(session.id(), expired);
        Optional.ofNullable(session.intent())
                .map(shelf::intent)
                .filter(intent -> IntentStatus.CANCELABLE.contains(intent.status()))
                .ifPresent(intent -> acquirer.cancel(intent, "expired"));
        events.happened("checkout.session.expired", shelf.json(expired));
        return expired;
    }
}
