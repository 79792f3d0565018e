package io.sampan.browse.request;

import io.sampan.people.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class RequestTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RequestTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One after the other: whoever asks for this person too waits until the transaction ends. */
    void queue(AccountId shopper) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('request.request ' || :account, 0))")
                .param("account", shopper.value().toString())
                .query((row, n) -> row.getRow())
                .single();
    }

    void add(Request request, UUID form) {
        jdbc.sql("""
                        INSERT INTO request.request (id, account_id, form, state, document, asked_at)
                        VALUES (:id, :account, :form, :state, CAST(:document AS jsonb), :at)""")
                .param("id", request.id().value())
                .param("account", request.shopper().value())
                .param("form", form)
                .param("state", request.state().slug())
                .param("document", json.writeValueAsString(request))
                .param("at", at(request.askedAt()))
                .update();
    }

    /** What this person's form asked before. */
    Optional<Request> ofForm(AccountId shopper, UUID form) {
        return jdbc.sql("SELECT document FROM request.request WHERE account_id = :account AND form = :form")
                .param("account", shopper.value())
                .param("form", form)
                .query((row, n) -> request(row))
                .optional();
    }

    /** @param holdsUntil of an offer that stands on the shelf; null for all else */
    void save(Request request, @Nullable Instant holdsUntil) {
        jdbc.sql("""
                        UPDATE request.request SET state = :state, document = CAST(:document AS jsonb), holds_until = :until
                        WHERE id = :id""")
                .param("state", request.state().slug())
                .param("document", json.writeValueAsString(request))
                .param("until", holdsUntil == null ? null : at(holdsUntil), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", request.id().value())
                .update();
    }

    Optional<Request> find(RequestId id) {
        return jdbc.sql("SELECT document FROM request.request WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> request(row))
                .optional();
    }

    /** Holds the request until the transaction ends. */
    Optional<Request> lock(RequestId id) {
        return jdbc.sql("SELECT document FROM request.request WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, n) -> request(row))
                .optional();
    }

    List<Request> of(AccountId shopper, int limit) {
        return jdbc.sql("""
                        SELECT document FROM request.request WHERE account_id = :account ORDER BY asked_at DESC LIMIT :limit""")
                .param("account", shopper.value())
                .param("limit", limit)
                .query((row, n) -> request(row))
                .list();
    }

    int waiting(AccountId shopper) {
        return jdbc.sql("SELECT count(*) FROM request.request WHERE account_id = :account AND state = 'asked'")
                .param("account", shopper.value())
                .query(Integer.class)
                .single();
    }

    List<Request> waiting(int limit) {
        return jdbc.sql("SELECT document FROM request.request WHERE state = 'asked' ORDER BY asked_at, id LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> request(row))
                .list();
    }

    /** The latest of those that were dealt with. */
    List<Request> settled(int limit) {
        return jdbc.sql("""
                        SELECT document FROM request.request WHERE state <> 'asked' ORDER BY asked_at DESC LIMIT :limit""")
                .param("limit", limit)
                .query((row, n) -> request(row))
                .list();
    }

    /** Offers that stand on the shelf and hold no longer. */
    List<RequestId> lapsed(Instant now, int limit) {
        return jdbc.sql("SELECT id FROM request.request WHERE holds_until <= :now ORDER BY holds_until LIMIT :limit")
                .param("now", at(now))
                .param("limit", limit)
                .query((row, n) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    private Request request(ResultSet row) throws SQLException {
        return json.readValue(row.getString("document"), Request.class);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
