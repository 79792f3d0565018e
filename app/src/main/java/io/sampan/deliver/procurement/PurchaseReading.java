package io.sampan.deliver.procurement;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.sampan.ground.database.Stored;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All purchases as they are kept, for whoever compares them with other rooms; nothing is changed here. */
@Repository
public class PurchaseReading {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PurchaseReading(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE))
                .build();
    }

    /**
     * Under which purchase an order of a marketplace is filed: pushes about it go there.
     *
     * @param order the marketplace's own id
     */
    public record Filed(String marketplace, String source, String order, PurchaseId purchase) {}

    /** A seller's parcel that was told to the warehouse. */
    public record Told(PurchaseId purchase, UpstreamOrder.Waybill waybill, Instant at) {}

    /** By their ids, after this one. */
    public List<Stored<Purchase>> after(String key, int limit) {
        return jdbc.sql("SELECT * FROM procurement.purchase WHERE id > :after ORDER BY id LIMIT :limit")
                .param("after", Stored.after(key))
                .param("limit", Math.min(limit, Stored.MOST_ROWS))
                .query(this::stored)
                .list();
    }

    /** All purchases of these orders. */
    public List<Stored<Purchase>> of(Collection<UUID> orders) {
        return orders.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM procurement.purchase WHERE order_id IN (:orders) ORDER BY id")
                        .param("orders", orders)
                        .query(this::stored)
                        .list();
    }

    /** Where orders with these ids are filed, whatever marketplace they are of. */
    public List<Filed> filed(Collection<String> upstreamIds) {
        return upstreamIds.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM procurement.upstream WHERE upstream_id IN (:ids)")
                        .param("ids", upstreamIds)
                        .query((row, n) -> new Filed(
                                row.getString("marketplace"),
                                row.getString("source"),
                                row.getString("upstream_id"),
                                new PurchaseId(row.getObject("purchase_id", UUID.class))))
                        .list();
    }

    /** What was told to the warehouse of these purchases. */
    public List<Told> told(Collection<UUID> purchases) {
        return purchases.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM procurement.waybill WHERE purchase_id IN (:purchases)")
                        .param("purchases", purchases)
                        .query((row, n) -> new Told(
                                new PurchaseId(row.getObject("purchase_id", UUID.class)),
                                new UpstreamOrder.Waybill(row.getString("company"), row.getString("number")),
                                row.getObject("heard_at", OffsetDateTime.class).toInstant()))
                        .list();
    }

    private Stored<Purchase> stored(ResultSet row, int n) throws SQLException {
        return new Stored<>(
                row.getString("id"),
                row.getString("state"),
                json.readValue(row.getString("document"), Purchase.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_at"),
                instant(row, "claimed_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
