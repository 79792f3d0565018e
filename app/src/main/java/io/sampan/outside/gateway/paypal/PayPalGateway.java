package io.sampan.outside.gateway.paypal;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.AccountReport;
import io.sampan.outside.gateway.DisputeDesk;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.PayoutDesk;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import io.sampan.outside.gateway.Told;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders v2 with the intent AUTHORIZE: the shopper approves on PayPal's page, then we authorise and capture. Our reference of a payment is the
 * order's id.
 */
final class PayPalGateway implements Gateway {
    static final String NAME = "paypal";

    private static final String ORDERS = "/v2/checkout/orders";
    private static final String AUTHORIZATIONS = "/v2/payments/authorizations/";
    private static final String CAPTURES = "/v2/payments/captures/";
    private static final String REFUNDS = "/v2/payments/refunds/";
    private static final String GONE = "INVALID_RESOURCE_ID";
    private static final int LONGEST_DESCRIPTION = 127;

    /** The money was not to be had; the shopper may choose another purse. Source: docs/sources/paypal.md "Declines". */
    private static final Set<String> DECLINES =
            Set.of("INSTRUMENT_DECLINED", "PAYER_ACTION_REQUIRED", "PAYER_CANNOT_PAY", "TRANSACTION_REFUSED");

    private final PayPalApi api;
    private final PayPalUnits units;
    private final PayPalSettings settings;
    private final Clock clock;

