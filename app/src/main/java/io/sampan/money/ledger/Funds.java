package io.sampan.money.ledger;

import io.sampan.money.amount.Money;

/**
 * What a limited account has.
 *
 * @param total put in and not spent; never below zero
 * @param held promised by holds that have not ended; never above the total
 */
public record Funds(Money total, Money held) {
    /** What can be spent or held now. */
    public Money available() {
        return total.minus(held);
    }
}
