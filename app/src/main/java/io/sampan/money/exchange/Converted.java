package io.sampan.money.exchange;

import io.sampan.money.amount.Money;

/**
 * An amount in another currency, with our margin apart so that it can be shown and booked as what it is.
 *
 * @param amount at the reference rate, without the margin
 * @param spreadPart our margin on top of it, in the same currency; zero when both currencies are one
 * @param rate the reference rate that was used
 */
public record Converted(Money amount, Money spreadPart, Rate rate) {
    /** What it costs with the margin. */
    public Money total() {
        return amount.plus(spreadPart);
    }
}
