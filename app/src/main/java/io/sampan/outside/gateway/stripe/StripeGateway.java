package io.sampan.outside.gateway.stripe;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.AccountReport;
import io.sampan.outside.gateway.DisputeDesk;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.SavedMethods;
import io.sampan.outside.gateway.Standing;
import io.sampan.outside.gateway.Told;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stripe's hosted page (Checkout Session), with manual capture where the method can do it. Our reference of a payment is the session's id: the session exists before the
 * shopper pays, and opening again with the same key gives the same one.
 */
final class StripeGateway implements Gateway {
    static final String NAME = "stripe";
    /** Names under which our ids travel as metadata. */
    static final String PAYMENT = "payment";

    static final String REFUND = "refund";

    private static final int LONGEST_NAME = 250;
    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String INTENTS = "/v1/payment_intents/";
    private static final String REFUNDS = "/v1/refunds";
    private static final String MOST_REFUNDS = "100";

    // Source: docs/sources/stripe.md "Checkout Session", locale.
    private static final Set<String> LANGUAGES = Set.of(
            "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr", "hu",
            "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl",
            "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW");

    /** Methods whose money can be held before it is taken; by the others it is taken at once. Source: docs/sources/stripe.md "Methods". */
    private static final Set<String> HELD_FIRST = Set.of("card", "klarna");

    private final StripeApi api;
    private final StripeUnits units;

    StripeGateway(StripeApi api, StripeUnits units) {
        this.api = api;
        this.units = units;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Opened open(Demand demand) {
        return switch (api.post(SESSIONS, fields(demand), demand.key(), StripeSession.class)) {
            case Told.Yes<StripeSession>(var session) -> {
                var page = session.url();
                yield page == null
                        ? new Opened.Unclear("A session without a page")
                        : new Opened.Ready(session.id(), page, session.expires());
            }
            case Told.No<StripeSession>(var code) -> new Opened.Refused(code);
            case Told.Later<StripeSession>(Duration after, var why) -> new Opened.Later(after, why);
            case Told.Lost<StripeSession>(var why) -> new Opened.Unclear(why);
        };
    }

    @Override
    public Optional<SavedMethods> savedMethods() {
        return Optional.of(new StripeSavedMethods(api));
    }

    @Override
    public Optional<AccountReport> report() {
        return Optional.of(new StripeReport(api, units));
    }

    @Override
    public Standing look(String gatewayReference) {
        return standing(session(gatewayReference));
    }

    @Override
    public Standing capture(String gatewayReference, Money amount, String key) {
        var told = session(gatewayReference);
        if (!(told instanceof Told.Yes<StripeSession>(var session))) {
            return standing(told);
        }
        var intent = session.paymentIntent();
        if (intent == null) {
            return new Standing.Refused("nothing-authorised");
        }
        var fields = Map.of(
                "amount_to_capture",
                Long.toString(units.count(amount)),
                "expand[]",
                "latest_charge.balance_transaction");
        return switch (api.post(INTENTS + intent.id() + "/capture", fields, key, StripeIntent.class)) {
            case Told.Yes<StripeIntent>(var captured) -> captured.standing(units);
            case Told.No<StripeIntent>(var code) -> new Standing.Refused(code);
            case Told.Later<StripeIntent> later -> new Standing.Unclear(later.why());
            case Told.Lost<StripeIntent>(var why) -> new Standing.Unclear(why);
        };
    }

    /** An open session is expired, an intent of a completed one cancelled; what came of it, a fresh look tells. */
    @Override
    public Standing cancel(String gatewayReference, String key) {
        var told = session(gatewayReference);
        if (!(told instanceof Told.Yes<StripeSession>(var session))) {
            return standing(told);
        }
        var intent = session.paymentIntent();
        if (session.isOpen()) {
            api.post(SESSIONS + "/" + session.id() + "/expire", Map.of(), key, StripeSession.class);
        } else if (intent != null && session.standing(units) instanceof Standing.Authorised) {
            api.post(INTENTS + intent.id() + "/cancel", Map.of(), key, StripeIntent.class);
        }
        return look(gatewayReference);
    }

    /**
     * Looks for the refund first: Stripe forgets idempotency keys after a day, and a refund may be asked again after a longer silence.
     * Source: docs/sources/stripe.md "Idempotency".
     */
    @Override
    public Returned refund(String gatewayReference, Money amount, String key) {
        var told = session(gatewayReference);
        if (!(told instanceof Told.Yes<StripeSession>(var session))) {
            return new Returned.Unclear("The payment could not be looked at");
        }
        var intent = session.paymentIntent();
        if (intent == null) {
            return new Returned.Refused("nothing-captured");
        }
        var query = Map.of("payment_intent", intent.id(), "limit", MOST_REFUNDS);
        return switch (api.get(REFUNDS, query, StripeRefund.Page.class)) {
            case Told.Yes<StripeRefund.Page>(var page) ->
                page.data().stream()
                        .filter(refund -> refund.isOurs(key))
                        .findFirst()
                        .map(StripeRefund::returned)
                        .orElseGet(() -> refundNow(intent.id(), amount, key));
            case Told.No<StripeRefund.Page>(var code) -> new Returned.Unclear(code);
            case Told.Later<StripeRefund.Page> later -> new Returned.Unclear(later.why());
            case Told.Lost<StripeRefund.Page>(var why) -> new Returned.Unclear(why);
        };
    }

    @Override
    public Returned lookAtRefund(String refundReference) {
        return returned(api.get(REFUNDS + "/" + refundReference, Map.of(), StripeRefund.class));
    }

    private Returned refundNow(String intent, Money amount, String key) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("payment_intent", intent);
        fields.put("amount", Long.toString(units.count(amount)));
        fields.put("metadata[" + REFUND + "]", key);
        return returned(api.post(REFUNDS, fields, key, StripeRefund.class));
    }

