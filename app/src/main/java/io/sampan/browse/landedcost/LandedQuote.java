package io.sampan.browse.landedcost;

import io.sampan.browse.weight.Piece;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs at the door by one line, with everything that made the price, so that it can be made again to the cent. The total binds
 * us until it expires; an order that is placed at it freezes it for as long as the order can be paid. A parcel that turns out heavier costs the
 * shopper nothing more.
 *
 * @param parts in the shopper's currency, each rounded half up on its own
 * @param total the exact sum of the parts
 * @param low what the sum would be if the goods weigh as little as {@link Weight#lowGrams}; at most the total
 * @param high the same for {@link Weight#highGrams}; at least the total
 * @param atTheDoor what the country asks when the line does not prepay it: not in the total, and never left out of sight
 * @param days from payment to the door, in calendar days
 * @param notes text keys of what the shopper should know
 * @param rules every rule version that took part
 * @param confirmed false when one of the rules is not confirmed
 * @param expiresAt until when an order may be placed at it
 * @param guaranteed whether the total binds us; always true today
 */
public record LandedQuote(
        QuoteId id,
        LineId line,
        Destination destination,
        List<Part> parts,
        Money total,
        Money low,
        Money high,
        List<Part> atTheDoor,
        Days days,
        Weight weight,
        Set<Mark> marks,
        List<String> notes,
        List<RuleVersion> rules,
        boolean confirmed,
        FrozenRates rates,
        Basket basket,
        Terms terms,
        Instant madeAt,
        Instant expiresAt,
        boolean guaranteed) {

    public LandedQuote {
        parts = List.copyOf(parts);
        atTheDoor = List.copyOf(atTheDoor);
        marks = Set.copyOf(marks);
        notes = List.copyOf(notes);
        rules = List.copyOf(rules);
    }

    /** What a part pays for. */
    public enum Kind {
        GOODS,
        DOMESTIC_FREIGHT,
        SERVICE_FEE,
        INTERNATIONAL_FREIGHT,
        GUARANTEE,
        EXCHANGE_SPREAD,
        DUTY,
        VAT,
        CLEARANCE,
        INSURANCE,
        PAYMENT_COST;

        /** Such as {@code domestic-freight}, the end of its text keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a line stands among the lines of one estimate. */
    public enum Mark {
        CHEAPEST,
        FASTEST
    }

    /**
     * @param amount in the shopper's currency; may be zero where a rule asks nothing
     * @param note text key of what it is
     * @param original the amount as it was before conversion; null where it arose in the shopper's currency
     */
    public record Part(
            Kind kind, Money amount, String note, @Nullable Money original) {}

    /** Calendar days, both ends possible. */
    public record Days(int min, int max) {}

    /**
     * The parcel's weight with packing.
     *
     * @param lowGrams one of twenty parcels weighs less
     * @param likelyGrams the weight that is priced
     * @param highGrams one of twenty parcels weighs more
     * @param lineGrams each basket line's likely weight without packing, in the basket's order
     * @param known whether every piece's weight was weighed here before or stated by its seller; else some are guessed from their category
     * @param pieces what one piece of each line was taken to weigh and measure, in the basket's order
     */
    public record Weight(
            int lowGrams, int likelyGrams, int highGrams, List<Integer> lineGrams, boolean known, List<Piece> pieces) {
        public Weight {
            lineGrams = List.copyOf(lineGrams);
            pieces = List.copyOf(pieces);
        }
    }

    /** The parts of one kind together; zero when there is none. */
    public Money part(Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .map(Part::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    /** What will be asked at the door; zero with a line that prepays. */
    public Money doorTotal() {
        return atTheDoor.stream().map(Part::amount).reduce(Money.zero(total.currency()), Money::plus);
    }

    /**
     * A basket line's share of the total. Freight and its guarantee are split by weight, all else by the goods' value; the shares of all lines
     * add up to the total exactly, since what rounding leaves goes to the largest remainders.
     */
    public Money share(int lineIndex) {
        var share = Money.zero(total.currency());
        for (var kind : Kind.values()) {
            share = share.plus(share(lineIndex, kind));
        }
        return share;
    }

    /** A basket line's share of the parts of one kind. */
    public Money share(int lineIndex, Kind kind) {
        var whole = part(kind);
        var weights = switch (kind) {
            case INTERNATIONAL_FREIGHT, GUARANTEE ->
                weight.lineGrams().stream().map(Integer::longValue).toList();
            case GOODS, DOMESTIC_FREIGHT, SERVICE_FEE, EXCHANGE_SPREAD, DUTY, VAT, CLEARANCE, INSURANCE, PAYMENT_COST ->
                basket.lines().stream().map(line -> line.goods().minor()).toList();
        };
        return new Money(Split.byWeight(whole.minor(), weights).get(lineIndex), total.currency());
    }

    LandedQuote marked(Set<Mark> marks) {
        return new LandedQuote(
                id,
                line,
                destination,
                parts,
                total,
                low,
                high,
                atTheDoor,
                days,
                weight,
                marks,
                notes,
                rules,
                confirmed,
                rates,
                basket,
                terms,
                madeAt,
                expiresAt,
                guaranteed);
    }
}
