package io.sampan.buy.dispute;

import io.sampan.buy.payment.PaymentId;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Dispute;
import io.sampan.outside.gateway.Dispute.Stage;
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
class DisputeTable {
    private static final String COLUMNS =
            "gateway, reference, payment, subject, minor, currency, withheld_minor, fee_minor, reason,"
                    + " stage, answer_by, changed_at";

    private final JdbcClient jdbc;

    DisputeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which dispute, of which nothing else may be known yet. */
    record Key(String gateway, String reference) {}

    /**
     * What stands in the book for a dispute.
     *
     * @param version raised by news, and by whatever is written down
     */
    record Booked(long withheld, long fee, int version) {}

    /** There is news: it is looked at soon. */
    void hear(Key key, Instant now) {
        jdbc.sql("""
                        INSERT INTO dispute.dispute (gateway, reference, heard_at, changed_at, look_at)
                        VALUES (:gateway, :reference, :now, :now, :now)
                        ON CONFLICT (gateway, reference) DO UPDATE SET look_at = excluded.look_at, version = dispute.version + 1
                        """)
                .param("gateway", key.gateway())
                .param("reference", key.reference())
                .param("now", utc(now))
                .update();
    }

    /** The same if nothing was known of it. */
    void discover(Key key, Instant now) {
        jdbc.sql("""
                        INSERT INTO dispute.dispute (gateway, reference, heard_at, changed_at, look_at)
                        VALUES (:gateway, :reference, :now, :now, :now) ON CONFLICT (gateway, reference) DO NOTHING
                        """)
                .param("gateway", key.gateway())
                .param("reference", key.reference())
                .param("now", utc(now))
                .update();
    }

    /** One that is due for a look, for this worker; it comes up again then, whatever becomes of the worker. */
    Optional<Key> take(Instant now, Instant again) {
        return jdbc.sql("""
                        UPDATE dispute.dispute SET look_at = :again WHERE (gateway, reference) IN (
                            SELECT gateway, reference FROM dispute.dispute WHERE look_at <= :now ORDER BY look_at LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        RETURNING gateway, reference
                        """)
                .param("now", utc(now))
                .param("again", utc(again))
                .query((row, n) -> new Key(row.getString("gateway"), row.getString("reference")))
                .optional();
    }

    /** What is booked; held until the transaction ends. */
    Booked lock(Key key) {
        return jdbc.sql("""
                        SELECT withheld_minor, fee_minor, version FROM dispute.dispute WHERE gateway = ? AND reference = ? FOR UPDATE
                        """)
                .params(key.gateway(), key.reference())
                .query((row, n) ->
                        new Booked(row.getLong("withheld_minor"), row.getLong("fee_minor"), row.getInt("version")))
                .single();
    }

    /** Whoever asks the gateway notes this before, and writes down what it told only if it is still the same; 0 when nothing is known. */
    int version(Key key) {
        return jdbc.sql("SELECT version FROM dispute.dispute WHERE gateway = ? AND reference = ?")
                .params(key.gateway(), key.reference())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Writes what the gateway told; the caller holds the row. */
    void write(DisputeView view, boolean rests) {
        var now = view.now();
        @Nullable Instant answerBy = now.answerBy();
        jdbc.sql("""
                        UPDATE dispute.dispute SET payment = :payment, subject = :subject, minor = :minor, currency = :currency,
                            withheld_minor = :withheld, fee_minor = :fee, version = version + 1, reason = :reason,
                            changed_at = CASE WHEN stage = :stage THEN changed_at ELSE :at END, stage = :stage, answer_by = :answerBy,
                            look_at = CASE WHEN :rests THEN NULL ELSE look_at END
                        WHERE gateway = :gateway AND reference = :reference
                        """)
                .param("payment", view.payment().value())
                .param("subject", view.subject())
                .param("minor", now.amount().minor())
                .param("currency", now.amount().currency().getCurrencyCode())
                .param("withheld", now.withheld().minor())
                .param("fee", now.fee().minor())
                .param("reason", now.reason())
                .param("stage", now.stage().name())
                .param("at", utc(view.changedAt()))
                .param("answerBy", answerBy == null ? null : utc(answerBy))
                .param("rests", rests)
                .param("gateway", view.gateway())
                .param("reference", now.reference())
                .update();
    }

    /** It is none of ours, or none that the gateway knows: only news brings it up again. */
    void rest(Key key) {
        jdbc.sql("UPDATE dispute.dispute SET look_at = NULL WHERE gateway = ? AND reference = ?")
                .params(key.gateway(), key.reference())
                .update();
    }

    Optional<DisputeView> find(Key key) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM dispute.dispute WHERE gateway = ? AND reference = ? AND payment IS NOT NULL")
                .params(key.gateway(), key.reference())
                .query(DisputeTable::view)
                .optional();
    }

    List<DisputeView> ofPayment(PaymentId payment) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM dispute.dispute WHERE payment = ? ORDER BY heard_at, reference")
                .param(payment.value())
                .query(DisputeTable::view)
                .list();
    }

    /** Those that are not over, the most urgent first, then those that were decided last. */
    List<DisputeView> latest(boolean over, int limit) {
        var sql = over
                ? " FROM dispute.dispute WHERE stage IN ('WON', 'LOST') ORDER BY changed_at DESC LIMIT ?"
                : " FROM dispute.dispute WHERE stage NOT IN ('WON', 'LOST') ORDER BY answer_by NULLS LAST, heard_at LIMIT ?";
        return jdbc.sql("SELECT " + COLUMNS + sql)
                .param(limit)
                .query(DisputeTable::view)
                .list();
    }

    private static DisputeView view(ResultSet row, int n) throws SQLException {
        var currency = row.getString("currency");
        var dispute = new Dispute(
                row.getString("reference"),
                row.getString("payment"),
                Money.of(row.getLong("minor"), currency),
                Money.of(row.getLong("withheld_minor"), currency),
                Money.of(row.getLong("fee_minor"), currency),
                row.getString("reason"),
                Stage.valueOf(row.getString("stage")),
                instant(row, "answer_by"));
        return new DisputeView(
                row.getString("gateway"),
                new PaymentId(row.getObject("payment", UUID.class)),
                row.getObject("subject", UUID.class),
                dispute,
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
