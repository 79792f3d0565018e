package io.sampan.money.ledger;

import io.sampan.ground.database.Stored;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import java.time.Clock;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The book. Entries are made by id, so that a movement told twice is booked once; a mistake is put right by another entry, never by changing
 * one: the app's own role in the database may only add and read.
 */
@Component
public class Ledger {
    /** Subject under which {@link #balances} sums what all shoppers paid in. */
    public static final String ALL = "*";

    /** What an account's postings in one currency add up to. */
    public record Balance(AccountRef account, Money amount) {}

    private final EntryTable entries;
    private final Transactions transactions;
    private final Clock clock;

    Ledger(EntryTable entries, Transactions transactions, Clock clock) {
        this.entries = entries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes the entry in the caller's transaction, or in one of its own, or says why not. */
    public Posted post(Entry entry) {
        var fault = entry.fault();
        if (fault != null) {
            return new Posted.Malformed(fault);
        }
        return transactions.run(() -> {
            var off = entry.imbalance();
            if (off.isEmpty() && entries.write(entry, clock.instant())) {
                return new Posted.Done();
            }
            return entries.find(entry.id())
                    .map(standing -> entry.saysTheSameAs(standing)
                            ? (Posted) new Posted.AlreadyPosted()
                            : new Posted.Conflicting(standing))
                    .orElseGet(() -> new Posted.Unbalanced(List.copyOf(off.values())));
        });
    }

    /** The sum of all that was ever posted to an account in a currency; zero for an account that nobody posted to. */
    public Money balance(AccountRef account, Currency currency) {
        return entries.balance(account, currency);
    }

    /** Every account's balance by currency, shoppers' funds as one account named {@link #ALL}. Reads the whole book. */
    public List<Balance> balances() {
        return entries.balances();
    }

    /** All entries of a story, oldest first. */
    public List<EntryView> entriesOf(String subject) {
        return entries.ofSubject(subject);
    }

    /** The whole book by the ids of its entries: the lines of at most so many entries after this one. */
    public List<BookLine> linesAfter(String entry, int limit) {
        return entries.linesAfter(entry, Math.min(limit, Stored.MOST_ROWS));
    }

    /** All lines of these stories. */
    public List<BookLine> linesOf(Collection<String> subjects) {
        return subjects.isEmpty() ? List.of() : entries.linesOf(subjects);
    }

    /**
     * By currency, by how much the entries of all time fail to balance, each counted by itself; empty while the book is right, which is always.
     * Reads the whole book.
     */
    public Map<Currency, Money> imbalance() {
        return entries.imbalance();
    }
}
