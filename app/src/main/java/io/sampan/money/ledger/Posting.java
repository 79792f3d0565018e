package io.sampan.money.ledger;

import io.sampan.money.amount.Money;

/**
 * One side of an entry.
 *
 * @param amount a debit is positive, a credit negative; never zero
 */
public record Posting(AccountRef account, Money amount) {}
