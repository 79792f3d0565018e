package io.sampan.money.ledger;

import java.util.Currency;

/** A limited account's page in the book of one currency. */
record Book(AccountRef account, Currency currency) {}
