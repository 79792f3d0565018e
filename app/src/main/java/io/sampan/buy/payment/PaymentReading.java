package io.sampan.buy.payment;

import io.sampan.ground.database.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All payments and refunds as they are kept, for whoever compares them with other rooms; nothing is changed here. */
@Repository
public class PaymentReading {
    private final JdbcClient jdbc;

    PaymentReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By their ids, after this one. */
    public List<Stored<PaymentView>> after(String key, int limit) {
        var rows = jdbc.sql("SELECT * FROM payment.payment WHERE id > :after ORDER BY id LIMIT :limit")
                .param("after", Stored.after(key))
                .param("limit", Math.min(limit, Stored.MOST_ROWS))
                .query(PaymentReading::row)
                .list();
        return withRefunds(rows);
    }

    /** All payments of these subjects. */
    public List<Stored<PaymentView>> of(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        var rows = jdbc.sql("SELECT * FROM payment.payment WHERE subject IN (:subjects) ORDER BY created_at, id")
                .param("subjects", subjects)
                .query(PaymentReading::row)
                .list();
        return withRefunds(rows);
    }

    /** All refunds of these subjects; the state of a row that is done or failed is at rest, so nobody looks at it again by itself. */
    public List<Stored<RefundView>> refundsOf(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM payment.refund WHERE subject IN (:subjects) ORDER BY created_at, id")
                .param("subjects", subjects)
                .query((row, n) -> stored(row, RefundTable.refund(row, n).view()))
                .list();
    }

    private List<Stored<PaymentView>> withRefunds(List<Stored<Payment>> rows) {
        var subjects = rows.stream().map(row -> row.thing().payable().subject()).collect(Collectors.toSet());
        Map<PaymentId, List<RefundView>> refunds = new HashMap<>(
                refundsOf(subjects).stream().map(Stored::thing).collect(Collectors.groupingBy(RefundView::payment)));
        return rows.stream()
                .map(row -> new Stored<>(
                        row.key(),
                        row.state(),
                        row.thing().view(refunds.getOrDefault(row.thing().id(), List.of())),
                        row.changedAt(),
                        row.dueAt(),
                        row.claimedUntil()))
                .toList();
    }

    private static Stored<Payment> row(ResultSet row, int n) throws SQLException {
        return stored(row, PaymentRow.payment(row, n));
    }

    private static <T> Stored<T> stored(ResultSet row, T thing) throws SQLException {
        return new Stored<>(
                row.getString("id"),
                row.getString("state"),
                thing,
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "look_at"),
                instant(row, "claimed_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
