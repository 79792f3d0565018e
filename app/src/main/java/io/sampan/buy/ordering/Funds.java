package io.sampan.buy.ordering;

import io.sampan.money.amount.Money;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An order's money, as far as the order must know: the ledger has the whole story.
 *
 * @param receipts each payment that was taken
 * @param givenBack what was promised back of it, whether or not it has arrived; a refund that failed no longer counts
 * @param bounced of what is left, the shopper's own that came back because its refund failed: it is never earned, and waits for an operator
 * @param rounds how often the shopper was asked for more
 * @param heard ids of payments and refunds whose news was told already
 */
public record Funds(List<Receipt> receipts, Money givenBack, Money bounced, int rounds, Set<String> heard) {
    public Funds {
        receipts = List.copyOf(receipts);
        heard = Set.copyOf(heard);
    }

    /** @param purpose {@link Order#PURPOSE}, or a top-up's */
    public record Receipt(UUID payment, String purpose, Money amount) {}

    static Funds none(Currency currency) {
        return new Funds(List.of(), Money.zero(currency), Money.zero(currency), 0, Set.of());
    }

    /** What was taken in all. */
    public Money taken() {
        return receipts.stream().map(Receipt::amount).reduce(Money.zero(givenBack.currency()), Money::plus);
    }

    /** What was taken and not promised back. */
    public Money left() {
        return taken().minus(givenBack);
    }

    boolean knows(UUID payment) {
        return receipts.stream().anyMatch(receipt -> receipt.payment().equals(payment));
    }

    Funds with(Receipt receipt) {
        var more = Stream.concat(receipts.stream(), Stream.of(receipt)).toList();
        return new Funds(more, givenBack, bounced, rounds, heard);
    }

    /** Promises an amount back; what bounced before is the last of what is left to be given. */
    Funds back(Money amount) {
        var back = givenBack.plus(amount);
        return new Funds(receipts, back, bounced.min(taken().minus(back)), rounds, heard);
    }

    /** The same, of what bounced first: an operator finds another way for it. */
    Funds backAgain(Money amount) {
        return new Funds(receipts, givenBack.plus(amount), bounced.minus(amount.min(bounced)), rounds, heard);
    }

    /** A refund of this amount failed. */
    Funds bounce(Money amount) {
        return new Funds(receipts, givenBack.minus(amount), bounced.plus(amount), rounds, heard);
    }

    /** What is left and is not the shopper's own that came back. */
    Money kept() {
        return left().minus(bounced);
    }

    Funds asking() {
        return new Funds(receipts, givenBack, bounced, rounds + 1, heard);
    }

    Funds hearing(String id) {
        var more = new TreeSet<>(heard);
        more.add(id);
        return new Funds(receipts, givenBack, bounced, rounds, more);
    }
}
