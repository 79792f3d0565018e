package io.sampan.outside.gateway.paypal;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.AccountReport;
import io.sampan.outside.gateway.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Source: docs/sources/paypal.md "Transaction Search". */
final class PayPalReport implements AccountReport {
    private static final String SEARCH =
            "/v1/reporting/transactions?fields=transaction_info&page_size=%d&page=%d&start_date=%s&end_date=%s";
    private static final Duration LATE = Duration.ofHours(3);
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final PayPalApi api;
    private final PayPalUnits units;

    PayPalReport(PayPalApi api, PayPalUnits units) {
        this.api = api;
        this.units = units;
    }

    @Override
    public Instant wholeUntil(Instant now) {
        return now.minus(LATE);
    }

    @Override
    public Told<List<Moved>> moved(Instant from, Instant until) {
        var all = new ArrayList<Moved>();
        // Its end is asked for in whole seconds, and belongs to what is asked for.
        var last = until.minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        for (int page = 1; page <= MOST_PAGES; page++) {
            var told = api.get(
                    SEARCH.formatted(PAGE, page, from.truncatedTo(ChronoUnit.SECONDS), last), PayPalTransactions.class);
            if (!(told instanceof Told.Yes<PayPalTransactions>(var found))) {
                return told.map(_ -> List.of());
            }
            found.happened().forEach(info -> all.add(moved(info)));
            if (page >= found.totalPages()) {
                return new Told.Yes<>(List.copyOf(all));
            }
        }
        return new Told.No<>("more-than-" + PAGE * MOST_PAGES);
    }

    private Moved moved(PayPalTransactions.Info info) {
        var custom = info.customField();
        var gross = units.money(info.transactionAmount());
        var taken = info.feeAmount();
        var fee = taken == null
                ? Money.zero(gross.currency())
                : units.money(taken).negated();
        var key = custom == null || custom.isBlank() ? info.transactionId() : custom;
        return new Moved(
                key, gross.minus(fee), fee, info.transactionInitiationDate().toInstant());
    }
}
