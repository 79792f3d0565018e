package io.sampan.buy.shipchoice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.paychoice.PayAdvice;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.money.exchange.Rates;
import io.sampan.outside.carrier.LineId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ranks the ways to the door for a person, and learns from what they order and what they say. Who wants nothing to be learnt of how they pay wants it of
 * nothing else either.
 */
@Component
public class ShipAdvice {
    /** Of so many people what was learnt is remembered at a start. */
    private static final int REMEMBERED = 20_000;
    /** A page asks for the same person many times. */
    private static final int AT_HAND = 500;

    private static final Duration AT_HAND_FOR = Duration.ofSeconds(5);

    private final ShipperTable table;
    private final PayAdvice privacy;
    private final Rates rates;
    private final Transactions transactions;
    private final Clock clock;
    private final ShipChooser chooser = new ShipChooser();
    private final Cache<UUID, Shipper> atHand = Caffeine.newBuilder()
            .maximumSize(AT_HAND)
            .expireAfterWrite(AT_HAND_FOR)
            .build();

    ShipAdvice(ShipperTable table, PayAdvice privacy, Rates rates, Transactions transactions, Clock clock) {
        this.table = table;
        this.privacy = privacy;
        this.rates = rates;
        this.transactions = transactions;
        this.clock = clock;
        table.latest(REMEMBERED).forEach(kept -> chooser.remember(kept.country(), kept.shipper()));
    }

    /** For somebody who is not signed in. @param quotes of one basket to one door; at least one */
    public ShipRanking rank(List<LandedQuote> quotes, String country) {
        return chooser.rank(options(quotes), country, Shipper.UNKNOWN);
    }

    /** The order in which this person should meet them. */
    public ShipRanking rank(List<LandedQuote> quotes, String country, UUID person) {
        return chooser.rank(options(quotes), country, atHand.get(person, this::shipper));
    }

    /**
     * A person ordered by one of the ways. The same order told twice is told once.
     *
     * @param order what is shipped
     * @param ranking as it was shown
     */
    public void chose(UUID person, UUID order, String country, Picked picked) {
        if (!privacy.isFollowed(person)) {
            return;
        }
        transactions.run(() -> {
            var shown = picked.ranking().options();
            if (table.add(new ShipperTable.Chosen(person, order, country, shown, picked.line()), clock.instant())) {
                var home = home(person, country);
                keep(person, home, chooser.chose(shown, picked.line(), home, shipper(person)));
            }
        });
        atHand.invalidate(person);
    }

    /** @param line one of the ranking's */
    public record Picked(ShipRanking ranking, LineId line) {}

    /** What a person says of how urgent things are to them. */
    public Pace pace(UUID person) {
        return shipper(person).pace();
    }

    /** They say it. It is remembered also of those of whom nothing is learnt: it is their own word. */
    public void say(UUID person, String country, Pace pace) {
        var home = home(person, country);
        transactions.run(() -> keep(person, home, chooser.said(pace, home, shipper(person))));
        atHand.invalidate(person);
    }

    /** All that was learnt of a person is forgotten, and what they said. */
    public void forget(UUID person) {
        transactions.run(() -> {
            table.find(person).ifPresent(kept -> chooser.forget(kept.country(), kept.shipper()));
            table.forget(person);
        });
        atHand.invalidate(person);
    }

    private void keep(UUID person, String country, Shipper shipper) {
        table.keep(new ShipperTable.Kept(person, country, shipper), clock.instant());
    }

    /** Among whose people they count: those of where they first had something sent, wherever the next parcel goes. */
    private String home(UUID person, String country) {
        return table.find(person).map(ShipperTable.Kept::country).orElse(country);
    }

    private Shipper shipper(UUID person) {
        return table.find(person).map(ShipperTable.Kept::shipper).orElse(Shipper.UNKNOWN);
    }

    private List<ShipOption> options(List<LandedQuote> quotes) {
        return quotes.stream().map(this::option).toList();
    }

    private ShipOption option(LandedQuote quote) {
        var paid = quote.total().plus(quote.doorTotal());
        var yuan = rates.convert(paid, Money.CNY).amount();
        return new ShipOption(
                quote.line(),
                yuan.minor(),
                quote.days().min(),
                quote.days().max(),
                quote.atTheDoor().isEmpty());
    }
}
