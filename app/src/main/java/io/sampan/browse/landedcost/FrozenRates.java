package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import io.sampan.money.exchange.Rate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * The exchange rates of a quote.
 *
 * @param used reference rates without margin, each with its day and source
 * @param spreadPercent our margin on what is paid in CNY, shown as a part of its own
 */
public record FrozenRates(List<Rate> used, BigDecimal spreadPercent) {
    public FrozenRates {
        used = List.copyOf(used);
    }

    /** @throws IllegalArgumentException when the quote used no such rate */
    Rate rate(Currency from, Currency to) {
        return used.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(to))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rate from " + from + " to " + to + " was frozen"));
    }

    Money spread(Money converted) {
        return converted.times(spreadPercent.movePointLeft(2));
    }
}
