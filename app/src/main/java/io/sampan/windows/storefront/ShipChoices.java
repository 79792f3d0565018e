package io.sampan.windows.storefront;

import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.CartKey;
import io.sampan.buy.ordering.Checkout;
import io.sampan.buy.ordering.Prepared;
import io.sampan.buy.shipchoice.ShipAdvice;
import io.sampan.buy.shipchoice.ShipAdvice.Picked;
import io.sampan.buy.shipchoice.ShipRanking;
import io.sampan.deliver.shipping.Promises;
import io.sampan.outside.carrier.LineId;
import io.sampan.people.identity.Account;
import io.sampan.windows.frame.Visitor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The ways to the door that a page offers, in which order, and which of them was chosen. */
@Component
class ShipChoices {
    private final ShipAdvice advice;
    private final Checkout checkout;
    private final Promises promises;

    ShipChoices(ShipAdvice advice, Checkout checkout, Promises promises) {
        this.advice = advice;
        this.checkout = checkout;
        this.promises = promises;
    }

    /** A cart as it could be ordered to where the visitor says that they live. */
    Prepared prepare(CartKey cart, Visitor visitor) {
        return checkout.prepare(cart, Destination.country(visitor.country()), visitor.currency());
    }

    /** The quotes in the order for this visitor. */
    List<LandedQuote> ordered(List<LandedQuote> quotes, Visitor visitor) {
        return quotes.size() < 2 ? quotes : ordered(quotes, ranked(quotes, visitor));
    }

    /** The quotes in the order for somebody of whom nothing is known. */
    List<LandedQuote> ordered(List<LandedQuote> quotes) {
        return quotes.size() < 2
                ? quotes
                : ordered(
                        quotes,
                        advice.rank(quotes, quotes.getFirst().destination().country()));
    }

    private static List<LandedQuote> ordered(List<LandedQuote> quotes, ShipRanking ranking) {
        return ranking.lines().stream().map(line -> quote(quotes, line)).toList();
    }

    /** @param line that the visitor chose, or none of theirs: then the first is chosen */
    CartPage.Ways of(Prepared.Ready ready, String line, Visitor visitor) {
        var ways = ranked(ready.quotes(), visitor).shown().stream()
                .map(shown ->
                        new CartPage.Way(quote(ready.quotes(), shown.option().line()), shown))
                .toList();
        var chosen = ways.stream()
                .map(CartPage.Way::quote)
                .filter(quote -> quote.line().value().equals(line))
                .findFirst()
                .orElse(ways.getFirst().quote());
        var account = visitor.account();
        var pace = account == null ? null : advice.pace(account.id().value());
        return new CartPage.Ways(ways, chosen, pace, ready.excluded(), promises.of(chosen.line(), chosen.madeAt()));
    }

    /** Learns from what was ordered. @param quotes that the page showed */
    void learn(List<LandedQuote> quotes, LineId line, UUID order, Account shopper) {
        if (!quotes.isEmpty()) {
            var country = quotes.getFirst().destination().country();
            var person = shopper.id().value();
            advice.chose(person, order, country, new Picked(advice.rank(quotes, country, person), line));
        }
    }

    private ShipRanking ranked(List<LandedQuote> quotes, Visitor visitor) {
        var country = quotes.getFirst().destination().country();
        var account = visitor.account();
        return account == null
                ? advice.rank(quotes, country)
                : advice.rank(quotes, country, account.id().value());
    }

    private static LandedQuote quote(List<LandedQuote> quotes, LineId line) {
        return quotes.stream()
                .filter(quote -> quote.line().equals(line))
                .findFirst()
                .orElseThrow();
    }
}
