package io.sampan.money.proof;

import io.sampan.money.amount.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DayTable {
    /** A day with what is not published of it. */
    record Kept(ProvedDay day, byte[] secret) {}

    private final JdbcClient jdbc;

    DayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest day of which something is proved. */
    Optional<LocalDate> last() {
        return jdbc.sql("SELECT day FROM proof.day ORDER BY day DESC LIMIT 1")
                .query((row, n) -> row.getObject("day", LocalDate.class))
                .optional();
    }

    void add(Kept kept, Instant now) {
        var day = kept.day();
        jdbc.sql("""
                        INSERT INTO proof.day (day, currency, root, total, leaves, secret, proved_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        day.day(),
                        day.total().currency().getCurrencyCode(),
                        day.root(),
                        day.total().minor(),
                        day.leaves(),
                        kept.secret(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Kept> of(LocalDate day) {
        return jdbc.sql("SELECT * FROM proof.day WHERE day = ? ORDER BY currency")
                .param(day)
                .query((row, n) -> kept(row))
                .list();
    }

    /** The latest first. */
    List<ProvedDay> latest(int limit) {
        return jdbc.sql("SELECT * FROM proof.day ORDER BY day DESC, currency LIMIT ?")
                .param(limit)
                .query((row, n) -> kept(row).day())
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var total = Money.of(row.getLong("total"), row.getString("currency"));
        return new Kept(
                new ProvedDay(
                        row.getObject("day", LocalDate.class), row.getString("root"), total, row.getInt("leaves")),
                row.getBytes("secret"));
    }
}
