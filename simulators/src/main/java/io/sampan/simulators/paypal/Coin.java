package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Json;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An amount as PayPal counts it: no decimals for a few currencies that have some by ISO 4217. Source: docs/sources/paypal.md "Amounts".
 *
 * @param minor in the currency's smallest unit at PayPal
 */
record Coin(long minor, String currency) {
    private static final Set<String> WHOLE = Set.of("HUF", "JPY", "TWD");
    private static final Set<String> TAKEN = Set.of(
            "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EUR", "HKD", "HUF", "ILS", "JPY", "MYR", "MXN", "TWD", "NZD",
            "NOK", "PHP", "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD");

    static Coin of(JsonNode amount) {
        String currency = amount.path("currency_code").asString("");
        String value = amount.path("value").asString("");
        if (!TAKEN.contains(currency)) {
            throw Refused.unprocessable("CURRENCY_NOT_SUPPORTED", "Currency code is not currently supported.");
        }
        int digits = digits(currency);
        if (!value.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw Refused.invalid(
                    "INVALID_PARAMETER_SYNTAX", "The value of a field does not conform to the expected format.");
        }
        var decimal = new BigDecimal(value);
        if (decimal.stripTrailingZeros().scale() > digits) {
            throw Refused.unprocessable("DECIMAL_PRECISION", "Value must be without decimals for this currency.");
        }
        long minor = decimal.movePointRight(digits).longValueExact();
        if (minor < 1) {
            throw Refused.unprocessable("CANNOT_BE_ZERO_OR_NEGATIVE", "Must be greater than zero.");
        }
        return new Coin(minor, currency);
    }

    /** @param units of the currency itself */
    static Coin main(long units, String currency) {
        return new Coin(
                BigDecimal.valueOf(units).movePointRight(digits(currency)).longValueExact(), currency);
    }

    Coin with(long other) {
        return new Coin(other, currency);
    }

    ObjectNode json() {
        return Json.object().put("currency_code", currency).put("value", value());
    }

    String value() {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    String shown() {
        return currency + " " + value();
    }

    private static int digits(String currency) {
        return WHOLE.contains(currency) ? 0 : 2;
    }
}
