package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntryTable {
    private static final String ENTRIES = """
            SELECT e.id, e.kind, e.subject, e.at, e.recorded_at, p.account_kind, p.account_subject, p.minor, p.currency
            FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id
            """;

    private final JdbcClient jdbc;

    EntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> find(Collection<String> ids) {
        return views(ENTRIES + "WHERE e.id = ANY (?) ORDER BY e.id, p.line", ids.toArray(String[]::new)).stream()
                .map(EntryView::entry)
                .toList();
    }

    List<EntryView> ofSubject(String subject) {
        return views(ENTRIES + "WHERE e.subject = ? ORDER BY e.at, e.recorded_at, e.id, p.line", subject);
    }

    /** Whole entries after this id, in the order of their ids, at most so many. */
    List<BookLine> linesAfter(String entry, int limit) {
        return lines("e.id IN (SELECT id FROM ledger.entry WHERE id > :after ORDER BY id LIMIT :limit)")
                .param("after", entry)
                .param("limit", limit)
                .query(EntryTable::line)
                .list();
    }

    /** Whole entries that were recorded in this time, after this id, in the order of their ids, at most so many. */
    List<BookLine> linesRecorded(Instant from, Instant until, String entry, int limit) {
        return lines("""
                        e.id IN (SELECT id FROM ledger.entry WHERE recorded_at >= :from AND recorded_at < :until AND id > :after
                        ORDER BY id LIMIT :limit)""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("after", entry)
                .param("limit", limit)
                .query(EntryTable::line)
                .list();
    }

    List<BookLine> linesOf(Collection<String> subjects) {
        return lines("e.subject IN (:subjects)")
                .param("subjects", subjects)
                .query(EntryTable::line)
                .list();
    }

    List<Money> balances(AccountRef account) {
        return jdbc.sql("""
                        SELECT currency, sum(minor) AS minor FROM ledger.posting WHERE account_kind = ? AND account_subject = ?
                        GROUP BY currency HAVING sum(minor) <> 0 ORDER BY currency
                        """)
                .params(account.kind().name(), account.subject())
                .query((row, n) -> Money.of(row.getLong("minor"), row.getString("currency")))
                .list();
    }

    List<BookLine> statement(AccountRef account, int limit) {
        return jdbc.sql("""
                        SELECT e.id, e.kind, e.subject, e.recorded_at, p.account_kind, p.account_subject, p.minor, p.currency
                        FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
                        WHERE p.account_kind = ? AND p.account_subject = ? ORDER BY e.recorded_at DESC, e.id LIMIT ?
                        """)
                .params(account.kind().name(), account.subject(), limit)
                .query(EntryTable::line)
                .list();
    }

    List<BookLine> statement(AccountRef account, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT e.id, e.kind, e.subject, e.recorded_at, p.account_kind, p.account_subject, p.minor, p.currency
                        FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
                        WHERE p.account_kind = ? AND p.account_subject = ? AND e.recorded_at >= ? AND e.recorded_at < ?
                        """)
                .params(
                        account.kind().name(),
                        account.subject(),
                        from.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC))
                .query(EntryTable::line)
                .list();
    }

    private JdbcClient.StatementSpec lines(String which) {
        return jdbc.sql("""
                SELECT e.id, e.kind, e.subject, e.recorded_at, coalesce(p.account_kind, '') AS account_kind,
                    coalesce(p.account_subject, '') AS account_subject, coalesce(p.minor, 0) AS minor, coalesce(p.currency, '') AS currency
                FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id WHERE %s ORDER BY e.id, p.line""".formatted(which));
    }

    private static BookLine line(ResultSet row, int n) throws SQLException {
        return new BookLine(
                row.getString("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("account_kind"),
                row.getString("account_subject"),
                row.getLong("minor"),
                row.getString("currency").strip(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    Money balance(AccountRef account, Currency currency) {
        var sum = jdbc.sql("""
                        SELECT coalesce(sum(minor), 0) FROM ledger.posting
                        WHERE account_kind = ? AND account_subject = ? AND currency = ?
                        """)
                .params(account.kind().name(), account.subject(), currency.getCurrencyCode())
                .query(java.math.BigDecimal.class)
                .single();
        return new Money(sum.longValueExact(), currency);
    }

    /** One for each account and currency; what shoppers paid in, and their balances, are one account each here, since there are as many as orders and shoppers. */
    List<Ledger.Balance> balances() {
        return jdbc.sql("""
                        SELECT account_kind, subject AS account_subject, currency, sum(minor) AS minor FROM
                            (SELECT account_kind, currency, minor,
                                CASE WHEN account_kind IN ('SHOPPER_FUNDS', 'SHOPPER_BALANCE') THEN :all ELSE account_subject END AS subject
                            FROM ledger.posting) p
                        GROUP BY account_kind, subject, currency ORDER BY account_kind, subject, currency
                        """)
                .param("all", Ledger.ALL)
                .query((row, n) -> {
                    var summed = posting(row);
                    return new Ledger.Balance(summed.account(), summed.amount());
                })
                .list();
    }

    /** Summed entry by entry, so that two wrong entries never make a right. */
    Map<Currency, Money> imbalance() {
        var off = new HashMap<Currency, Money>();
        jdbc.sql("""
                        SELECT currency, sum(abs(off)) AS off FROM
                            (SELECT entry_id, currency, sum(minor) AS off FROM ledger.posting GROUP BY entry_id, currency) e
                        WHERE off <> 0 GROUP BY currency
                        """).query(row -> {
            var currency = Currency.getInstance(row.getString("currency"));
            off.put(currency, new Money(row.getBigDecimal("off").longValueExact(), currency));
        });
        return Map.copyOf(off);
    }

    private List<EntryView> views(String query, Object parameter) {
        var heads = new LinkedHashMap<String, EntryView>();
        var postings = new HashMap<String, List<Posting>>();
        jdbc.sql(query).param(parameter).query(row -> {
            var id = row.getString("id");
            if (!heads.containsKey(id)) {
                heads.put(id, head(row));
            }
            postings.computeIfAbsent(id, _ -> new ArrayList<>()).add(posting(row));
        });
        return heads.values().stream()
                .map(head -> whole(head, postings.getOrDefault(head.entry().id(), List.of())))
                .toList();
    }

    private static EntryView whole(EntryView head, List<Posting> postings) {
        var entry = head.entry();
        return new EntryView(
                new Entry(entry.id(), entry.kind(), entry.subject(), entry.at(), postings), head.recordedAt());
    }

    private static EntryView head(ResultSet row) throws SQLException {
        var entry = new Entry(
                row.getString("id"),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of());
        return new EntryView(
                entry, row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                new AccountRef(
                        AccountRef.Kind.valueOf(row.getString("account_kind")), row.getString("account_subject")),
                Money.of(row.getLong("minor"), row.getString("currency")));
    }
}