    private static Returned returned(Told<StripeRefund> told) {
        return switch (told) {
            case Told.Yes<StripeRefund>(var refund) -> refund.returned();
            case Told.No<StripeRefund>(var code) -> new Returned.Refused(code);
            case Told.Later<StripeRefund> later -> new Returned.Unclear(later.why());
            case Told.Lost<StripeRefund>(var why) -> new Returned.Unclear(why);
        };
    }

    @Override
    public Optional<DisputeDesk> disputes() {
        return Optional.of(new StripeDisputes(api, units));
    }

    private Told<StripeSession> session(String reference) {
        var query = Map.of("expand[]", "payment_intent.latest_charge.balance_transaction");
        return api.get(SESSIONS + "/" + reference, query, StripeSession.class);
    }

    private Standing standing(Told<StripeSession> told) {
        return switch (told) {
            case Told.Yes<StripeSession>(var session) -> session.standing(units);
            case Told.No<StripeSession>(var code) -> new Standing.Refused(code);
            case Told.Later<StripeSession> later -> new Standing.Unclear(later.why());
            case Told.Lost<StripeSession>(var why) -> new Standing.Unclear(why);
        };
    }

    private Map<String, String> fields(Demand demand) {
        var name = demand.description();
        var fields = new LinkedHashMap<String, String>();
        fields.put("mode", "payment");
        fields.put("client_reference_id", demand.key());
        fields.put("line_items[0][quantity]", "1");
        fields.put("line_items[0][price_data][currency]", StripeUnits.code(demand.amount()));
        fields.put("line_items[0][price_data][unit_amount]", Long.toString(units.count(demand.amount())));
        fields.put(
                "line_items[0][price_data][product_data][name]",
                name.substring(
                        0, name.offsetByCodePoints(0, Math.min(name.codePointCount(0, name.length()), LONGEST_NAME))));
        fields.put("payment_method_types[0]", demand.method());
        if (HELD_FIRST.contains(demand.method())) {
            fields.put("payment_intent_data[capture_method]", "manual");
        }
        fields.put("payment_intent_data[metadata][" + PAYMENT + "]", demand.key());
        fields.put("metadata[" + PAYMENT + "]", demand.key());
        fields.put("success_url", demand.success().toString());
        fields.put("cancel_url", demand.cancel().toString());
        fields.put("locale", language(demand.locale()));
        var customer = demand.customer();
        if (customer != null && demand.method().equals(StripeSavedMethods.CARD)) {
            fields.put("customer", customer);
            fields.put("saved_payment_method_options[payment_method_save]", "enabled");
        }
        return fields;
    }

    private static String language(Locale locale) {
        var tag = locale.toLanguageTag();
        if (LANGUAGES.contains(tag)) {
            return tag;
        }
        return LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "auto";
    }
}
