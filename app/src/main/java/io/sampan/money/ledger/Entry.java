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
public record Entry(String id, Kind kind, String subject, Instant at, List<Posting> postings) {
    static final int MOST_POSTINGS = 100;
    static final int LONGEST_ID = 120;

    public enum Kind {
        /** A shopper's money was taken. */
        CAPTURE,
        /** A gateway kept its fee. */
        GATEWAY_FEE,
        /** A shopper's money was given back. */
        REFUND,
        /** A refund that had succeeded came back to us. */
        REFUND_RETURNED,
        /** Goods were bought from a marketplace. */
        PURCHASE,
        /** A marketplace gave money back. */
        PURCHASE_RETURNED,
        /** A carrier took a parcel. */
        FREIGHT,
        /** An order was delivered: what was kept is earned. */
        DELIVERED,
        /** A person put something right. */
        CORRECTION
    }

    public Entry {
        postings = List.copyOf(postings);
    }

    /** Why it cannot be an entry at all, or null. */
    @Nullable
    String fault() {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            return "an id has 1 to " + LONGEST_ID + " characters";
        }
        if (postings.size() < 2 || postings.size() > MOST_POSTINGS) {
            return "an entry has 2 to " + MOST_POSTINGS + " postings";
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

    /** Whether both say the same, whenever they were said and in whatever order. */
    boolean saysTheSameAs(Entry other) {
        return id.equals(other.id)
                && kind == other.kind
                && subject.equals(other.subject)
                && sorted().equals(other.sorted());
    }

    private List<Posting> sorted() {
        return postings.stream()
                .sorted(Comparator.comparing((Posting p) -> p.account().toString())
                        .thenComparing(p -> p.amount().currency().getCurrencyCode())
                        .thenComparingLong(p -> p.amount().minor()))
                .toList();
    }
}
