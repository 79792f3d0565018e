package io.sampan.buy.payment;

import io.sampan.outside.gateway.PayMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the ways to pay did lately, for operators. */
@Repository
public class PaymentFigures {
    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One way on one day, UTC.
     *
     * @param opened pages that were opened
     * @param captured how many of them brought money by now
     * @param usualSeconds from the page to the money, at half of those; zero when none brought any
     * @param slowSeconds the same at nine of ten
     */
    public record Day(
            PayMethod method, LocalDate day, int opened, int captured, double usualSeconds, double slowSeconds) {}

    /** @param code the gateway's reason */
    public record Declines(PayMethod method, String code, int count) {}

    /** By way and day, the earliest first. @param back how far back to look */
    public List<Day> days(Duration back) {
        return jdbc.sql("""
                        SELECT gateway, method, (created_at AT TIME ZONE 'UTC')::date AS day, count(*) AS opened,
                            count(*) FILTER (WHERE state = 'CAPTURED') AS captured,
                            coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM captured_at - created_at)), 0) AS usual,
                            coalesce(percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM captured_at - created_at)), 0) AS slow
                        FROM payment.payment WHERE created_at >= ? AND gateway <> ? GROUP BY gateway, method, day
                        ORDER BY gateway, method, day
                        """)
                .params(PaymentTable.utc(clock.instant().minus(back)), PayWay.BALANCE.gateway())
                .query((row, n) -> new Day(
                        method(row),
                        row.getObject("day", LocalDate.class),
                        row.getInt("opened"),
                        row.getInt("captured"),
                        row.getDouble("usual"),
                        row.getDouble("slow")))
                .list();
    }

    /** The most frequent first. @param back how far back to look */
    public List<Declines> declines(Duration back, int limit) {
        return jdbc.sql("""
                        SELECT gateway, method, code, count(*) AS times FROM payment.decline WHERE at >= ?
                        GROUP BY gateway, method, code ORDER BY times DESC, gateway, method, code LIMIT ?
                        """)
                .params(PaymentTable.utc(clock.instant().minus(back)), limit)
                .query((row, n) -> new Declines(method(row), row.getString("code"), row.getInt("times")))
                .list();
    }

    private static PayMethod method(ResultSet row) throws SQLException {
        return new PayMethod(row.getString("gateway"), row.getString("method"));
    }
}
