package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Kernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints under /v1/payment_intents. */
final class PaymentIntents {
    private final Kernel kernel;
    private final Shelf shelf;
    private final Events events;
    private final Acquirer acquirer;

    PaymentIntents(Kernel kernel, Shelf shelf, Events events, Acquirer acquirer) {
        this.kernel = kernel;
        this.shelf = shelf;
        this.events = events;
        this.acquirer = acquirer;
    }

    ObjectNode create(Params p) {
        p.only(
                "amount",
                "currency",
                "capture_method",
                "metadata",
                "description",
                "receipt_email",
                "payment_method_types",
                "automatic_payment_methods",
                "payment_method",
                "confirm",
                "return_url");
        Intent.Terms terms = terms(p);
        String method = p.text("payment_method");
        if (method != null) {
            cardOf(method);
        }
        if (p.yes("confirm")) {
            returnUrl(terms, p.text("return_url"));
        }
        Intent fresh = shelf.keep(Intent.fresh(terms, method));
        events.happened("payment_intent.created", shelf.json(fresh));
        return p.yes("confirm") ? confirmed(fresh, p) : shelf.json(fresh);
    }

    private Intent.Terms terms(Params p) {
        String currency = Coin.taken("currency", p.needed("currency"));
        long amount = Coin.payable("amount", p.neededNumber("amount"), currency);
        List<String> types = p.list("payment_method_types");
        if (!types.isEmpty() && p.yes("automatic_payment_methods[enabled]")) {
            throw StripeError.parameter(
                    "payment_method_types",
                    null,
                    "You may only specify one of these parameters: automatic_payment_methods, payment_method_types.");
        }
        boolean redirects = p.word("automatic_payment_methods[allow_redirects]", "always", "never")
                .equals("always");
        boolean manual = !p.word("capture_method", "automatic", "automatic_async", "manual")
                .startsWith("auto");
        String id = shelf.ids.id("pi");
        return new Intent.Terms(
                id,
                kernel.clock().now(),
                amount,
                currency,
                manual,
                p.map("metadata"),
                p.text("description"),
                p.text("receipt_email"),
                types.isEmpty() ? List.of("card", "link") : types,
                types.isEmpty(),
                redirects,
                shelf.ids.secret(id),
                null);
    }

    ObjectNode update(String id, Params p) {
        p.only("amount", "metadata", "description", "receipt_email");
        Intent intent = shelf.intent(id);
        Intent.Terms old = intent.terms();
        Long amount = p.number("amount");
        if (amount != null && !IntentStatus.CHANGEABLE.contains(intent.status())) {
            throw wrongState(
                    intent,
                    "This PaymentIntent's amount could not be updated because it has a status of "
                            + intent.status().wire() + ".");
        }
        var metadata = new LinkedHashMap<>(old.metadata());
        p.map("metadata").forEach((key, value) -> {
            if (value.isEmpty()) {
                metadata.remove(key);
            } else {
                metadata.put(key, value);
            }
        });
        var terms = new Intent.Terms(
                old.id(),
                old.created(),
                amount == null ? old.amount() : Coin.payable("amount", amount, old.currency()),
                old.currency(),
                old.manualCapture(),
                metadata,
                p.text("description") == null ? old.description() : p.text("description"),
                p.text("receipt_email") == null ? old.receiptEmail() : p.text("receipt_email"),
                old.types(),
                old.automatic(),
                old.redirects(),
                old.clientSecret(),
                old.session());
        return shelf.json(shelf.keep(new Intent(terms, intent.progress())));
    }

    ObjectNode confirm(String id, Params p) {
        return confirmed(shelf.intent(id), p.only("payment_method", "return_url", "receipt_email"));
    }

