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
 * @param givenBack what was promised back of it, whether or not it has arrived
 * @param rounds how often the shopper was asked for more
 * @param heard ids of payments and refunds whose news was told already
 */
public record Funds(List<Receipt> receipts, Money givenBack, int rounds, Set<String> heard) {
    public Funds {
        receipts = List.copyOf(receipts);
        heard = Set.copyOf(heard);
    }

    /** @param purpose {@link Order#PURPOSE}, or a top-up's */
    public record Receipt(UUID payment, String purpose, Money amount) {}

    static Funds none(Currency currency) {
        return new Funds(List.of(), Money.zero(currency), 0, Set.of());
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
        return new Funds(Stream.concat(receipts.stream(), Stream.of(receipt)).toList(), givenBack, rounds, heard);
    }

    Funds back(Money amount) {
        return new Funds(receipts, givenBack.plus(amount), rounds, heard);
    }

    Funds asking() {
        return new Funds(receipts, givenBack, rounds + 1, heard);
    }

    Funds hearing(String id) {
        var more = new TreeSet<>(heard);
        more.add(id);
        return new Funds(receipts, givenBack, rounds, more);
    }
}
