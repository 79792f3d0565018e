package io.sampan.buy.payment;

import io.sampan.money.amount.Money;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;

/**
 * What is to be paid.
 *
 * @param subject what it is paid for: an order's id
 * @param purpose why, once for each subject, such as "order" or "top-up-1"; the same subject and purpose are paid once
 * @param amount positive
 * @param description what the shopper reads on the gateway's page, in their language; without personal data
 * @param success where the gateway sends the shopper after paying
 * @param cancel where it sends a shopper who turns back
 */
public record Payable(
        UUID subject, String purpose, Money amount, String description, URI success, URI cancel, Locale locale) {
    private static final int LONGEST_PURPOSE = 40;

    public Payable {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Nothing to pay: " + amount);
        }
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            throw new IllegalArgumentException("A purpose has 1 to " + LONGEST_PURPOSE + " characters");
        }
    }
}
