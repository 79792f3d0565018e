package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.AccountReport;
import io.sampan.outside.gateway.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Source: docs/sources/stripe.md "Balance transactions". */
final class StripeReport implements AccountReport {
    private static final String MOVEMENTS = "/v1/balance_transactions";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    private final StripeApi api;
    private final StripeUnits units;

    StripeReport(StripeApi api, StripeUnits units) {
        this.api = api;
        this.units = units;
    }

    @Override
    public Instant wholeUntil(Instant now) {
        return now;
    }

    @Override
    public Told<List<Moved>> moved(Instant from, Instant until) {
        var all = new ArrayList<Moved>();
        var query = new HashMap<String, String>();
        query.put("created[gte]", Long.toString(from.getEpochSecond()));
        query.put("created[lt]", Long.toString(until.getEpochSecond()));
        query.put("limit", Integer.toString(PAGE));
        query.put("expand[]", "data.source");
        for (int page = 0; page < MOST_PAGES; page++) {
            var told = api.get(MOVEMENTS, query, StripeMovement.Page.class);
            if (!(told instanceof Told.Yes<StripeMovement.Page>(var found))) {
                return told.map(_ -> List.of());
            }
            found.data().forEach(one -> all.add(one.moved(units)));
            if (!found.hasMore() || found.data().isEmpty()) {
                return new Told.Yes<>(List.copyOf(all));
            }
            query.put("starting_after", found.data().getLast().id());
        }
        return new Told.No<>("more-than-" + PAGE * MOST_PAGES);
    }
}
