package io.sampan.buy.ordering;

import io.sampan.buy.payment.PayWay;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Address;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper sends to order. Personal: its text form shows the token only.
 *
 * @param token made with the page; a form sent twice makes one order
 * @param line the carrier's line that they chose
 * @param seenTotal what the page said it costs; its currency is what they pay in
 * @param seenCart the {@link Cart#seal} of what the page showed
 * @param tolerancePercent up to which a rise of goods and freight before we buy is ours to bear, 0 to {@value #MOST_TOLERANCE}
 * @param language that they order in
 * @param pay how they want to pay; null for the way that this installation names
 */
public record CheckoutForm(
        UUID token,
        AccountId shopper,
        CartKey cart,
        Address address,
        LineId line,
        Money seenTotal,
        String seenCart,
        int tolerancePercent,
        Locale language,
        @Nullable PayWay pay) {
    /** The most that an operator bears unasked. */
    public static final int MOST_TOLERANCE = 10;

    public CheckoutForm {
        if (tolerancePercent < 0 || tolerancePercent > MOST_TOLERANCE) {
            throw new IllegalArgumentException("A tolerance of " + tolerancePercent + " percent");
        }
    }

    @Override
    public String toString() {
        return "CheckoutForm[" + token + "]";
    }
}
