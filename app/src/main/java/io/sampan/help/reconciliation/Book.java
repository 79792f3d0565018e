package io.sampan.help.reconciliation;

import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.BookLine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the ledger has of one story, by the ids of its entries. */
record Book(Map<String, List<BookLine>> entries) {
    static Book of(List<BookLine> lines) {
        return new Book(
                lines.stream().collect(Collectors.groupingBy(BookLine::entry, TreeMap::new, Collectors.toList())));
    }

    boolean has(String entry) {
        return entries.containsKey(entry);
    }

    Set<String> ids() {
        return entries.keySet();
    }

    /** What an entry moves on accounts of one kind, in smallest units; zero when there is no such entry. */
    long moved(String entry, AccountRef.Kind kind) {
        return entries.getOrDefault(entry, List.of()).stream()
                .filter(line -> line.isOn(kind))
                .mapToLong(BookLine::minor)
                .sum();
    }

    /** All that the story moved on one account, whatever the currency. */
    long balance(AccountRef account) {
        return on(account).stream().mapToLong(BookLine::minor).sum();
    }

    List<BookLine> on(AccountRef account) {
        return entries.values().stream()
                .flatMap(List::stream)
                .filter(line ->
                        line.isOn(account.kind()) && line.accountSubject().equals(account.subject()))
                .toList();
    }
}
