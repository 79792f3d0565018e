package io.sampan.outside.gateway.paypal;

import io.sampan.outside.gateway.Dispute;
import io.sampan.outside.gateway.DisputeDesk;
import io.sampan.outside.gateway.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** PayPal wants evidence as files, which an operator gives on PayPal's own pages. Source: docs/sources/paypal.md "Disputes". */
final class PayPalDisputes implements DisputeDesk {
    private static final String DISPUTES = "/v1/customer/disputes";

    private final PayPalApi api;
    private final PayPalUnits units;

    PayPalDisputes(PayPalApi api, PayPalUnits units) {
        this.api = api;
        this.units = units;
    }

    @Override
    public Told<List<String>> since(Instant from) {
        var path = DISPUTES + "?page_size=50&start_time=" + from.truncatedTo(ChronoUnit.SECONDS);
        return api.get(path, PayPalDispute.Page.class)
                .map(page -> page.items() == null
                        ? List.of()
                        : page.items().stream()
                                .map(PayPalDispute.Known::disputeId)
                                .toList());
    }

    @Override
    public Told<Dispute> look(String reference) {
        return api.get(DISPUTES + "/" + reference, PayPalDispute.class).map(told -> told.dispute(units));
    }

    /** PayPal answers with links alone: what came of it, a look tells. */
    @Override
    public Told<Dispute> concede(String reference, String key) {
        var body = Map.of("accept_claim_type", "REFUND", "note", "We accept the claim.");
        return api.post(DISPUTES + "/" + reference + "/accept-claim", body, key, Map.class)
                .then(_ -> look(reference));
    }

    @Override
    public boolean takesAnswers() {
        return false;
    }

    @Override
    public Told<Dispute> answer(String reference, String text, String key) {
        return new Told.No<>("answer-at-paypal");
    }
}
