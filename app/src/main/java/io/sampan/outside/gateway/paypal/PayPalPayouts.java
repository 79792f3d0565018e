package io.sampan.outside.gateway.paypal;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayoutDesk;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Told;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One item in each batch, so that each has an outcome of its own. Source: docs/sources/paypal.md "Payouts". */
final class PayPalPayouts implements PayoutDesk {
    private static final String PAYOUTS = "/v1/payments/payouts";
    private static final String DUPLICATE = "sender_batch_id";
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,60}\\.[^@\\s.]{2,30}");

    private final PayPalApi api;
    private final PayPalUnits units;

    PayPalPayouts(PayPalApi api, PayPalUnits units) {
        this.api = api;
        this.units = units;
    }

    @Override
    public boolean canPay(String receiver) {
        return EMAIL.matcher(receiver).matches();
    }

    @Override
    public Returned pay(String receiver, Money amount, String key) {
        PayPalAmount told;
        try {
            told = units.amount(amount);
        } catch (ArithmeticException tooFine) {
            return new Returned.Refused("DECIMAL_PRECISION");
        }
        var item = Map.of(
                "recipient_type",
                "EMAIL",
                "receiver",
                receiver,
                "sender_item_id",
                key,
                "amount",
                Map.of("currency", told.currencyCode(), "value", told.value()));
        var body = Map.of("sender_batch_header", Map.of("sender_batch_id", key), "items", List.of(item));
        return returned(api.post(PAYOUTS, body, key, PayPalPayout.class));
    }

    @Override
    public Returned look(String payoutReference) {
        return returned(api.get(PAYOUTS + "/" + payoutReference, PayPalPayout.class));
    }

    private static Returned returned(Told<PayPalPayout> told) {
        return switch (told) {
            case Told.Yes<PayPalPayout>(var payout) -> payout.returned();
            // It exists: what came of it must be found out, not paid again.
            case Told.No<PayPalPayout>(var code) when code.contains(DUPLICATE) -> new Returned.Unclear(code);
            case Told.No<PayPalPayout>(var code) -> new Returned.Refused(code);
            case Told.Later<PayPalPayout> later -> new Returned.Unclear(later.why());
            case Told.Lost<PayPalPayout>(var why) -> new Returned.Unclear(why);
        };
    }
}
