package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.SavedMethods;
import io.sampan.outside.gateway.Told;
import java.util.List;
import java.util.Map;

/** Cards that shoppers let Stripe keep, on its own page. Source: docs/sources/stripe.md "Customers". */
final class StripeSavedMethods implements SavedMethods {
    static final String CARD = "card";

    private static final String CUSTOMERS = "/v1/customers";
    private static final String MOST = "20";

    private final StripeApi api;

    StripeSavedMethods(StripeApi api) {
        this.api = api;
    }

    @Override
    public boolean keeps(String method) {
        return method.equals(CARD);
    }

    @Override
    public Told<String> know(String key) {
        return api.post(CUSTOMERS, Map.of("metadata[account]", key), "customer:" + key, StripeCustomer.class)
                .map(StripeCustomer::id);
    }

    @Override
    public Told<List<Kept>> of(String customer) {
        var query = Map.of("type", CARD, "limit", MOST);
        return api.get(CUSTOMERS + "/" + customer + "/payment_methods", query, StripeCustomer.Methods.class)
                .map(found ->
                        found.data().stream().map(StripeCustomer.Method::kept).toList());
    }

    @Override
    public Told<String> forget(String reference) {
        return api.post(
                        "/v1/payment_methods/" + reference + "/detach",
                        Map.of(),
                        "detach:" + reference,
                        StripeCustomer.class)
                .map(StripeCustomer::id);
    }
}
