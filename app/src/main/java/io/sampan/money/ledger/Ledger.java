package io.sampan.money.ledger;

import io.sampan.ground.database.Stored;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The book. Movements are made by id, so that one told twice is booked once; a mistake is put right by another entry, never by changing one: the
 * app's own role in the database may only add, and only by the function that refuses what does not balance or would overdraw an account.
 */
@Component
public class Ledger {
    /** Subject under which {@link #balances} sums what all shoppers paid in. */
    public static final String ALL = "*";

    /** What an account's postings in one currency add up to. */
    public record Balance(AccountRef account, Money amount) {}

    /** Most movements that are told at one time. */
    public static final int MOST_AT_ONCE = 1_000;

    private static final int MOST_EXPIRED_AT_ONCE = 500;

    private final EntryTable entries;
    private final MovementTable movements;
    private final Transactions transactions;
    private final Clock clock;

    Ledger(EntryTable entries, MovementTable movements, Transactions transactions, Clock clock) {
        this.entries = entries;
        this.movements = movements;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes the movement in the caller's transaction, or in one of its own, or says why not. */
    public Posted post(Movement movement) {
        return post(List.of(movement)).getFirst();
    }

    /**
     * Writes movements one after the other, each by itself: one that is refused keeps none of the others back. They are written together in the
     * caller's transaction, or in one of their own.
     *
     * @param told at most {@value #MOST_AT_ONCE}
     * @return what came of each, in their order
     */
    public List<Posted> post(List<? extends Movement> told) {
        if (told.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(told.size() + " movements at one time");
        }
        return transactions.run(() -> {
            var now = clock.instant();
            var rules = new Rules(known(told), now);
            var posted = told.stream().map(rules::judge).toList();
            var page = Page.of(rules);
            // A single movement whose id another transaction took meanwhile is judged again; that one stands now.
            return page.isEmpty() || movements.write(page, now) ? posted : post(told);
        });
    }

    /** Limited accounts are locked first: what is read after that stays so until the transaction ends. */
    private Known known(List<? extends Movement> told) {
        var named = told.stream().flatMap(Ledger::namedHold).distinct().toList();
        var holds = named.isEmpty() ? Map.<String, Hold>of() : movements.holds(named);
        var books = Stream.concat(told.stream(), holds.values().stream())
                .flatMap(Ledger::limited)
                .distinct()
                .toList();
        var totals = books.isEmpty() ? Map.<Book, Totals>of() : movements.lock(books);
        var taken = movements.taken(told.stream().map(Movement::id).toList());
        return new Known(
                taken.isEmpty() ? Map.of() : movements.standing(taken),
                holds,
                holds.isEmpty() ? Map.of() : movements.ends(holds.keySet()),
                totals);
    }

    private static Stream<String> namedHold(Movement movement) {
        return switch (movement) {
            case Settlement settlement -> Stream.of(settlement.hold());
            case Release release -> Stream.of(release.hold());
            case Entry _, Hold _ -> Stream.empty();
        };
    }

    private static Stream<Book> limited(Movement movement) {
        return switch (movement) {
            case Entry entry ->
                entry.postings().stream()
                        .filter(posting -> posting.account().kind().isLimited())
                        .map(posting ->
                                new Book(posting.account(), posting.amount().currency()));
            case Hold hold ->
                Stream.of(hold.debit(), hold.credit())
                        .filter(account -> account.kind().isLimited())
                        .map(account -> new Book(account, hold.amount().currency()));
            case Settlement _, Release _ -> Stream.empty();
        };
    }

    /** Ends the holds whose time is over, a bounded number at one time, so that their money is free again. */
    @Scheduled(
            fixedDelayString = "${sampan.ledger.expire-every:10s}",
            initialDelayString = "${sampan.ledger.expire-every:10s}")
    void expire() {
        transactions.run(() -> {
            var now = clock.instant();
            var overdue = movements.overdue(now, MOST_EXPIRED_AT_ONCE);
            movements.lock(overdue.values().stream()
                    .flatMap(Ledger::limited)
                    .distinct()
                    .toList());
            var ended = movements.ends(overdue.keySet());
            var page = Page.expiring(
                    overdue.keySet().stream()
                            .filter(hold -> !ended.containsKey(hold))
                            .toList(),
                    now);
            if (!page.isEmpty()) {
                movements.write(page, now);
            }
        });
    }

    /** What a limited account has, and how much of it is held. */
    public Funds funds(AccountRef account, Currency currency) {
        var totals = movements.totals(new Book(account, currency));
        return new Funds(new Money(totals.credits() - totals.debits(), currency), new Money(totals.held(), currency));
    }

    /** The sum of all that was ever posted to an account in a currency; zero for an account that nobody posted to. */
    public Money balance(AccountRef account, Currency currency) {
        return entries.balance(account, currency);
    }

    /** Every account's balance by currency, shoppers' funds and balances as one account each named {@link #ALL}. Reads the whole book. */
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

    /** What was recorded on a day that is closed, by the ids of its entries: the lines of at most so many after this one. */
    public List<BookLine> linesOn(ClosedDay day, String after, int limit) {
        return entries.linesRecorded(day.from(), day.until(), after, Math.min(limit, Stored.MOST_ROWS));
    }

    /** All lines of these stories. */
    public List<BookLine> linesOf(Collection<String> subjects) {
        return subjects.isEmpty() ? List.of() : entries.linesOf(subjects);
    }

    /** What stands on an account, in each currency in which that is not nothing; a debit is positive. */
    public List<Money> balances(AccountRef account) {
        return entries.balances(account);
    }

    /** The lines of one account, the latest first. */
    public List<BookLine> statement(AccountRef account, int limit) {
        return entries.statement(account, limit);
    }

    /** The lines of one account that were recorded from one moment until before another, in any order. */
    public List<BookLine> statement(AccountRef account, Instant from, Instant until) {
        return entries.statement(account, from, until);
    }

    /**
     * By currency, by how much the entries of all time fail to balance, each counted by itself; empty while the book is right, which is always.
     * Reads the whole book.
     */
    public Map<Currency, Money> imbalance() {
        return entries.imbalance();
    }
}
