package io.sampan.buy.payout;

import io.sampan.buy.payout.PayoutView.State;
import io.sampan.money.amount.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PayoutTable {
    private final JdbcClient jdbc;

    PayoutTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is one of this id. */
    boolean add(PayoutView view, String receiver) {
        return jdbc.sql("""
                        INSERT INTO payout.payout (id, account, gateway, receiver, receiver_shown, minor, currency, state, asked_at,
                            changed_at, look_at)
                        VALUES (:id, :account, :gateway, :receiver, :shown, :minor, :currency, 'ASKED', :at, :at, :at)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", view.id())
                        .param("account", view.account())
                        .param("gateway", view.gateway())
                        .param("receiver", receiver)
                        .param("shown", view.receiver())
                        .param("minor", view.amount().minor())
                        .param("currency", view.amount().currency().getCurrencyCode())
                        .param("at", utc(view.askedAt()))
                        .update()
                == 1;
    }

    /** Held until the transaction ends. */
    Optional<Payout> lock(UUID id) {
        return jdbc.sql("SELECT * FROM payout.payout WHERE id = ? FOR UPDATE")
                .param(id)
                .query(PayoutTable::payout)
                .optional();
    }

    /** The one that has been due for longest, which is due again at its next look; of several nodes one gets it. */
    Optional<Payout> take(Instant now, Instant lease) {
        return jdbc.sql("""
                        UPDATE payout.payout SET look_at = :lease, tries = tries + 1
                        WHERE id = (SELECT id FROM payout.payout WHERE look_at <= :now ORDER BY look_at LIMIT 1) AND look_at <= :now
                        RETURNING *
                        """)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .query(PayoutTable::payout)
                .optional();
    }

    /** @param next null to rest for good */
    void lookAgain(UUID id, @Nullable Instant next) {
        jdbc.sql("UPDATE payout.payout SET look_at = CAST(:next AS timestamptz) WHERE id = :id")
                .param("next", next == null ? null : utc(next))
                .param("id", id)
                .update();
    }

    /** Writes a move; the caller holds the row. Where it went is forgotten once nothing more will happen. */
    void move(UUID id, State next, @Nullable String reference, @Nullable String why, Instant now) {
        jdbc.sql("""
                        UPDATE payout.payout SET state = :state, reference = coalesce(:reference, reference), why = :why, changed_at = :now,
                            receiver = CASE WHEN :ends THEN '' ELSE receiver END,
                            look_at = CASE WHEN :ends THEN NULL ELSE look_at END
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("state", next.name())
                .param("reference", reference)
                .param("why", why)
                .param("ends", next.isFinal())
                .param("now", utc(now))
                .update();
    }

    /** The latest first. */
    List<PayoutView> of(UUID account, int limit) {
        return jdbc
                .sql("SELECT * FROM payout.payout WHERE account = ? ORDER BY asked_at DESC LIMIT ?")
                .params(account, limit)
                .query(PayoutTable::payout)
                .list()
                .stream()
                .map(Payout::view)
                .toList();
    }

    /** Those unconfirmed since then, the oldest first. */
    List<PayoutView> unconfirmed(Instant since, int limit) {
        return jdbc
                .sql("SELECT * FROM payout.payout WHERE state = 'ASKED' AND asked_at < ? ORDER BY asked_at LIMIT ?")
                .params(utc(since), limit)
                .query(PayoutTable::payout)
                .list()
                .stream()
                .map(Payout::view)
                .toList();
    }

    private static Payout payout(ResultSet row, int n) throws SQLException {
        @Nullable String why = row.getString("why");
        var view = new PayoutView(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("gateway"),
                row.getString("receiver_shown"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                State.valueOf(row.getString("state")),
                why,
                instant(row, "asked_at"),
                instant(row, "changed_at"));
        return new Payout(view, row.getString("receiver"), row.getString("reference"), row.getInt("tries"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
