package io.sampan.buy.payment;

import static io.sampan.buy.payment.PaymentTable.instant;
import static io.sampan.buy.payment.PaymentTable.utc;

import io.sampan.money.amount.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefundTable {
    private final JdbcClient jdbc;

    RefundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Refund refund) {
        var view = refund.view();
        jdbc.sql("""
                        INSERT INTO payment.refund (id, subject, payment, refund_key, minor, currency, reason, state, contested, to_balance, part, created_at, changed_at, look_at)
                        VALUES (:id, :subject, :payment, :key, :minor, :currency, :reason, 'ASKED', :contested, :balance, :part, :at, :at, :at)
                        """)
                .param("id", view.id().value())
                .param("subject", refund.subject())
                .param("payment", view.payment().value())
                .param("key", view.key())
                .param("minor", view.amount().minor())
                .param("currency", view.amount().currency().getCurrencyCode())
                .param("reason", view.reason())
                .param("contested", view.contested())
                .param("balance", view.toBalance())
                .param("part", view.contested() ? 1 : 0)
                .param("at", utc(view.askedAt()))
                .update();
    }

    Optional<Refund> find(RefundId id) {
        return one("SELECT * FROM payment.refund WHERE id = ?", id);
    }

    /** Held until the transaction ends. */
    Optional<Refund> lock(RefundId id) {
        return one("SELECT * FROM payment.refund WHERE id = ? FOR UPDATE", id);
    }

    Optional<RefundId> byReference(String reference) {
        return jdbc.sql("SELECT id FROM payment.refund WHERE reference = ?")
                .param(reference)
                .query(RefundTable::id)
                .optional();
    }

    List<Refund> of(UUID subject) {
        return jdbc.sql("SELECT * FROM payment.refund WHERE subject = ? ORDER BY created_at, id")
                .param(subject)
                .query(RefundTable::refund)
                .list();
    }

    /** Writes a move; the caller holds the row. */
    void move(RefundId id, Refund.Step.Become next, Instant now) {
        jdbc.sql("""
                        UPDATE payment.refund SET state = :state, reference = coalesce(:reference, reference), why = :why, changed_at = :now,
                            tries = 0
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("state", next.state().name())
                .param("reference", next.reference())
                .param("why", next.why())
                .param("now", utc(now))
                .update();
    }

    /** The dispute over its money is won: from now on it is a refund like others. */
    void uncontest(RefundId id) {
        jdbc.sql("UPDATE payment.refund SET contested = false WHERE id = ?")
                .param(id.value())
                .update();
    }

    /** Those that waited for a dispute over this payment are looked at again. */
    void wakeContested(PaymentId payment, Instant now) {
        jdbc.sql("""
                        UPDATE payment.refund SET look_at = ?, heard_again = true WHERE payment = ? AND contested AND state = 'ASKED'
                        """).params(utc(now), payment.value()).update();
    }

    /** The refund, for this worker alone until the claim ends. */
    Optional<Refund> claim(RefundId id, Instant now, Duration length) {
        return jdbc.sql("""
                        UPDATE payment.refund SET claimed_until = :until, look_at = :until, tries = tries + 1, heard_again = false
                        WHERE id = :id AND (claimed_until IS NULL OR claimed_until <= :now) AND state <> 'FAILED'
                        RETURNING *
                        """)
                .param("id", id.value())
                .param("now", utc(now))
                .param("until", utc(now.plus(length)))
                .query(RefundTable::refund)
                .optional();
    }

    void hear(RefundId id, Instant now) {
        jdbc.sql("UPDATE payment.refund SET heard_again = true, look_at = ? WHERE id = ? AND state <> 'FAILED'")
                .params(utc(now), id.value())
                .update();
    }

    /**
     * Ends a claim.
     *
     * @param next when to look again; null to rest until there is news
     */
    void release(RefundId id, @Nullable Instant next, Instant now) {
        jdbc.sql("""
                        UPDATE payment.refund SET claimed_until = NULL,
                            look_at = CASE WHEN state = 'FAILED' THEN NULL WHEN heard_again THEN :now
                                ELSE CAST(:next AS timestamptz) END,
                            heard_again = false
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("now", utc(now))
                .param("next", next == null ? null : utc(next))
                .update();
    }

    /** Those due for a look that nobody is at; the claim decides who of several nodes takes each. */
    List<RefundId> due(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT id FROM payment.refund WHERE look_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
                        ORDER BY look_at LIMIT :limit
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(RefundTable::id)
                .list();
    }

    private Optional<Refund> one(String sql, RefundId id) {
        return jdbc.sql(sql).param(id.value()).query(RefundTable::refund).optional();
    }

    private static RefundId id(ResultSet row, int n) throws SQLException {
        return new RefundId(row.getObject("id", UUID.class));
    }

    static Refund refund(ResultSet row, int n) throws SQLException {
        @Nullable String why = row.getString("why");
        var view = new RefundView(
                id(row, n),
                new PaymentId(row.getObject("payment", UUID.class)),
                row.getString("refund_key"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                row.getString("reason"),
                RefundView.State.valueOf(row.getString("state")),
                why,
                row.getBoolean("contested"),
                row.getObject("to_balance", UUID.class),
                instant(row, "created_at"),
                instant(row, "changed_at"));
        return new Refund(view, row.getObject("subject", UUID.class), row.getString("reference"), row.getInt("tries"));
    }
}
