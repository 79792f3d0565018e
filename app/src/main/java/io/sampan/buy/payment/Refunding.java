package io.sampan.buy.payment;

import io.sampan.money.amount.Money;
import java.util.List;

/** What came of asking for a refund. */
public sealed interface Refunding {
    /**
     * It is promised and on its way, now or since it was first asked under this key. Each part goes back to the payment that it came from;
     * whether it arrived, {@link RefundSettled} or {@link RefundFailed} will tell.
     */
    record Accepted(List<RefundView> parts) implements Refunding {}

    /** Where money that is given back goes. */
    enum To {
        /** Back to where it came from. */
        SOURCE,
        /** To the shopper's balance: for what cannot go back to its source, or where the shopper wishes it. */
        BALANCE
    }

    /** It is more than was taken and is still here; nothing was promised. */
    record TooMuch(Money refundable) implements Refunding {}

    /** Another amount was asked before under this key; nothing more was promised. */
    record Conflicting(Money asked) implements Refunding {}
}
