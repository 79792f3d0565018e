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
 * @param tolerance what happens when a price rises before we buy
 * @param language that they order in
 * @param fromBalance whether what they have with us pays first
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
        Tolerance tolerance,
        Locale language,
        boolean fromBalance,
        @Nullable PayWay pay) {
    /**
     * What a shopper wants to happen when a seller asks more before we buy, so that no second bill surprises them.
     *
     * @param percent up to which a rise of goods and freight is ours to bear, 0 to {@value #MOST}
     * @param beyond what becomes of a line that rises by more
     */
    public record Tolerance(int percent, Beyond beyond) {
        /** The most that an operator bears unasked. */
        public static final int MOST = 10;

        public Tolerance {
            if (percent < 0 || percent > MOST) {
                throw new IllegalArgumentException("A tolerance of " + percent + " percent");
            }
        }

        /** What becomes of a line that rises beyond the tolerance. */
        public enum Beyond {
            /** It waits until the shopper pays the difference or declines. */
            ASK,
            /** It is cancelled, its share refunded; the rest goes on. */
            CANCEL
        }
    }

    @Override
    public String toString() {
        return "CheckoutForm[" + token + "]";
    }
}
