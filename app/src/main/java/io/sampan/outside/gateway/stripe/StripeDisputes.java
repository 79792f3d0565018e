package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.Dispute;
import io.sampan.outside.gateway.DisputeDesk;
import io.sampan.outside.gateway.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Source: docs/sources/stripe.md "Disputes". */
final class StripeDisputes implements DisputeDesk {
    private static final String DISPUTES = "/v1/disputes";
    private static final String MOST = "100";
    private static final Map<String, String> WITH_PAYMENT = Map.of("expand[]", "payment_intent");

    private final StripeApi api;
    private final StripeUnits units;

    StripeDisputes(StripeApi api, StripeUnits units) {
        this.api = api;
        this.units = units;
    }

    @Override
    public Told<List<String>> since(Instant from) {
        var query = Map.of("created[gte]", Long.toString(from.getEpochSecond()), "limit", MOST);
        return api.get(DISPUTES, query, StripeDispute.Page.class)
                .map(page -> page.data().stream().map(StripeDispute.Known::id).toList());
    }

    @Override
    public Told<Dispute> look(String reference) {
        return api.get(DISPUTES + "/" + reference, WITH_PAYMENT, StripeDispute.class)
                .map(told -> told.dispute(units));
    }

    @Override
    public Told<Dispute> concede(String reference, String key) {
        return api.post(DISPUTES + "/" + reference + "/close", WITH_PAYMENT, key, StripeDispute.class)
                .map(told -> told.dispute(units));
    }

    @Override
    public boolean takesAnswers() {
        return true;
    }

    @Override
    public Told<Dispute> answer(String reference, String text, String key) {
        var fields = Map.of("evidence[uncategorized_text]", text, "submit", "true", "expand[]", "payment_intent");
        return api.post(DISPUTES + "/" + reference, fields, key, StripeDispute.class)
                .map(told -> told.dispute(units));
    }
}
