package io.sampan.money.ledger;

import io.sampan.money.amount.Money;

/**
 * One side of an entry.
 *
 * @param amount a debit is positive, a credit negative; never zero, at most {@value #MOST_MINOR} minor units
 */
public record Posting(AccountRef account, Money amount) {
    /** So that the sum of any account stays far from what a long can hold. */
    static final long MOST_MINOR = 1_000_000_000_000_000L;
}
