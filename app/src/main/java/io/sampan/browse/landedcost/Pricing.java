package io.sampan.browse.landedcost;

import io.sampan.browse.landedcost.LandedQuote.Days;
import io.sampan.browse.landedcost.LandedQuote.Kind;
import io.sampan.browse.landedcost.LandedQuote.Part;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight;
import io.sampan.outside.carrier.Line;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.customs.Assessed;
import io.sampan.outside.customs.Consignment;
import io.sampan.outside.customs.Duties;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The price of one basket by one line: pure arithmetic on what it is given. Customs' value of the goods is what the seller gets for them; the
 * freight that is taxed is the international one.
 */
final class Pricing {
    /** Reason of an exclusion: the country takes no such goods. */
    static final String PROHIBITED = "prohibited";

    private final Job job;
    private final Exchange exchange;
    private final Duties duties;
    private final ParcelGuess guess;

    Pricing(Job job, Exchange exchange, Duties duties, ParcelGuess guess) {
        this.job = job;
        this.exchange = exchange;
        this.duties = duties;
        this.guess = guess;
    }

    record Job(Basket basket, Destination destination, Currency currency, Terms terms, Instant at) {}

    sealed interface Outcome {
        record Made(LandedQuote quote) implements Outcome {}

        record Not(Excluded excluded) implements Outcome {}
    }

    /** Everything at one weight. */
    private sealed interface Priced {
        record Sum(List<Part> parts, List<Part> border, List<RuleVersion> rules, List<String> notes) implements Priced {
            Money total(Currency currency) {
                return parts.stream().map(Part::amount).reduce(Money.zero(currency), Money::plus);
            }
        }

        /** @param goods that are not taken */
        record Impossible(String reason, int limit, Set<Hazard> goods) implements Priced {
            Impossible(String reason) {
                this(reason, 0, Set.of());
            }
        }
    }

    Outcome by(Line line, QuoteId id) {
        var prohibited = ofBasket(duties.prohibited(job.destination().country(), job.at()));
        if (!prohibited.isEmpty()) {
            return new Outcome.Not(new Excluded(line.id(), PROHIBITED, 0, prohibited));
        }
        var likely = at(guess.likely(), line);
        var low = at(guess.low(), line);
        var high = at(guess.high(), line);
        for (var priced : List.of(likely, low, high)) {
            if (priced instanceof Priced.Impossible no) {
                return new Outcome.Not(new Excluded(line.id(), no.reason(), no.limit(), no.goods()));
            }
        }
        var sum = (Priced.Sum) likely;
        return new Outcome.Made(quote(line, id, sum, List.of((Priced.Sum) low, (Priced.Sum) high)));
    }

    private LandedQuote quote(Line line, QuoteId id, Priced.Sum sum, List<Priced.Sum> bounds) {
        var rules = Stream.concat(sum.rules().stream(), guess.rules().stream())
                .distinct()
                .toList();
        return new LandedQuote(
                id,
                line.id(),
                job.destination(),
                sum.parts(),
                sum.total(job.currency()),
                bounds.getFirst().total(job.currency()),
                bounds.getLast().total(job.currency()),
                line.taxPrepaid() ? List.of() : sum.border(),
                days(line),
                guess.weight(),
                Set.of(),
                sum.notes(),
                rules,
                sum.rules().stream().allMatch(RuleVersion::confirmed),
                exchange.frozen(),
                job.basket(),
                job.terms(),
                job.at(),
                job.at().plus(job.terms().validFor()),
                true);
    }

    private Days days(Line line) {
        var seller = job.terms().sellerDays();
        var warehouse = job.terms().warehouseDays();
        return new Days(
                seller.min() + warehouse.min() + line.minDays(), seller.max() + warehouse.max() + line.maxDays());
    }

    private Priced at(ParcelSize size, Line line) {
        return switch (freight(size, line)) {
            case Freight.NotPossible no -> new Priced.Impossible(slug(no.reason()), no.limit(), refused(no, line));
            case Freight.Priced freight -> with(freight, line);
        };
    }

