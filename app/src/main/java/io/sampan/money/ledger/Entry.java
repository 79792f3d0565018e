package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money, whole.
 *
 * @param id made by the caller from the thing that moved the money, such as {@code capture:<payment>}; the same movement always has the same id
 * @param subject whose story it belongs to: an order's id, or what else moved the money
 * @param at when the money moved
 * @param postings 2 to 100; for each currency they sum to zero
 */
public record Entry(String id, Kind kind, String subject, Instant at, List<Posting> postings) implements Movement {
    static final int MOST_POSTINGS = 100;

    public enum Kind {
        /** A shopper's money was taken. */
        CAPTURE,
        /** A gateway kept its fee. */
        GATEWAY_FEE,
        /** A shopper's money was given back. */
        REFUND,
        /** A refund that had succeeded came back to us. */
        REFUND_RETURNED,
        /** A gateway took a contested payment back from us. */
        CHARGEBACK,
        /** A dispute was won: the gateway gave the money again. */
        CHARGEBACK_RETURNED,
        /** Goods were bought from a marketplace. */
        PURCHASE,
        /** A marketplace gave money back. */
        PURCHASE_RETURNED,
        /** A carrier took a parcel. */
        FREIGHT,
        /** An order was delivered: what was kept is earned. */
        DELIVERED,
        /** A shopper's balance grew: money was put in, or given back to it. */
        BALANCE_ADDED,
        /** Money of a shopper's balance was spent. */
        BALANCE_SPENT,
        /** Money of a shopper's balance was paid out to them. */
        BALANCE_PAID_OUT,
        /** A coupon was given money that it may spend. */
        COUPON_FUNDED,
        /** A coupon paid. */
        COUPON_SPENT,
        /** Money of one currency went for money of another. */
        EXCHANGE,
        /** A person put something right. */
        CORRECTION
    }

    public Entry {
        postings = List.copyOf(postings);
    }

    /** What an entry is about, before its postings. */
    record Head(String id, Kind kind, String subject, Instant at) {}

    /** Money that goes from one account to another. */
    static Entry between(Head head, AccountRef debit, AccountRef credit, Money amount) {
        return new Entry(
                head.id(),
                head.kind(),
                head.subject(),
                head.at(),
                List.of(new Posting(debit, amount), new Posting(credit, amount.negated())));
    }

    @Override
    public @Nullable String fault() {
        var ofId = Movement.faultOfId(id);
        if (ofId != null) {
            return ofId;
        }
        if (postings.size() < 2 || postings.size() > MOST_POSTINGS) {
            return "an entry has 2 to " + MOST_POSTINGS + " postings";
        }
        boolean tooMuch = postings.stream().anyMatch(p -> Math.abs(p.amount().minor()) > Posting.MOST_MINOR);
        if (tooMuch) {
            return "a posting is of at most " + Posting.MOST_MINOR;
        }
        return postings.stream().anyMatch(p -> p.amount().isZero()) ? "a posting moves something" : null;
    }

    /** By currency code, what the postings sum to where that is not zero; empty for a balanced entry. */
    Map<String, Money> imbalance() {
        var sums = new TreeMap<String, Money>();
        for (var posting : postings) {
            Currency currency = posting.amount().currency();
            sums.merge(currency.getCurrencyCode(), posting.amount(), Money::plus);
        }
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    /** Whatever the order of its postings. */
    @Override
    public boolean saysTheSameAs(Movement other) {
        return other instanceof Entry entry
                && id.equals(entry.id)
                && kind == entry.kind
                && subject.equals(entry.subject)
                && sorted().equals(entry.sorted());
    }

    private List<Posting> sorted() {
        return postings.stream()
                .sorted(Comparator.comparing((Posting p) -> p.account().toString())
                        .thenComparing(p -> p.amount().currency().getCurrencyCode())
                        .thenComparingLong(p -> p.amount().minor()))
                .toList();
    }
}
