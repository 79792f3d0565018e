package io.sampan.outside.customs;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a country asks of each parcel of a haul. Which rules hold was decided by the value of the whole haul: a country that adds up what comes
 * to one person on one day asks the same however it is packed, and nobody is advised to pack small to evade a threshold.
 */
public final class Aggregated {
    private final List<ImportRule> rules;
    private final BigDecimal countryTax;
    private final Valuation valuation;

    Aggregated(List<ImportRule> rules, BigDecimal countryTax, Valuation valuation) {
        this.rules = List.copyOf(rules);
        this.countryTax = countryTax;
        this.valuation = valuation;
    }

    /**
     * Duty, tax and fees of one parcel.
     *
     * @param goods what was paid for what is in it
     * @param freight of the parcel, in the same currency
     * @param headings how many distinct six-digit headings are in it
     * @return in the currency of the goods
     */
    public Money asks(Money goods, Money freight, int headings) {
        var sum = Money.zero(goods.currency());
        for (var rule : rules) {
            var parts = rule.parts(
                    valuation.in(rule.currency(), goods), valuation.in(rule.currency(), freight), headings, countryTax);
            for (var part : parts) {
                sum = part.amount().isZero() ? sum : sum.plus(valuation.in(goods.currency(), part.amount()));
            }
        }
        return sum;
    }
}
