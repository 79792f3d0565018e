package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a shopper's browser does on Stripe's own pages: pay, be refused and try again, pass a challenge, turn back. */
final class HostedPages {
    private final Kernel kernel;
    private final Shelf shelf;
    private final Sessions sessions;
    private final Customers customers;

    HostedPages(Kernel kernel, Shelf shelf, Sessions sessions, Customers customers) {
        this.kernel = kernel;
        this.shelf = shelf;
        this.sessions = sessions;
        this.customers = customers;
    }

    Answer answer(Question q) {
        String id = q.path().substring(q.path().lastIndexOf('/') + 1);
        boolean post = q.method().equals("POST");
        Answer answer;
        synchronized (shelf) {
            try {
                if (q.path().equals("/c/pay/" + id)) {
                    answer = post ? pay(shelf.session(id), q) : show(shelf.session(id), q);
                } else if (q.path().equals("/c/challenge/" + id)) {
                    Intent intent = shelf.intent(id);
                    answer = post ? challenged(intent, q) : challenge(intent);
                } else {
                    answer = Answer.html(HostedHtml.notice(account(), "Nothing is here", "", ""));
                }
            } catch (StripeError nothing) {
                answer = Answer.html(HostedHtml.notice(account(), "This page does not exist", "", ""));
            }
        }
        return answer.with("Cache-Control", "no-store")
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "no-referrer");
    }

    private Answer show(Session session, Question q) {
        if (session.state() == Session.State.OPEN && local(session).isPresent()) {
            return bank(session);
        }
        return switch (session.state()) {
            case OPEN ->
                page(session, prefilled(session, q), q.query().containsKey("card") ? Map.of() : lastFault(session));
            case COMPLETE ->
                Answer.html(HostedHtml.notice(
                        account(),
                        "You're all done here",
                        session.success(),
                        "Back to " + account().name()));
            case EXPIRED -> expired(session);
        };
    }

    private Answer page(Session session, CardForm form, Map<String, String> faults) {
        String customer = session.order().customer();
        List<Customer.Kept> kept = customer == null ? List.of() : customers.of(customer);
        return Answer.html(HostedHtml.pay(account(), session, kept, form, faults));
    }

    private static Optional<LocalMethod> local(Session session) {
        return LocalMethod.of(session.order().way());
    }

    private Answer bank(Session session) {
        String label = local(session).map(LocalMethod::label).orElse("");
        return Answer.html(
                HostedHtml.bank(account(), session, label, lastFault(session).getOrDefault("card", "")));
    }

    private Answer expired(Session session) {
        String back = session.order().cancelUrl();
        return Answer.html(HostedHtml.notice(
                account(),
                "This page has expired",
                back == null ? "" : back,
                "Back to " + account().name()));
    }

    private static CardForm prefilled(Session session, Question q) {
        String email = session.email() == null ? "" : session.email();
        return TestCard.ofNumber(q.query().getOrDefault("card", ""))
                .map(card -> new CardForm(
                        email.isEmpty() ? "shopper@example.com" : email, card.number(), "12/34", "123", "Test Shopper"))
                .orElse(new CardForm(email, "", "", "", ""));
    }

    private Map<String, String> lastFault(Session session) {
        String intent = session.intent();
        PaymentError fault =
                intent == null ? null : shelf.intent(intent).progress().lastError();
        return fault == null ? Map.of() : Map.of("card", fault.message());
    }

    private Answer pay(Session session, Question q) {
        if (session.state() == Session.State.COMPLETE) {
            return Answer.redirect(session.success());
        }
        if (session.state() == Session.State.EXPIRED) {
            return expired(session);
        }
        var local = local(session);
        if (local.isPresent()) {
            Intent tried = sessions.confirm(
                    session, local.get(), "authorize".equals(q.form().get("outcome")));
            return switch (tried.status()) {
                case SUCCEEDED, REQUIRES_CAPTURE, PROCESSING -> Answer.redirect(session.success());
                case REQUIRES_ACTION, REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, CANCELED ->
                    bank(shelf.session(session.id()));
            };
        }
        String customer = session.order().customer();
        var kept = customer == null
                ? Optional.<Customer.Kept>empty()
                : customers.chosen(customer, q.form().getOrDefault("kept", ""));
        CardForm form = CardForm.of(q.form());
        Map<String, String> faults =
                kept.isPresent() ? Map.of() : form.faults(kernel.clock().now());
        if (!faults.isEmpty()) {
            return page(session, form, faults);
        }
        Intent tried = sessions.pay(session, kept.map(Customer.Kept::number).orElse(form.number()), form.email());
        if (q.form().containsKey("keep") && tried.status() != IntentStatus.REQUIRES_PAYMENT_METHOD) {
            customers.keep(session.order(), form);
        }
        return switch (tried.status()) {
            case SUCCEEDED, REQUIRES_CAPTURE, PROCESSING -> Answer.redirect(session.success());
            case REQUIRES_ACTION -> Answer.redirect("/c/challenge/" + tried.id());
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, CANCELED ->
                page(session, form, lastFault(shelf.session(session.id())));
        };
    }

    private Answer challenge(Intent intent) {
        return intent.status() == IntentStatus.REQUIRES_ACTION
                ? Answer.html(HostedHtml.challenge(account(), intent))
                : onward(intent);
    }

    private Answer challenged(Intent intent, Question q) {
        return onward(sessions.challenged(intent, "complete".equals(q.form().get("outcome"))));
    }

    /** Back to where the shopper came from: the session's page or its end, or the merchant's return_url. */
    private Answer onward(Intent intent) {
        String id = intent.terms().session();
        if (id != null) {
            Session session = shelf.session(id);
            return Answer.redirect(
                    session.state() == Session.State.COMPLETE ? session.success() : "/c/pay/" + session.id());
        }
        String back = intent.progress().returnUrl();
        if (back == null) {
            return Answer.html(HostedHtml.notice(account(), "You can close this page", "", ""));
        }
        boolean through = intent.status() == IntentStatus.SUCCEEDED || intent.status() == IntentStatus.REQUIRES_CAPTURE;
        return Answer.redirect(back + (back.contains("?") ? "&" : "?") + "payment_intent=" + encoded(intent.id())
                + "&payment_intent_client_secret=" + encoded(intent.terms().clientSecret())
                + "&redirect_status=" + (through ? "succeeded" : "failed"));
    }

    private Shelf.Account account() {
        return shelf.account();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
