package io.sampan.outside.gateway.paypal;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts as PayPal writes them: decimal text, without decimals for a few currencies that have some by ISO 4217. */
final class PayPalUnits {
    // Source: docs/sources/paypal.md "Amounts".
    private static final Map<String, Integer> KNOWN = Map.of("HUF", 0, "TWD", 0);

    private final Map<String, Integer> digits = new HashMap<>(KNOWN);

    PayPalUnits(@Nullable Map<String, Integer> others) {
        if (others != null) {
            digits.putAll(others);
        }
    }

    /** @throws ArithmeticException when the amount is finer than PayPal's smallest unit */
    PayPalAmount amount(Money money) {
        var value = money.decimal().setScale(digits(money.currency()));
        return new PayPalAmount(money.currency().getCurrencyCode(), value.toPlainString());
    }

    /** @throws ArithmeticException when the amount is finer than the currency's smallest unit */
    Money money(PayPalAmount amount) {
        return Money.ofDecimal(new BigDecimal(amount.value()), Currency.getInstance(amount.currencyCode()));
    }

    private int digits(Currency currency) {
        return digits.getOrDefault(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
    }
}
