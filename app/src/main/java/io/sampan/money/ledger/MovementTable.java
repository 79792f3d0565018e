package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import io.sampan.money.ledger.Posted.HoldEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Movements on their way into the book, by the functions that the database keeps for that. */
@Repository
class MovementTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOLDS = """
            SELECT id, kind, subject, at, debit_kind, debit_subject, credit_kind, credit_subject, minor, currency, until
            FROM ledger.hold h
            """;

    private final JdbcClient jdbc;
    private final EntryTable entries;

    MovementTable(JdbcClient jdbc, EntryTable entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** Those of these ids that are taken. */
    List<String> taken(Collection<String> ids) {
        var all = ids.toArray(String[]::new);
        return jdbc.sql("""
                        SELECT id FROM ledger.entry WHERE id = ANY (?) UNION ALL SELECT id FROM ledger.hold WHERE id = ANY (?)
                        UNION ALL SELECT id FROM ledger.hold_end WHERE id = ANY (?) AND how <> 'SETTLED'
                        """)
                .param(all)
                .param(all)
                .param(all)
                .query((row, n) -> row.getString("id"))
                .list();
    }

    /** The movements of ids that are taken. */
    Map<String, Movement> standing(Collection<String> ids) {
        var found = new HashMap<String, Movement>();
        entries.find(ids).forEach(entry -> found.put(entry.id(), entry));
        found.putAll(holds(ids));
        jdbc.sql("""
                        SELECT e.hold_id, e.id, e.how, e.minor, e.at, h.currency
                        FROM ledger.hold_end e JOIN ledger.hold h ON h.id = e.hold_id WHERE e.id = ANY (?)
                        """).param(ids.toArray(String[]::new)).query(row -> {
            found.put(row.getString("id"), end(row));
        });
        return found;
    }

    private static Movement end(ResultSet row) throws SQLException {
        var id = row.getString("id");
        var hold = row.getString("hold_id");
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        return HoldEnd.valueOf(row.getString("how")) == HoldEnd.SETTLED
                ? new Settlement(id, hold, at, Money.of(row.getLong("minor"), row.getString("currency")))
                : new Release(id, hold, at);
    }

    /** Holds by their ids. */
    Map<String, Hold> holds(Collection<String> ids) {
        return byId(jdbc.sql(HOLDS + "WHERE id = ANY (?)")
                .param(ids.toArray(String[]::new))
                .query(MovementTable::hold)
                .list());
    }

    /** Holds whose time is over and that nobody ended, at most so many. */
    Map<String, Hold> overdue(Instant now, int limit) {
        return byId(jdbc.sql(HOLDS + """
                        WHERE id IN (SELECT hold_id FROM ledger.hold_open WHERE until <= ? ORDER BY until LIMIT ?)
                        """)
                .params(now.atOffset(ZoneOffset.UTC), limit)
                .query(MovementTable::hold)
                .list());
    }

    private static Map<String, Hold> byId(List<Hold> holds) {
        var byId = new LinkedHashMap<String, Hold>();
        holds.forEach(hold -> byId.put(hold.id(), hold));
        return byId;
    }

    private static Hold hold(ResultSet row, int n) throws SQLException {
        return new Hold(
                row.getString("id"),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                account(row, "debit"),
                account(row, "credit"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }

    private static AccountRef account(ResultSet row, String side) throws SQLException {
        return new AccountRef(AccountRef.Kind.valueOf(row.getString(side + "_kind")), row.getString(side + "_subject"));
    }

    /** How these holds ended, of those that did. */
    Map<String, HoldEnd> ends(Collection<String> holds) {
        var ends = new HashMap<String, HoldEnd>();
        jdbc.sql("SELECT hold_id, how FROM ledger.hold_end WHERE hold_id = ANY (?)")
                .param(holds.toArray(String[]::new))
                .query(row -> {
                    ends.put(row.getString("hold_id"), HoldEnd.valueOf(row.getString("how")));
                });
        return ends;
    }

    /** What limited accounts come to; they are held until the transaction ends. */
    Map<Book, Totals> lock(Collection<Book> books) {
        var totals = new HashMap<Book, Totals>();
        var all = List.copyOf(books);
        jdbc.sql("SELECT * FROM ledger.lock_accounts(?, ?, ?)")
                .param(all.stream().map(book -> book.account().kind().name()).toArray(String[]::new))
                .param(all.stream().map(book -> book.account().subject()).toArray(String[]::new))
                .param(all.stream()
                        .map(book -> book.currency().getCurrencyCode())
                        .toArray(String[]::new))
                .query(row -> {
                    totals.put(book(row), totals(row));
                });
        return totals;
    }

    private static Book book(ResultSet row) throws SQLException {
        return new Book(
                new AccountRef(
                        AccountRef.Kind.valueOf(row.getString("account_kind")), row.getString("account_subject")),
                Currency.getInstance(row.getString("currency")));
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(row.getLong("debits"), row.getLong("credits"), row.getLong("debits_held"));
    }

    /** What a limited account comes to now; nothing for one that nobody used. */
    Totals totals(Book book) {
        return jdbc.sql("""
                        SELECT debits, credits, debits_held FROM ledger.limited_account
                        WHERE account_kind = ? AND account_subject = ? AND currency = ?
                        """)
                .params(
                        book.account().kind().name(),
                        book.account().subject(),
                        book.currency().getCurrencyCode())
                .query((row, n) -> totals(row))
                .optional()
                .orElse(Totals.NONE);
    }

    /**
     * Writes all of it.
     *
     * @return false when it was a single movement whose id is taken
     */
    boolean write(Page page, Instant now) {
        return jdbc.sql("SELECT ledger.write(CAST(? AS jsonb), ?)")
                        .params(JSON.writeValueAsString(page.json()), now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
