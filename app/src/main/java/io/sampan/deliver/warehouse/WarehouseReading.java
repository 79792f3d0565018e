package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.ground.database.Stored;
import io.sampan.outside.carrier.ParcelSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All that lies in the warehouse, or is on its way there, as it is kept, for whoever compares it with other rooms; nothing is changed here. */
@Repository
public class WarehouseReading {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    WarehouseReading(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A photo whose item does not exist. */
    public record Stray(PhotoId photo, ItemId item, OrderId order) {}

    /** Items by their ids, after this one. */
    public List<Stored<Item>> itemsAfter(String key, int limit) {
        return jdbc.sql("SELECT * FROM warehouse.item WHERE id > ? ORDER BY id LIMIT ?")
                .params(Stored.after(key), Math.min(limit, Stored.MOST_ROWS))
                .query(this::item)
                .list();
    }

    /** Items of these orders. */
    public List<Stored<Item>> itemsOf(Collection<UUID> orders) {
        return orders.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM warehouse.item WHERE order_id IN (:orders) ORDER BY id")
                        .param("orders", orders)
                        .query(this::item)
                        .list();
    }

    /** Packed parcels by their ids, after this one. */
    public List<Stored<PackedParcel>> packedAfter(String key, int limit) {
        return jdbc.sql("SELECT * FROM warehouse.parcel WHERE id > ? ORDER BY id LIMIT ?")
                .params(Stored.after(key), Math.min(limit, Stored.MOST_ROWS))
                .query(WarehouseReading::packed)
                .list();
    }

    /** Packed parcels of these orders. */
    public List<Stored<PackedParcel>> packedOf(Collection<UUID> orders) {
        return orders.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM warehouse.parcel WHERE order_id IN (:orders) ORDER BY id")
                        .param("orders", orders)
                        .query(WarehouseReading::packed)
                        .list();
    }

    /** Sellers' parcels by their waybills, after this one; their state is {@code known} where the contents count as known, else {@code orphan}. */
    public List<Stored<Inbound>> inboundsAfter(String waybill, int limit) {
        return withContents(jdbc.sql("SELECT * FROM warehouse.inbound WHERE waybill > ? ORDER BY waybill LIMIT ?")
                .params(waybill, Math.min(limit, Stored.MOST_ROWS))
                .query(WarehouseReading::bare)
                .list());
    }

    /** Sellers' parcels that may hold something of these orders. */
    public List<Stored<Inbound>> inboundsOf(Collection<UUID> orders) {
        return orders.isEmpty()
                ? List.of()
                : withContents(jdbc.sql("""
                                SELECT * FROM warehouse.inbound
                                WHERE waybill IN (SELECT waybill FROM warehouse.inbound_line WHERE order_id IN (:orders))
                                ORDER BY waybill""")
                        .param("orders", orders)
                        .query(WarehouseReading::bare)
                        .list());
    }

    /** How many photos there are of the items of these orders; items without photos are absent. */
    public Map<UUID, Integer> photosOf(Collection<UUID> orders) {
        var counts = new HashMap<UUID, Integer>();
        if (!orders.isEmpty()) {
            jdbc.sql(
                            "SELECT item_id, count(*) AS photos FROM warehouse.photo WHERE order_id IN (:orders) GROUP BY item_id")
                    .param("orders", orders)
                    .query(row -> {
                        counts.put(row.getObject("item_id", UUID.class), row.getInt("photos"));
                    });
        }
        return counts;
    }

    /** Photos of items that do not exist, the oldest first. */
    public List<Stray> strayPhotos(int limit) {
        return jdbc.sql("""
                        SELECT id, item_id, order_id FROM warehouse.photo p
                        WHERE NOT EXISTS (SELECT 1 FROM warehouse.item i WHERE i.id = p.item_id) ORDER BY id LIMIT ?""")
                .param(Math.min(limit, Stored.MOST_ROWS))
                .query((row, n) -> new Stray(
                        new PhotoId(row.getObject("id", UUID.class)),
                        new ItemId(row.getObject("item_id", UUID.class)),
                        new OrderId(row.getObject("order_id", UUID.class))))
                .list();
    }

    private Stored<Item> item(ResultSet row, int n) throws SQLException {
        return new Stored<>(
                row.getString("id"),
                row.getString("state"),
                json.readValue(row.getString("document"), Item.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                null,
                null);
    }

    private static Stored<PackedParcel> packed(ResultSet row, int n) throws SQLException {
        var size = new ParcelSize(
                row.getInt("grams"), row.getInt("length_mm"), row.getInt("width_mm"), row.getInt("height_mm"));
        var at = row.getObject("packed_at", OffsetDateTime.class).toInstant();
        var parcel = new PackedParcel(
                new ParcelId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                size,
                at);
        return new Stored<>(row.getString("id"), "", parcel, at, null, null);
    }

    /** What is in all of them is read at once. */
    private List<Stored<Inbound>> withContents(List<Stored<Inbound>> bare) {
        var contents = new HashMap<String, List<Inbound.Content>>();
        if (!bare.isEmpty()) {
            jdbc.sql("SELECT * FROM warehouse.inbound_line WHERE waybill IN (:waybills) ORDER BY waybill, line_id")
                    .param("waybills", bare.stream().map(Stored::key).toList())
                    .query(row -> {
                        contents.computeIfAbsent(row.getString("waybill"), _ -> new ArrayList<>())
                                .add(new Inbound.Content(
                                        new OrderId(row.getObject("order_id", UUID.class)),
                                        new OrderLineId(row.getObject("line_id", UUID.class))));
                    });
        }
        return bare.stream()
                .map(one -> new Stored<>(
                        one.key(),
                        one.state(),
                        one.thing().holding(contents.getOrDefault(one.key(), List.of())),
                        one.changedAt(),
                        null,
                        null))
                .toList();
    }

    private static Stored<Inbound> bare(ResultSet row, int n) throws SQLException {
        var state = row.getBoolean("contents_known") ? "known" : "orphan";
        var inbound = InboundTable.inbound(row, List.of());
        var arrived = inbound.arrivedAt();
        return new Stored<>(
                inbound.waybill(), state, inbound, arrived == null ? inbound.heardAt() : arrived, null, null);
    }
}