    private ObjectNode confirmed(Intent intent, Params p) {
        if (!IntentStatus.CONFIRMABLE.contains(intent.status())) {
            throw wrongState(
                    intent,
                    "This PaymentIntent's status is " + intent.status().wire() + ", but must be one of "
                            + words(IntentStatus.CONFIRMABLE) + " to be confirmed.");
        }
        String given = p.text("payment_method");
        String method = given != null ? given : intent.progress().method();
        if (method == null) {
            throw wrongState(
                    intent,
                    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update"
                            + " the PaymentIntent with a payment method and then confirm it again, or confirm it again"
                            + " directly with a payment method.");
        }
        TestCard card = cardOf(method);
        String back = returnUrl(intent.terms(), p.text("return_url"));
        Intent tried = acquirer.attempt(intent, Optional.of(card), back);
        PaymentError refusal = tried.progress().lastError();
        if (tried.status() == IntentStatus.REQUIRES_PAYMENT_METHOD && refusal != null) {
            throw StripeError.card(refusal, shelf.json(tried));
        }
        return shelf.json(tried);
    }

    private static @Nullable String returnUrl(Intent.Terms terms, @Nullable String given) {
        if (given == null && terms.automatic() && terms.redirects()) {
            throw StripeError.parameter(
                    "return_url",
                    null,
                    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some"
                            + " of these payment methods might redirect your customer off of your page, you must"
                            + " provide a `return_url`.");
        }
        if (given != null && !given.matches("https?://.+")) {
            throw StripeError.parameter("return_url", "url_invalid", "Not a valid URL");
        }
        return given;
    }

    ObjectNode capture(String id, Params p) {
        p.only("amount_to_capture", "metadata");
        Intent intent = shelf.intent(id);
        if (intent.status() != IntentStatus.REQUIRES_CAPTURE) {
            throw wrongState(
                    intent,
                    "This PaymentIntent could not be captured because it has a status of "
                            + intent.status().wire()
                            + ". Only a PaymentIntent with one of the following statuses may be captured:"
                            + " requires_capture.");
        }
        long held = intent.progress().capturable();
        long amount = p.number("amount_to_capture", held);
        if (amount < 1) {
            throw StripeError.parameter(
                    "amount_to_capture", "parameter_invalid_integer", "This value must be greater than or equal to 1.");
        }
        if (amount > held) {
            throw StripeError.parameter(
                    "amount_to_capture",
                    "amount_too_large",
                    "The amount_to_capture is greater than the amount that was authorised: at most " + held + ".");
        }
        return shelf.json(acquirer.capture(intent, amount));
    }

    ObjectNode cancel(String id, Params p) {
        p.only("cancellation_reason");
        Intent intent = shelf.intent(id);
        if (!IntentStatus.CANCELABLE.contains(intent.status())) {
            throw wrongState(
                    intent,
                    "You cannot cancel this PaymentIntent because it has a status of "
                            + intent.status().wire()
                            + ". Only a PaymentIntent with one of the following statuses may be canceled: "
                            + words(IntentStatus.CANCELABLE) + ".");
        }
        String session = intent.terms().session();
        if (session != null && shelf.session(session).state() == Session.State.OPEN) {
            throw StripeError.state(
                    null,
                    "You cannot cancel PaymentIntents created by Checkout while the Checkout Session is open. Expire the"
                            + " Checkout Session instead.");
        }
        String reason = p.text("cancellation_reason") == null
                ? null
                : p.word("cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned");
        return shelf.json(acquirer.cancel(intent, reason));
    }

    ObjectNode list(Params p) {
        p.only("limit", "starting_after");
        return shelf.page(shelf.intents.values(), p, "/v1/payment_intents", shelf::json);
    }

    private StripeError wrongState(Intent intent, String message) {
        return StripeError.state("payment_intent_unexpected_state", message).about(shelf.json(intent));
    }

    private static TestCard cardOf(String method) {
        return TestCard.ofMethod(method).orElseThrow(() -> {
            return StripeError.parameter(
                    "payment_method", "resource_missing", "No such PaymentMethod: '" + method + "'");
        });
    }

    private static String words(Set<IntentStatus> states) {
        return states.stream().map(IntentStatus::wire).collect(Collectors.joining(", "));
    }
}
