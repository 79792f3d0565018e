package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import io.sampan.money.exchange.Rate;
import io.sampan.money.exchange.Rates;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Today's rates, remembered as they are used; or the rates that a quote froze. */
sealed interface Exchange {
    /** The amount at the reference rate, rounded half up. */
    Money convert(Money amount, Currency to);

    /** Our margin on an amount that was converted. */
    Money spread(Money converted);

    /** Everything used so far. */
    FrozenRates frozen();

    /** Whether an amount of this currency can be converted. */
    boolean knows(Currency currency);

    final class Live implements Exchange {
        private record Pair(Currency from, Currency to) {}

        private final Rates rates;
        private final Map<Pair, Rate> used = new LinkedHashMap<>();

        Live(Rates rates) {
            this.rates = rates;
        }

        @Override
        public Money convert(Money amount, Currency to) {
            return used.computeIfAbsent(new Pair(amount.currency(), to), pair -> rates.mid(pair.from(), pair.to()))
                    .apply(amount);
        }

        @Override
        public Money spread(Money converted) {
            return frozen().spread(converted);
        }

        @Override
        public FrozenRates frozen() {
            return new FrozenRates(List.copyOf(used.values()), rates.spreadPercent());
        }

        @Override
        public boolean knows(Currency currency) {
            return rates.currencies().contains(currency);
        }
    }

    record Frozen(FrozenRates frozen) implements Exchange {
        @Override
        public Money convert(Money amount, Currency to) {
            return frozen.rate(amount.currency(), to).apply(amount);
        }

        @Override
        public Money spread(Money converted) {
            return frozen.spread(converted);
        }

        @Override
        public boolean knows(Currency currency) {
            return frozen.used().stream()
                    .anyMatch(rate -> rate.from().equals(currency) || rate.to().equals(currency));
        }
    }
}
