package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.Orders;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.BookLine;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.outside.marketplace.MarketplaceId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every entry of the book is whole: it balances, its accounts and kind are known, and it belongs to an order that there is. */
@Component
final class WholeBook implements Check {
    private static final int ENTRIES = 400;
    private static final Set<String> ACCOUNTS =
            Arrays.stream(AccountRef.Kind.values()).map(Enum::name).collect(Collectors.toSet());

    private final Ledger ledger;
    private final Orders orders;

    WholeBook(Ledger ledger, Orders orders) {
        this.ledger = ledger;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "the book";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.ENTRY_UNBALANCED,
                Kind.ENTRY_EMPTY,
                Kind.ENTRY_ACCOUNT_UNKNOWN,
                Kind.ENTRY_KIND_DIFFERS,
                Kind.ENTRY_OF_NO_ORDER);
    }

    @Override
    public void look(Findings findings) {
        var lines = ledger.linesAfter("", ENTRIES);
        while (!lines.isEmpty()) {
            var entries =
                    lines.stream().collect(Collectors.groupingBy(BookLine::entry, TreeMap::new, Collectors.toList()));
            var known = orders.known(entries.values().stream()
                    .flatMap(entry -> order(entry.getFirst()).stream())
                    .collect(Collectors.toSet()));
            entries.values().stream()
                    .filter(entry -> entry.getFirst().recordedAt().isBefore(findings.quietSince()))
                    .forEach(entry -> judge(entry, known, findings));
            lines = ledger.linesAfter(entries.lastKey(), ENTRIES);
        }
    }

    private static void judge(List<BookLine> entry, Set<UUID> known, Findings findings) {
        var first = entry.getFirst();
        var real = entry.stream().filter(line -> !line.account().isEmpty()).toList();
        if (real.size() < 2) {
            findings.add(of(Kind.ENTRY_EMPTY, first).differs(real.size(), 2));
        }
        off(real).ifPresent(sum -> findings.add(of(Kind.ENTRY_UNBALANCED, first).differs(sum, 0)));
        real.stream()
                .filter(line -> !isKnown(line))
                .findFirst()
                .ifPresent(line -> findings.add(of(Kind.ENTRY_ACCOUNT_UNKNOWN, first)
                        .differs(line.account().toLowerCase(Locale.ROOT) + ":" + line.accountSubject(), "-")));
        var meant = meant(first.entry());
        if (meant.filter(kind -> !kind.name().equals(first.kind())).isPresent()) {
            findings.add(of(Kind.ENTRY_KIND_DIFFERS, first).differs(first.kind(), meant.get()));
        }
        var order = order(first);
        if (meant.isPresent() && (order.isEmpty() || !known.contains(order.get()))) {
            findings.add(of(Kind.ENTRY_OF_NO_ORDER, first).differs(first.subject(), "-"));
        }
    }

    private static Finding of(Kind kind, BookLine line) {
        return Finding.of(kind, line.entry()).about(line.entry()).since(line.recordedAt());
    }

    private static Optional<String> off(List<BookLine> lines) {
        Map<String, Long> sums = lines.stream()
                .collect(Collectors.groupingBy(
                        BookLine::currency, TreeMap::new, Collectors.summingLong(BookLine::minor)));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> sum.getValue() + " " + sum.getKey())
                .findFirst();
    }

    private static boolean isKnown(BookLine line) {
        boolean supplier = line.isOn(AccountRef.Kind.SUPPLIER);
        return ACCOUNTS.contains(line.account())
                && !line.accountSubject().isBlank()
                && (!supplier || MarketplaceId.ofSlug(line.accountSubject()).isPresent());
    }

    /** What an entry with such an id moves; empty for those that people name. */
    private static Optional<Entry.Kind> meant(String id) {
        return switch (id.substring(0, Math.max(0, id.indexOf(':')))) {
            case "capture" -> Optional.of(Entry.Kind.CAPTURE);
            case "gateway-fee" -> Optional.of(Entry.Kind.GATEWAY_FEE);
            case "refund" -> Optional.of(Entry.Kind.REFUND);
            case "refund-returned" -> Optional.of(Entry.Kind.REFUND_RETURNED);
            case "purchase" -> Optional.of(Entry.Kind.PURCHASE);
            case "purchase-returned" -> Optional.of(Entry.Kind.PURCHASE_RETURNED);
            case "freight" -> Optional.of(Entry.Kind.FREIGHT);
            case "delivered" -> Optional.of(Entry.Kind.DELIVERED);
            case "goodwill" -> Optional.of(Entry.Kind.CORRECTION);
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> order(BookLine line) {
        return line.subject().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(line.subject()))
                : Optional.empty();
    }
}
