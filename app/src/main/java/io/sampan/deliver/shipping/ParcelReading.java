package io.sampan.deliver.shipping;

import io.sampan.ground.database.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All parcels to shoppers as they are kept, for whoever compares them with other rooms; nothing is changed here. */
@Repository
public class ParcelReading {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ParcelReading(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A parcel and the number that its row is found by when a carrier tells of it.
     *
     * @param number as in its column; null where there is none
     * @param seenDelivered whether a scan in its history says that it was delivered
     */
    public record Kept(Parcel parcel, @Nullable String number, boolean seenDelivered) {}

    /** A number that several parcels bear. */
    public record Shared(String number, long parcels) {}

    /** By their ids, after this one. */
    public List<Stored<Kept>> after(String key, int limit) {
        return jdbc.sql(parcels("p.id > :after ORDER BY p.id LIMIT :limit"))
                .param("after", Stored.after(key))
                .param("limit", Math.min(limit, Stored.MOST_ROWS))
                .query(this::stored)
                .list();
    }

    /** All parcels of these orders. */
    public List<Stored<Kept>> of(Collection<UUID> orders) {
        return orders.isEmpty()
                ? List.of()
                : jdbc.sql(parcels("p.order_id IN (:orders) ORDER BY p.id"))
                        .param("orders", orders)
                        .query(this::stored)
                        .list();
    }

    /** Numbers that more than one parcel bears. */
    public List<Shared> sharedNumbers(int limit) {
        return jdbc.sql("""
                        SELECT tracking_number, count(*) AS parcels FROM shipping.parcel WHERE tracking_number IS NOT NULL
                        GROUP BY tracking_number HAVING count(*) > 1 ORDER BY tracking_number LIMIT ?""")
                .param(Math.min(limit, Stored.MOST_ROWS))
                .query((row, n) -> new Shared(row.getString("tracking_number"), row.getLong("parcels")))
                .list();
    }

    /** Which of these ids are parcels'. */
    public Set<UUID> known(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("SELECT id FROM shipping.parcel WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> row.getObject("id", UUID.class))
                        .list());
    }

    private static String parcels(String which) {
        return """
                SELECT p.*, EXISTS (SELECT 1 FROM shipping.tracking_event e WHERE e.parcel_id = p.id AND e.stage = 'DELIVERED')
                    AS seen_delivered
                FROM shipping.parcel p WHERE %s""".formatted(which);
    }

    private Stored<Kept> stored(ResultSet row, int n) throws SQLException {
        return new Stored<>(
                row.getString("id"),
                row.getString("state"),
                new Kept(
                        json.readValue(row.getString("document"), Parcel.class),
                        row.getString("tracking_number"),
                        row.getBoolean("seen_delivered")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_at"),
                instant(row, "claimed_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
