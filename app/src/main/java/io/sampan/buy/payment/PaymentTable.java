package io.sampan.buy.payment;

import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Capturing;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PaymentTable {
    /** Each arm reads the oldest of an index of its own, since every operator's desk asks every few seconds. */
    static final String UNSETTLED = """
            SELECT * FROM payment.payment WHERE (subject, id) IN (
                (SELECT subject, id FROM payment.payment WHERE attention IS NOT NULL ORDER BY changed_at LIMIT :limit)
                UNION
                (SELECT subject, id FROM payment.payment WHERE state IN ('REQUESTED', 'CAPTURING') AND changed_at < :since
                    ORDER BY changed_at LIMIT :limit)
                UNION
                (SELECT subject, payment FROM payment.refund WHERE state = 'ASKED' AND changed_at < :since
                    ORDER BY changed_at LIMIT :limit))
            ORDER BY changed_at LIMIT :limit
            """;

    private final JdbcClient jdbc;

    PaymentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the subject has a payment for this purpose that is not closed. */
    boolean add(Payment payment, Instant firstLook) {
        return jdbc.sql("""
                        INSERT INTO payment.payment (id, subject, purpose, gateway, method, payer_address, payer, minor, currency, description,
                            success, cancel, locale, state, created_at, changed_at, look_at)
                        VALUES (:id, :subject, :purpose, :gateway, :method, :payer, :account, :minor, :currency, :description,
                            :success, :cancel, :locale, 'REQUESTED', :at, :at, :look)
                        ON CONFLICT (subject, purpose) WHERE state <> 'CLOSED' AND NOT superseded DO NOTHING
                        """)
                        .param("id", payment.id().value())
                        .param("subject", payment.payable().subject())
                        .param("purpose", payment.payable().purpose())
                        .param("gateway", payment.gateway())
                        .param("method", payment.way().method().code())
                        .param("payer", payment.way().payerAddress())
                        .param("account", payment.way().payer())
                        .param("minor", payment.amount().minor())
                        .param("currency", payment.amount().currency().getCurrencyCode())
                        .param("description", payment.payable().description())
                        .param("success", payment.payable().success().toString())
                        .param("cancel", payment.payable().cancel().toString())
                        .param("locale", payment.payable().locale().toLanguageTag())
                        .param("at", utc(payment.createdAt()))
                        .param("look", utc(firstLook))
                        .update()
                == 1;
    }

    /** The one that counts: at most one is neither closed nor superseded. */
    Optional<Payment> current(UUID subject, String purpose) {
        return jdbc.sql("""
                        SELECT * FROM payment.payment WHERE subject = ? AND purpose = ? AND state <> 'CLOSED' AND NOT superseded
                        """).params(subject, purpose).query(PaymentRow::payment).optional();
    }

    Optional<Payment> find(PaymentId id) {
        return jdbc.sql("SELECT * FROM payment.payment WHERE id = ?")
                .param(id.value())
                .query(PaymentRow::payment)
                .optional();
    }

    Optional<PaymentId> byReference(String gateway, String reference) {
        return jdbc.sql("SELECT id FROM payment.payment WHERE reference = ? AND gateway = ?")
                .params(reference, gateway)
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .optional();
    }

    List<Payment> of(UUID subject) {
        return jdbc.sql("SELECT * FROM payment.payment WHERE subject = ? ORDER BY created_at, id")
                .param(subject)
                .query(PaymentRow::payment)
                .list();
    }

    /** The subject's captured payments, held until the transaction ends; the newest first, so that a top-up is given back before the rest. */
    List<Payment> lockCaptured(UUID subject) {
        return jdbc.sql("""
                        SELECT * FROM payment.payment WHERE subject = ? AND state = 'CAPTURED' ORDER BY created_at DESC, id DESC
                        FOR UPDATE
                        """).param(subject).query(PaymentRow::payment).list();
    }

    /** All payments of a subject for one purpose, held until the transaction ends; in one order, so that nobody waits in a circle. */
    List<Payment> lockAll(UUID subject, String purpose) {
        return jdbc.sql("SELECT * FROM payment.payment WHERE subject = ? AND purpose = ? ORDER BY id FOR UPDATE")
                .params(subject, purpose)
                .query(PaymentRow::payment)
                .list();
    }

    /** From now on this one counts, and no other for its purpose; the others are looked at soon. The caller holds all of them. */
    void prefer(Payment payment, Instant now) {
        jdbc.sql("""
                        UPDATE payment.payment SET superseded = true, heard_again = true,
                            look_at = CASE WHEN state = 'CAPTURED' THEN NULL ELSE :now END
                        WHERE subject = :subject AND purpose = :purpose AND id <> :id AND state <> 'CLOSED' AND NOT superseded
                        """)
                .param("now", utc(now))
                .param("subject", payment.payable().subject())
                .param("purpose", payment.payable().purpose())
                .param("id", payment.id().value())
                .update();
        jdbc.sql("UPDATE payment.payment SET superseded = false WHERE id = ? AND superseded")
                .param(payment.id().value())
                .update();
    }

    /** The shopper chose another way to pay. */
    void supersede(PaymentId id, Instant now) {
        jdbc.sql("UPDATE payment.payment SET superseded = true, heard_again = true, look_at = ? WHERE id = ?")
                .params(utc(now), id.value())
                .update();
    }

    /** Held until the transaction ends. */
    Optional<Payment> lock(PaymentId id) {
        return jdbc.sql("SELECT * FROM payment.payment WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(PaymentRow::payment)
                .optional();
    }

    /** Writes a move; the caller holds the row. A move begins its looks anew. */
    void move(Payment payment, PaymentState next, @Nullable String reference, Instant now) {
        var sql = jdbc.sql("""
                        UPDATE payment.payment SET state = :state, reference = coalesce(:reference, reference), page = :page,
                            page_expires = :expires, last_decline = :decline, checking = :checking, captured_minor = :captured, fee_minor = :fee,
                            captured_at = :capturedAt, closed_why = :why, changed_at = :now, tries = 0, attention = NULL,
                            payer_address = '', payer = NULL
                        WHERE id = :id
                        """)
                .param("id", payment.id().value())
                .param("state", next.getClass().getSimpleName().toUpperCase(Locale.ROOT))
                .param("reference", reference)
                .param("now", utc(now));
        var open = next instanceof Open o ? o : null;
        var capturing = next instanceof Capturing c ? c : null;
        var captured = next instanceof Captured c ? c : null;
        var page = open != null ? open.page() : capturing != null ? capturing.page() : null;
        var expires = open != null ? open.expires() : capturing != null ? capturing.pageExpires() : null;
        sql.param("page", page == null ? null : page.toString())
                .param("expires", expires == null ? null : utc(expires))
                .param("decline", open == null ? null : open.lastDecline())
                .param("checking", open != null && open.checking())
                .param("captured", captured == null ? null : captured.amount().minor())
                .param("fee", captured == null ? null : captured.fee().minor())
                .param("capturedAt", captured == null ? null : utc(captured.at()))
                .param("why", next instanceof Closed closed ? closed.why() : null)
                .update();
    }

    /** The payment, for this worker alone until the claim ends; the next look is put off in case the worker never comes back. */
    Optional<Payment> claim(PaymentId id, Instant now, Duration length) {
        return jdbc.sql("""
                        UPDATE payment.payment SET claimed_until = :until, look_at = :until, tries = tries + 1, heard_again = false
                        WHERE id = :id AND (claimed_until IS NULL OR claimed_until <= :now) AND state NOT IN ('CAPTURED', 'CLOSED')
                        RETURNING *
                        """)
                .param("id", id.value())
                .param("now", utc(now))
                .param("until", utc(now.plus(length)))
                .query(PaymentRow::payment)
                .optional();
    }

    /** Says to whoever is at it that there is news. */
    void hear(PaymentId id, Instant now) {
        jdbc.sql("""
                        UPDATE payment.payment SET heard_again = true, look_at = ? WHERE id = ? AND state NOT IN ('CAPTURED', 'CLOSED')
                        """).params(utc(now), id.value()).update();
    }

    /** The shopper came back from the pages of a subject: until the gateway says otherwise, they have paid there. */
    void cameBack(UUID subject) {
        jdbc.sql("UPDATE payment.payment SET checking = true WHERE subject = ? AND state = 'OPEN'")
                .param(subject)
                .update();
    }

    /** Ends a claim. The caretaker looks again at that time, or at once if there was news meanwhile; null means never. */
    void release(PaymentId id, @Nullable Instant next, @Nullable Attention attention, Instant now) {
        jdbc.sql("""
                        UPDATE payment.payment SET claimed_until = NULL, attention = coalesce(:attention, attention),
                            look_at = CASE WHEN state IN ('CAPTURED', 'CLOSED') THEN NULL WHEN heard_again THEN :now ELSE :next END,
                            heard_again = false
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("attention", attention == null ? null : attention.kept())
                .param("now", utc(now))
                .param("next", next == null ? null : utc(next))
                .update();
    }

    /** Those due for a look that nobody is at; the claim decides who of several nodes takes each. */
    List<PaymentId> due(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT id FROM payment.payment WHERE look_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
                        ORDER BY look_at LIMIT :limit
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .list();
    }

    boolean isClaimed(PaymentId id, Instant now) {
        return jdbc.sql("SELECT count(*) FROM payment.payment WHERE id = ? AND claimed_until > ?")
                        .params(id.value(), utc(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean isWithdrawn(UUID subject) {
        return jdbc.sql("SELECT count(*) FROM payment.payment WHERE subject = ? AND withdrawn")
                        .param(subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<PaymentId> withdraw(UUID subject, Instant now) {
        return jdbc.sql("""
                        UPDATE payment.payment SET withdrawn = true, look_at = ?, heard_again = true
                        WHERE subject = ? AND state NOT IN ('CAPTURED', 'CLOSED') RETURNING id
                        """)
                .params(utc(now), subject)
                .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The caller holds the row. */
    void contest(PaymentId id, PaymentView.Contested contested) {
        jdbc.sql("UPDATE payment.payment SET contested_minor = ?, charged_back_minor = ? WHERE id = ?")
                .params(contested.open().minor(), contested.lost().minor(), id.value())
                .update();
    }

    void decline(Payment payment, String code, Instant now) {
        var way = payment.way().method();
        jdbc.sql("INSERT INTO payment.decline (payment, gateway, method, code, at) VALUES (?, ?, ?, ?, ?)")
                .params(payment.id().value(), way.gateway(), way.code(), code, utc(now))
                .update();
    }

    void attend(PaymentId id, @Nullable Attention attention) {
        jdbc.sql("UPDATE payment.payment SET attention = :attention WHERE id = :id")
                .param("attention", attention == null ? null : attention.kept())
                .param("id", id.value())
                .update();
    }

    /** Those that an operator should look at, the oldest change first. */
    List<Payment> unsettled(Instant slowSince, int limit) {
        return jdbc.sql(UNSETTLED)
                .param("since", utc(slowSince))
                .param("limit", limit)
                .query(PaymentRow::payment)
                .list();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