    private Set<Hazard> refused(Freight.NotPossible no, Line line) {
        return no.reason() == Freight.Reason.REFUSED_GOODS ? ofBasket(line.refused()) : Set.of();
    }

    private Set<Hazard> ofBasket(Set<Hazard> kinds) {
        var ours = EnumSet.noneOf(Hazard.class);
        ours.addAll(job.basket().hazards());
        ours.retainAll(kinds);
        return ours;
    }

    private Freight freight(ParcelSize size, Line line) {
        return line.price(size, job.basket().hazards());
    }

    /** The same however heavy the parcel turns out: what we predict to lose on the guarantee, and our loading on it. */
    private Money premium(Line line) {
        return switch (freight(guess.likely(), line)) {
            case Freight.NotPossible _ -> Money.fen(0);
            case Freight.Priced quoted -> {
                var loss = Guarantee.loss(guess, quoted.amount(), size -> freight(size, line));
                yield loss.plus(percent(loss, job.terms().guaranteeLoadingPercent()));
            }
        };
    }

    private Priced with(Freight.Priced freight, Line line) {
        var consignment = consignment(freight.amount());
        var unknown = duties.currencies(consignment).stream()
                .filter(currency -> !exchange.knows(currency))
                .findFirst();
        if (unknown.isPresent()) {
            return new Priced.Impossible("no-rate");
        }
        return switch (duties.assess(consignment, (currency, amount) -> exchange.convert(amount, currency))) {
            case Assessed.Refused refused -> new Priced.Impossible(slug(refused.reason()));
            case Assessed.Due due -> sum(freight, due, line);
        };
    }

    private Priced.Sum sum(Freight.Priced freight, Assessed.Due due, Line line) {
        var parts = new ArrayList<>(ours(freight.amount(), line));
        var border = border(due);
        if (line.taxPrepaid()) {
            parts.addAll(border);
        }
        var rules = new LinkedHashSet<>(freight.rules());
        rules.addAll(due.rules());
        return new Priced.Sum(parts, border, List.copyOf(rules), due.notes());
    }

    private Consignment consignment(Money freight) {
        var lines = job.basket().lines().stream()
                .map(line -> new Consignment.Line(line.category(), null, line.goods()))
                .toList();
        return new Consignment(job.destination().country(), job.destination().region(), lines, freight, job.at());
    }

    /** What we pay in CNY, and our margin on changing it. */
    private List<Part> ours(Money freight, Line line) {
        var goods = job.basket().goods();
        var parts = new ArrayList<Part>();
        parts.add(part(Kind.GOODS, goods));
        parts.add(part(
                Kind.DOMESTIC_FREIGHT, job.basket().domesticFreight(job.terms().silentFreight())));
        parts.add(part(Kind.SERVICE_FEE, percent(goods, job.terms().serviceFeePercent())));
        parts.add(part(Kind.INTERNATIONAL_FREIGHT, freight));
        parts.add(part(Kind.GUARANTEE, premium(line)));
        if (!job.currency().equals(Money.CNY)) {
            var changed = parts.stream().map(Part::amount).reduce(Money.zero(job.currency()), Money::plus);
            parts.add(new Part(Kind.EXCHANGE_SPREAD, exchange.spread(changed), note(Kind.EXCHANGE_SPREAD), null));
        }
        return parts;
    }

    private List<Part> border(Assessed.Due due) {
        return due.parts().stream()
                .map(part -> switch (part.kind()) {
                    case DUTY -> part(Kind.DUTY, part.amount());
                    case TAX -> part(Kind.VAT, part.amount());
                    case CLEARANCE -> part(Kind.CLEARANCE, part.amount());
                })
                .toList();
    }

    private Part part(Kind kind, Money original) {
        return original.currency().equals(job.currency())
                ? new Part(kind, original, note(kind), null)
                : new Part(kind, exchange.convert(original, job.currency()), note(kind), original);
    }

    private static Money percent(Money amount, BigDecimal percent) {
        return amount.times(percent.movePointLeft(2));
    }

    private static String note(Kind kind) {
        return "landed.note." + kind.slug();
    }

    private static String slug(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