    PayPalGateway(PayPalApi api, PayPalUnits units, PayPalSettings settings, Clock clock) {
        this.api = api;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<AccountReport> report() {
        return Optional.of(new PayPalReport(api, units));
    }

    @Override
    public Opened open(Demand demand) {
        PayPalAmount amount;
        try {
            amount = units.amount(demand.amount());
        } catch (ArithmeticException tooFine) {
            return new Opened.Refused("DECIMAL_PRECISION");
        }
        return switch (api.post(ORDERS, order(demand, amount), demand.key(), PayPalOrder.class)) {
            case Told.Yes<PayPalOrder>(var order) ->
                order.page()
                        .<Opened>map(page -> new Opened.Ready(
                                order.id(), page, clock.instant().plus(settings.pageLife())))
                        .orElseGet(() -> new Opened.Unclear("An order without a page"));
            case Told.No<PayPalOrder>(var code) -> new Opened.Refused(code);
            case Told.Later<PayPalOrder>(var after, var why) -> new Opened.Later(after, why);
            case Told.Lost<PayPalOrder>(var why) -> new Opened.Unclear(why);
        };
    }

    @Override
    public Standing look(String gatewayReference) {
        return switch (order(gatewayReference)) {
            case Told.Yes<PayPalOrder>(var order) -> order.standing(units);
            // An order that nobody approved in time is forgotten, and with it the claim to any money.
            case Told.No<PayPalOrder>(var code) when code.equals(GONE) -> new Standing.Closed("expired");
            case Told.No<PayPalOrder>(var code) -> new Standing.Refused(code);
            case Told.Later<PayPalOrder> later -> new Standing.Unclear(later.why());
            case Told.Lost<PayPalOrder>(var why) -> new Standing.Unclear(why);
        };
    }

    @Override
    public Standing capture(String gatewayReference, Money amount, String key) {
        var told = order(gatewayReference);
        if (told instanceof Told.Yes<PayPalOrder>(var order)
                && order.authorization().isEmpty()) {
            told = api.post(
                    ORDERS + "/" + gatewayReference + "/authorize", Map.of(), key + ":authorize", PayPalOrder.class);
        }
        return switch (told) {
            case Told.Yes<PayPalOrder>(var order) -> captured(order, amount, key);
            case Told.No<PayPalOrder>(var code) when DECLINES.contains(code) -> new Standing.Open(code);
            case Told.No<PayPalOrder>(var code) -> new Standing.Refused(code);
            case Told.Later<PayPalOrder> later -> new Standing.Unclear(later.why());
            case Told.Lost<PayPalOrder>(var why) -> new Standing.Unclear(why);
        };
    }

    private Standing captured(PayPalOrder order, Money amount, String key) {
        var authorization = order.authorization();
        if (authorization.isEmpty()) {
            return new Standing.Refused("nothing-authorised");
        }
        var path = AUTHORIZATIONS + authorization.get().id() + "/capture";
        var body = Map.of("amount", units.amount(amount), "final_capture", true);
        return switch (api.post(path, body, key, PayPalOrder.Capture.class)) {
            case Told.Yes<PayPalOrder.Capture>(var capture) -> capture.standing(units);
            case Told.No<PayPalOrder.Capture>(var code) -> new Standing.Refused(code);
            case Told.Later<PayPalOrder.Capture> later -> new Standing.Unclear(later.why());
            case Told.Lost<PayPalOrder.Capture>(var why) -> new Standing.Unclear(why);
        };
    }

    /** An authorisation is voided. An order without one needs nothing: PayPal moves no money of which we do not ask it. */
    @Override
    public Standing cancel(String gatewayReference, String key) {
        var told = order(gatewayReference);
        if (!(told instanceof Told.Yes<PayPalOrder>(var order))) {
            return look(gatewayReference);
        }
        var authorization = order.authorization();
        if (authorization.isEmpty()) {
            return new Standing.Closed("let-go");
        }
        if (authorization.get().status().equals("CREATED")) {
            api.post(
                    AUTHORIZATIONS + authorization.get().id() + "/void",
                    Map.of(),
                    key,
                    PayPalOrder.Authorization.class);
        }
        return look(gatewayReference);
    }

    /** Looks for the refund first: PayPal forgets idempotency keys. Source: docs/sources/paypal.md "Idempotency". */
    @Override
    public Returned refund(String gatewayReference, Money amount, String key) {
        var told = order(gatewayReference);
        if (!(told instanceof Told.Yes<PayPalOrder>(var order))) {
            return new Returned.Unclear("The payment could not be looked at: " + told.why());
        }
        var before = order.refund(key);
        if (before.isPresent()) {
            return before.get().returned();
        }
        var capture = order.captures().findFirst();
        if (capture.isEmpty()) {
            return new Returned.Refused("nothing-captured");
        }
        var body = Map.of("amount", units.amount(amount), "custom_id", key);
        return returned(api.post(CAPTURES + capture.get().id() + "/refund", body, key, PayPalOrder.Refund.class));
    }

    @Override
    public Returned lookAtRefund(String refundReference) {
        return returned(api.get(REFUNDS + refundReference, PayPalOrder.Refund.class));
    }

    @Override
    public Optional<DisputeDesk> disputes() {
        return Optional.of(new PayPalDisputes(api, units));
    }

    @Override
    public Optional<PayoutDesk> payouts() {
        return Optional.of(new PayPalPayouts(api, units));
    }

    private static Returned returned(Told<PayPalOrder.Refund> told) {
        return switch (told) {
            case Told.Yes<PayPalOrder.Refund>(var refund) -> refund.returned();
            case Told.No<PayPalOrder.Refund>(var code) -> new Returned.Refused(code);
            case Told.Later<PayPalOrder.Refund> later -> new Returned.Unclear(later.why());
            case Told.Lost<PayPalOrder.Refund>(var why) -> new Returned.Unclear(why);
        };
    }

    private Told<PayPalOrder> order(String reference) {
        return api.get(ORDERS + "/" + reference, PayPalOrder.class);
    }

    private static Map<String, Object> order(Demand demand, PayPalAmount amount) {
        var name = demand.description();
        int shown = Math.min(name.codePointCount(0, name.length()), LONGEST_DESCRIPTION);
        var unit = Map.of(
                "amount", amount,
                "custom_id", demand.key(),
                "description", name.substring(0, name.offsetByCodePoints(0, shown)));
        var context = Map.of(
                "return_url",
                demand.success().toString(),
                "cancel_url",
                demand.cancel().toString(),
                "user_action",
                "PAY_NOW",
                "shipping_preference",
                "NO_SHIPPING");
        return Map.of(
                "intent",
                "AUTHORIZE",
                "purchase_units",
                List.of(unit),
                "payment_source",
                Map.of("paypal", Map.of("experience_context", context)));
    }
}
