package io.sampan.deliver.shipping;

import io.sampan.buy.ordering.OrderId;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.outside.carrier.Tracked.Event;
import io.sampan.outside.carrier.Tracked.Stage;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Parcels and their histories in the database. */
@Repository
class ParcelTable {
    private static final int MOST_ROWS = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ParcelTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes a new parcel down, due at once; twice is once. */
    void keep(Parcel parcel, Instant now) {
        jdbc.sql("""
                        INSERT INTO shipping.parcel (id, order_id, state, document, tries, next_at, changed_at)
                        VALUES (:id, :order, :state, CAST(:document AS jsonb), 0, :now, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", parcel.id().value())
                .param("order", parcel.order().value())
                .param("state", parcel.state().slug())
                .param("document", json.writeValueAsString(parcel))
                .param("now", at(now))
                .update();
    }

    Optional<Parcel> find(ParcelId id) {
        return jdbc.sql("SELECT document FROM shipping.parcel WHERE id = ?")
                .param(id.value())
                .query(this::parcel)
                .optional();
    }

    Optional<Parcel> of(OrderId order) {
        return jdbc.sql("SELECT document FROM shipping.parcel WHERE order_id = ?")
                .param(order.value())
                .query(this::parcel)
                .optional();
    }

    /** Holds the parcel until the transaction ends. */
    Parcel lock(ParcelId id) {
        return jdbc.sql("SELECT document FROM shipping.parcel WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(this::parcel)
                .optional()
                .orElseThrow();
    }

    List<Parcel> inState(String slug, int limit) {
        return jdbc.sql("SELECT document FROM shipping.parcel WHERE state = ? ORDER BY changed_at, id LIMIT ?")
                .params(slug, Math.min(limit, MOST_ROWS))
                .query(this::parcel)
                .list();
    }

    /** Ids sort by age. */
    List<Parcel> billed(int limit) {
        return jdbc.sql(
                        "SELECT document FROM shipping.parcel WHERE tracking_number IS NOT NULL ORDER BY id DESC LIMIT ?")
                .params(Math.min(limit, MOST_ROWS))
                .query(this::parcel)
                .list();
    }

    /** A move begins its tries anew. */
    void save(Parcel parcel, Instant now) {
        jdbc.sql("""
                        UPDATE shipping.parcel SET state = :state, document = CAST(:document AS jsonb),
                            tracking_number = :number, tries = 0, changed_at = :now
                        WHERE id = :id
                        """)
                .param("state", parcel.state().slug())
                .param("document", json.writeValueAsString(parcel))
                .param("number", parcel.trackingNumber())
                .param("now", at(now))
                .param("id", parcel.id().value())
                .update();
    }

    /** Adds to the history what it does not have yet. */
    void append(ParcelId id, Event event, Instant now) {
        jdbc.sql("""
                        INSERT INTO shipping.tracking_event (parcel_id, event_id, stage, at, place, words, heard_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (parcel_id, event_id) DO NOTHING
                        """)
                .params(
                        id.value(),
                        UUID.nameUUIDFromBytes(event.toString().getBytes(StandardCharsets.UTF_8)),
                        event.stage().name(),
                        at(event.at()),
                        event.place(),
                        event.words(),
                        at(now))
                .update();
    }

    List<Event> events(ParcelId id) {
        return jdbc.sql("SELECT * FROM shipping.tracking_event WHERE parcel_id = ? ORDER BY at, event_id LIMIT ?")
                .params(id.value(), MOST_ROWS)
                .query((row, n) -> new Event(
                        Stage.valueOf(row.getString("stage")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("place"),
                        row.getString("words")))
                .list();
    }

    /** Takes due parcels for one node: those whose time has come, and those that another node left lying. */
    List<ParcelId> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        UPDATE shipping.parcel SET claimed_until = :until, next_at = NULL
                        WHERE id IN (SELECT id FROM shipping.parcel
                            WHERE claimed_until < :now OR (claimed_until IS NULL AND next_at <= :now)
                            ORDER BY coalesce(next_at, claimed_until) LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .param("until", at(now.plus(lease)))
                .param("now", at(now))
                .param("limit", limit)
                .query((row, n) -> new ParcelId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Lets go of a claimed parcel until then, or until news wakes it; news that came meanwhile count. */
    void rest(ParcelId id, @Nullable Instant until, boolean trouble) {
        jdbc.sql("""
                        UPDATE shipping.parcel SET claimed_until = NULL, tries = tries + :more,
                            next_at = least(next_at, CAST(:until AS timestamptz))
                        WHERE id = :id
                        """)
                .param("until", until == null ? null : at(until))
                .param("more", trouble ? 1 : 0)
                .param("id", id.value())
                .update();
    }

    int tries(ParcelId id) {
        return jdbc.sql("SELECT tries FROM shipping.parcel WHERE id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    void wake(ParcelId id, Instant now) {
        jdbc.sql("UPDATE shipping.parcel SET next_at = ? WHERE id = ?")
                .params(at(now), id.value())
                .update();
    }

    void wake(String trackingNumber, Instant now) {
        jdbc.sql("UPDATE shipping.parcel SET next_at = ? WHERE tracking_number = ?")
                .params(at(now), trackingNumber)
                .update();
    }

    private Parcel parcel(ResultSet row, int n) throws SQLException {
        return json.readValue(row.getString("document"), Parcel.class);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
