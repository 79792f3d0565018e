package io.sampan.simulators.stripe;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** Currencies as Stripe counts them: amounts in the smallest unit, lower-case codes. */
final class Coin {
    private static final Set<String> NO_MINOR_UNIT = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof",
            "xpf");
    private static final Set<String> THREE_DIGITS = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final Set<String> TAKEN = Set.of(
            "usd", "eur", "gbp", "cny", "aed", "aud", "brl", "cad", "chf", "clp", "cop", "czk", "dkk", "hkd", "huf",
            "idr", "ils", "inr", "jpy", "kes", "krw", "kwd", "mxn", "myr", "ngn", "nok", "nzd", "pen", "php", "pln",
            "ron", "sar", "sek", "sgd", "thb", "try", "twd", "ugx", "uah", "vnd", "zar", "bgn", "isk", "bhd");

    private Coin() {}

    /** The lower-case code, if Stripe takes it. */
    static String taken(String param, String currency) {
        String code = currency.toLowerCase(Locale.ROOT);
        if (!TAKEN.contains(code)) {
            throw StripeError.parameter(
                    param,
                    null,
                    "Invalid currency: " + currency + ". Stripe currently supports these currencies: "
                            + String.join(", ", TAKEN.stream().sorted().toList()));
        }
        return code;
    }

    /** An amount within Stripe's bounds: at least 50 smallest units [M: per currency in truth], at most 8 digits. */
    static long payable(String param, long amount, String currency) {
        if (amount < 1) {
            throw StripeError.parameter(
                    param, "parameter_invalid_integer", "This value must be greater than or equal to 1.");
        }
        if (amount < 50) {
            throw StripeError.parameter(
                    param, "amount_too_small", "Amount must be at least " + shown(50, currency) + " " + currency);
        }
        if (amount > 99_999_999) {
            throw StripeError.parameter(
                    param,
                    "amount_too_large",
                    "Amount must be no more than " + shown(99_999_999, currency) + " " + currency);
        }
        return amount;
    }

    /** For people: {@code €20.00}. */
    static String shown(long amount, String currency) {
        int digits = NO_MINOR_UNIT.contains(currency) ? 0 : THREE_DIGITS.contains(currency) ? 3 : 2;
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(amount, digits));
    }
}
