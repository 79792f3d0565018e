package io.sampan.outside.gateway.stripe;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts as Stripe counts them: in a smallest unit that for a few currencies is not that of ISO 4217. */
final class StripeUnits {
    // Source: docs/sources/stripe.md "Amounts": ISK counts hundredths although it has none, MGA whole units although it
    // has hundredths.
    private static final Map<String, Integer> KNOWN = Map.of("ISK", 2, "MGA", 0);

    private final Map<String, Integer> digits = new HashMap<>(KNOWN);

    StripeUnits(@Nullable Map<String, Integer> others) {
        if (others != null) {
            digits.putAll(others);
        }
    }

    /** @throws ArithmeticException when the amount is finer than Stripe's smallest unit */
    long count(Money money) {
        return money.decimal().movePointRight(digits(money.currency())).longValueExact();
    }

    /** @throws ArithmeticException when the amount is finer than the currency's smallest unit */
    Money money(long count, String code) {
        var currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
        return Money.ofDecimal(BigDecimal.valueOf(count, digits(currency)), currency);
    }

    static String code(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    private int digits(Currency currency) {
        return digits.getOrDefault(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
    }
}
