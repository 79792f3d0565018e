package io.sampan.money.exchange;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A reference rate between two currencies, without any margin. Kept with a quote, it makes the same amounts years later.
 *
 * @param value how many main units of {@code to} one main unit of {@code from} is worth; positive, at most 16 significant digits
 */
public record Rate(Currency from, Currency to, BigDecimal value, RateStamp stamp) {
    public Rate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("A rate is positive: " + value);
        }
    }

    /**
     * The amount at this rate, rounded half up to the target currency's smallest unit.
     *
     * @throws IllegalArgumentException when the amount is not in {@link #from}
     */
    public Money apply(Money amount) {
        if (!amount.currency().equals(from)) {
            throw new IllegalArgumentException("A rate from " + from + " does not fit " + amount);
        }
        return Money.rounded(amount.decimal().multiply(value), to);
    }
}
