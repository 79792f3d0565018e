package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closed days in the database, and all that was recorded in one. */
@Repository
class ClosingTable {
    private static final int ROWS_AT_A_TIME = 2_000;
    private static final String DAYS = "SELECT day, until, fingerprint, rows FROM ledger.closed_day ";

    /** Everything of a day, each row as one text, in an order that does not depend on when it was read. */
    private static final List<String> RECORDED = List.of("""
            SELECT concat_ws('|', 'entry', e.id, e.kind, e.subject, extract(epoch FROM e.at), extract(epoch FROM e.recorded_at),
                p.line, p.account_kind, p.account_subject, p.minor, p.currency) AS row
            FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id
            WHERE e.recorded_at >= :from AND e.recorded_at < :until ORDER BY e.id, p.line
            """, """
            SELECT concat_ws('|', 'hold', id, kind, subject, extract(epoch FROM at), debit_kind, debit_subject, credit_kind,
                credit_subject, minor, currency, extract(epoch FROM until), extract(epoch FROM recorded_at)) AS row
            FROM ledger.hold WHERE recorded_at >= :from AND recorded_at < :until ORDER BY id
            """, """
            SELECT concat_ws('|', 'end', hold_id, id, how, minor, extract(epoch FROM at), extract(epoch FROM recorded_at)) AS row
            FROM ledger.hold_end WHERE recorded_at >= :from AND recorded_at < :until ORDER BY hold_id
            """);

    private final JdbcClient jdbc;

    ClosingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody write until the transaction ends. */
    void begin() {
        jdbc.sql("SELECT ledger.begin_closing()").query(row -> {});
    }

    Optional<ClosedDay> last() {
        return jdbc.sql(DAYS + "ORDER BY day DESC LIMIT 1")
                .query((row, n) -> day(row))
                .optional();
    }

    /** After this one, the oldest first. */
    List<ClosedDay> after(LocalDate day, int limit) {
        return jdbc.sql(DAYS + "WHERE day > ? ORDER BY day LIMIT ?")
                .params(day, limit)
                .query((row, n) -> day(row))
                .list();
    }

    /** When the first row of all was recorded. */
    Optional<Instant> begun() {
        return jdbc.sql("SELECT min(recorded_at) AS begun FROM ledger.entry")
                .query((row, n) -> Optional.ofNullable(row.getObject("begun", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Adds all that was recorded from one time until another. */
    void read(Instant from, Instant until, Fingerprint fingerprint) {
        for (var query : RECORDED) {
            jdbc.sql(query)
                    .withFetchSize(ROWS_AT_A_TIME)
                    .param("from", from.atOffset(ZoneOffset.UTC))
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .query(row -> {
                        fingerprint.add(row.getString("row"));
                    });
        }
    }

    void close(LocalDate day, Fingerprint fingerprint, Instant now) {
        long rows = fingerprint.rows();
        jdbc.sql("SELECT ledger.close_day(?, ?, ?, ?)")
                .params(day, fingerprint.end(), rows, now.atOffset(ZoneOffset.UTC))
                .query(row -> {});
    }

    /** What shoppers had with us at a moment, by account and currency; above zero is theirs. */
    List<Ledger.Balance> owed(Instant until) {
        return jdbc.sql("""
                        SELECT p.account_kind, p.account_subject, p.currency, -sum(p.minor) AS minor
                        FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
                        WHERE e.recorded_at < ? AND p.account_kind IN ('SHOPPER_FUNDS', 'SHOPPER_BALANCE')
                        GROUP BY p.account_kind, p.account_subject, p.currency HAVING sum(p.minor) <> 0
                        ORDER BY p.account_kind, p.account_subject, p.currency
                        """)
                .param(until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Ledger.Balance(
                        new AccountRef(
                                AccountRef.Kind.valueOf(row.getString("account_kind")),
                                row.getString("account_subject")),
                        Money.of(row.getLong("minor"), row.getString("currency"))))
                .list();
    }

    private static ClosedDay day(ResultSet row) throws SQLException {
        return new ClosedDay(
                row.getObject("day", LocalDate.class),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getString("fingerprint"),
                row.getLong("rows"));
    }
}
