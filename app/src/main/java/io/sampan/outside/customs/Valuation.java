package io.sampan.outside.customs;

import io.sampan.money.amount.Money;
import java.util.Currency;

/** Turns an amount into the currency in which a country's rule is written, at the rate that counts for this assessment. */
@FunctionalInterface
public interface Valuation {
    Money in(Currency currency, Money amount);
}
