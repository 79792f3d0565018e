package io.sampan.browse.landedcost;

import io.sampan.browse.weight.Weights;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.money.amount.Money;
import io.sampan.money.exchange.Rates;
import io.sampan.outside.carrier.Lines;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.customs.Duties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a basket costs at the door. Nothing here asks a database or another service. */
@Component
public class LandedCosts {
    private final Lines lines;
    private final Duties duties;
    private final Rates rates;
    private final Weights weights;
    private final Terms terms;
    private final Clock clock;

    LandedCosts(Lines lines, Duties duties, Rates rates, Weights weights, LandedCostSettings settings, Clock clock) {
        this.lines = lines;
        this.duties = duties;
        this.rates = rates;
        this.weights = weights;
        this.terms = settings.terms();
        this.clock = clock;
    }

    /**
     * One quote for each line that carries the whole basket in one parcel: lines that prepay duty and tax first, then by what is paid in all.
     * None when no line does; {@link #excluded} says why.
     *
     * @param currency what the shopper pays in, one of {@link Rates#currencies()}
     * @throws IllegalArgumentException when no rate is known for the currency
     */
    public List<LandedQuote> estimate(Basket basket, Destination destination, Currency currency) {
        var quotes = new ArrayList<LandedQuote>();
        for (var outcome : price(basket, destination, currency)) {
            if (outcome instanceof Pricing.Outcome.Made made) {
                quotes.add(made.quote());
            }
        }
        quotes.sort(Comparator.<LandedQuote, Boolean>comparing(
                        quote -> !quote.atTheDoor().isEmpty())
                .thenComparing(LandedCosts::paidInAll));
        return quotes.stream().map(quote -> quote.marked(marks(quote, quotes))).toList();
    }

    /** Whether any line goes there today, whatever it carries. */
    public boolean isServed(Destination destination) {
        return !lines.to(destination.country(), clock.instant()).isEmpty();
    }

    /** The lines to the destination that do not carry the basket, each with its reason. */
    public List<Excluded> excluded(Basket basket, Destination destination, Currency currency) {
        var excluded = new ArrayList<Excluded>();
        for (var outcome : price(basket, destination, currency)) {
            if (outcome instanceof Pricing.Outcome.Not not) {
                excluded.add(not.excluded());
            }
        }
        return excluded;
    }

    /** What one piece of each line weighs and measures as it lies in the warehouse, as far as we can tell; in the order of the lines. */
    public List<ParcelSize> pieces(Basket basket) {
        return ParcelGuess.of(basket, weights, terms).eachAlone();
    }

    /**
     * Makes a quote again from what was frozen in it and from the rules of its day, as if at that moment; with unchanged rule files it equals
     * the first one. Empty when the rules of that day no longer know the line, or
     * when the quote is of a time at which pieces were not frozen.
     */
    public Optional<LandedQuote> recompute(LandedQuote quote) {
        if (quote.weight().pieces().isEmpty()) {
            return Optional.empty();
        }
        var at = quote.madeAt();
        var job = new Pricing.Job(
                quote.basket(), quote.destination(), quote.total().currency(), quote.terms(), quote.madeAt());
        var guess = ParcelGuess.of(quote.basket(), quote.weight().pieces(), quote.terms());
        return lines.find(quote.line(), quote.destination().country(), at)
                .map(line -> new Pricing(job, new Exchange.Frozen(quote.rates()), duties, guess).by(line, quote.id()))
                .flatMap(outcome -> switch (outcome) {
                    case Pricing.Outcome.Made made -> Optional.of(made.quote().marked(quote.marks()));
                    case Pricing.Outcome.Not not -> Optional.empty();
                });
    }

    private List<Pricing.Outcome> price(Basket basket, Destination destination, Currency currency) {
        rates.mid(Money.CNY, currency);
        var at = clock.instant();
        var job = new Pricing.Job(basket, destination, currency, terms, at);
        var guess = ParcelGuess.of(basket, weights, terms);
        return lines.to(destination.country(), at).stream()
                .map(line -> new Pricing(job, new Exchange.Live(rates), duties, guess)
                        .by(line, new QuoteId(TimeOrderedId.next(clock))))
                .toList();
    }

    private static Money paidInAll(LandedQuote quote) {
        return quote.total().plus(quote.doorTotal());
    }

    private static Set<LandedQuote.Mark> marks(LandedQuote quote, List<LandedQuote> all) {
        var marks = EnumSet.noneOf(LandedQuote.Mark.class);
        if (all.stream().allMatch(other -> paidInAll(quote).compareTo(paidInAll(other)) <= 0)) {
            marks.add(LandedQuote.Mark.CHEAPEST);
        }
        if (all.stream().allMatch(other -> quote.days().max() <= other.days().max())) {
            marks.add(LandedQuote.Mark.FASTEST);
        }
        return marks;
    }
}
