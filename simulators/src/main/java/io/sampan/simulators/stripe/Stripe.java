package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.SimulatedService;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** Stripe in test mode: its API under /v1, its hosted pages under /c. */
public final class Stripe implements SimulatedService {
    private static final String KEY = "sk_test_simulated0001";
    private static final String WEBHOOK_SECRET = "whsec_simulated0001";

    private final Shelf shelf;
    private final Events events;
    private final Acquirer acquirer;
    private final Sessions sessions;
    private final Refunds refunds;
    private final Disputes disputes;
    private final StripeApi api;
    private final HostedPages pages;

    public Stripe(Kernel kernel) {
        shelf = new Shelf(kernel.books());
        events = new Events(kernel, shelf, WEBHOOK_SECRET);
        acquirer = new Acquirer(kernel, shelf, events);
        sessions = new Sessions(kernel, shelf, events, acquirer);
        refunds = new Refunds(kernel, shelf, events);
        disputes = new Disputes(kernel, shelf, events);
        var intents = new PaymentIntents(kernel, shelf, events, acquirer);
        var customers = new Customers(kernel, shelf);
        api = new StripeApi(kernel, shelf, KEY, new StripeApi.Desk(intents, sessions, refunds, disputes, customers));
        pages = new HostedPages(kernel, shelf, sessions, customers);
    }

    @Override
    public String name() {
        return "stripe";
    }

    /** Faults are armed for a method and a path, since one path may look and act. */
    @Override
    public Handler handler() {
        return new Handler() {
            @Override
            public Answer handle(Question q) {
                return q.path().startsWith("/c/") ? pages.answer(q) : api.answer(q);
            }

            @Override
            public String operation(Question q) {
                return q.method() + " " + q.path();
            }
        };
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        shelf.at(Objects.requireNonNull(addresses.get(name())).toString());
        acquirer.resume();
        sessions.resume();
        refunds.resume();
        disputes.resume();
        events.resume();
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of("secretKey", KEY, "webhookSecret", WEBHOOK_SECRET);
    }

    @Override
    public Object state() {
        synchronized (shelf) {
            var state = Json.object();
            var intents = state.putArray("payment_intents");
            shelf.intents.values().forEach(intent -> intents.add(shelf.json(intent)));
            var charges = state.putArray("charges");
            shelf.charges.values().forEach(charge -> charges.add(charge.json()));
            var refunded = state.putArray("refunds");
            shelf.refunds.values().forEach(refund -> refunded.add(refund.json()));
            var contested = state.putArray("disputes");
            shelf.disputes.values().forEach(dispute -> contested.add(dispute.json()));
            var open = state.putArray("checkout_sessions");
            shelf.sessions.values().forEach(session -> open.add(shelf.json(session)));
            return state.put("events", shelf.events.size());
        }
    }

    @Override
    public Map<String, String> actions() {
        return Map.of(
                "fail-next-refund",
                "late",
                "break-next-request",
                "",
                "set-fee",
                "points fixed",
                "rename-account",
                "name",
                "dispute",
                "payment_intent reason amount inquiry");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        synchronized (shelf) {
            Shelf.Account account = shelf.account();
            switch (action) {
                case "fail-next-refund" -> refunds.failNext("true".equals(form.get("late")));
                case "break-next-request" -> api.breakNext();
                case "dispute" -> dispute(form);
                case "set-fee" ->
                    keep(new Shelf.Account(account.name(), number(form, "points"), number(form, "fixed")));
                case "rename-account" -> keep(new Shelf.Account(name(form), account.feePoints(), account.feeFixed()));
                default ->
                    throw new IllegalArgumentException(
                            "stripe knows " + actions().keySet());
            }
            return Map.of("done", action);
        }
    }

    /** The whole charge is contested unless an amount says otherwise. */
    private void dispute(Map<String, String> form) {
        String charge =
                shelf.intent(form.getOrDefault("payment_intent", "")).progress().charge();
        if (charge == null) {
            throw new IllegalArgumentException("payment_intent: one that was paid");
        }
        Charge contested = shelf.charge(charge);
        String amount = form.getOrDefault("amount", "").strip();
        disputes.begin(
                contested,
                form.getOrDefault("reason", "fraudulent"),
                "true".equals(form.get("inquiry")),
                amount.isEmpty() ? contested.captured() : Long.parseLong(amount));
    }

    private void keep(Shelf.Account account) {
        shelf.accounts.put("account", account);
    }

    private static String name(Map<String, String> form) {
        String name = form.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > 80) {
            throw new IllegalArgumentException("name: 1 to 80 characters");
        }
        return name;
    }

    private static int number(Map<String, String> form, String field) {
        int value = Integer.parseInt(form.getOrDefault(field, "").strip());
        if (value < 0 || value > 10_000) {
            throw new IllegalArgumentException(field + ": 0 to 10000");
        }
        return value;
    }
}
