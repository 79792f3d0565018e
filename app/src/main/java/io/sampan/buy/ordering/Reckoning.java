package io.sampan.buy.ordering;

import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.browse.landedcost.LandedQuote.Kind;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Posting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What a dearer line costs the shopper, and what a delivered order earned, both by the parts of its frozen quote. */
final class Reckoning {
    /** These rise with the price of the goods; freight, its guarantee, clearance and insurance do not. */
    private static final List<Kind> DEPENDENT =
            List.of(Kind.SERVICE_FEE, Kind.EXCHANGE_SPREAD, Kind.DUTY, Kind.VAT, Kind.PAYMENT_COST);

    private Reckoning() {}

    /**
     * A rise of goods in the shopper's currency: at the rate of the quote, and each part that depends on the goods keeps its ratio to all
     * that is not itself. At least the currency's smallest unit.
     *
     * @param rise in CNY, positive
     */
    static Money extra(LandedQuote quote, Money rise) {
        var goods = quote.basket().goods();
        var converted = quote.part(Kind.GOODS).decimal().multiply(ratio(rise, goods));
        var factor = BigDecimal.ONE;
        for (var kind : DEPENDENT) {
            var part = quote.part(kind);
            factor = factor.add(ratio(part, quote.total().minus(part)));
        }
        var currency = quote.total().currency();
        return Money.rounded(converted.multiply(factor), currency).max(new Money(1, currency));
    }

    /** How what was kept is earned: by the quote's parts in proportion, to the last cent; empty when nothing was kept. */
    static List<Posting> earned(UUID order, LandedQuote quote, Money kept) {
        if (!kept.isPositive()) {
            return List.of();
        }
        var postings = new ArrayList<Posting>();
        postings.add(new Posting(AccountRef.shopperFunds(order), kept));
        var left = kept;
        var largest = Kind.GOODS;
        for (var kind : byAmount(quote)) {
            largest = kind;
            var income =
                    Money.rounded(kept.decimal().multiply(ratio(quote.part(kind), quote.total())), kept.currency());
            income = income.compareTo(left) > 0 ? left : income;
            left = left.minus(income);
            add(postings, kind, income);
        }
        if (left.isPositive()) {
            var rest = left;
            var account = AccountRef.income(largest.slug());
            var old = postings.stream()
                    .filter(posting -> posting.account().equals(account))
                    .findFirst();
            old.ifPresent(postings::remove);
            postings.add(new Posting(
                    account,
                    old.map(Posting::amount).orElse(Money.zero(rest.currency())).minus(rest)));
        }
        return postings;
    }

    private static void add(List<Posting> postings, Kind kind, Money income) {
        if (income.isPositive()) {
            postings.add(new Posting(AccountRef.income(kind.slug()), income.negated()));
        }
    }

    private static List<Kind> byAmount(LandedQuote quote) {
        return List.of(Kind.values()).stream()
                .filter(kind -> quote.part(kind).isPositive())
                .sorted(Comparator.comparing(quote::part))
                .toList();
    }

    private static BigDecimal ratio(Money part, Money whole) {
        return whole.isPositive() ? part.decimal().divide(whole.decimal(), MathContext.DECIMAL64) : BigDecimal.ZERO;
    }
}
