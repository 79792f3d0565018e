package io.sampan.windows.console;

import io.sampan.money.amount.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person typed into a form: trimmed, never null, and read as kindly as is safe. */
record Typed(HttpServletRequest form) {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,3}))?");
    private static final int LONGEST = 2_000;

    /** Empty when the form has no such field. */
    String text(String name) {
        var given = form.getParameter(name);
        return given == null
                ? ""
                : given.strip().substring(0, Math.min(given.strip().length(), LONGEST));
    }

    /** A positive amount with a point or a comma before its decimals; empty when it is none in this currency. */
    Optional<Money> amount(String name, Currency currency) {
        var match = AMOUNT.matcher(text(name));
        if (!match.matches()) {
            return Optional.empty();
        }
        var decimals = match.group(2) == null ? "" : match.group(2);
        if (decimals.length() > currency.getDefaultFractionDigits()) {
            return Optional.empty();
        }
        var amount =
                Money.ofDecimal(new BigDecimal(match.group(1) + "." + decimals + "0").stripTrailingZeros(), currency);
        return amount.isPositive() ? Optional.of(amount) : Optional.empty();
    }
}
