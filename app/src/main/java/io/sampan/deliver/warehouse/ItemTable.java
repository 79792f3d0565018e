package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.outside.carrier.ParcelSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Items and parcels in the database. */
@Repository
class ItemTable {
    private static final int MOST_ROWS = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ItemTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes an item down unless its line has one. */
    void expect(ItemId id, OrderId order, OrderLineId line, Instant now) {
        var item = new Item(id, order, line, new ItemState.Expected(), null, null);
        jdbc.sql("""
                        INSERT INTO warehouse.item (id, order_id, line_id, state, document, changed_at)
                        VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?) ON CONFLICT (line_id) DO NOTHING
                        """)
                .params(
                        id.value(),
                        order.value(),
                        line.value(),
                        item.state().slug(),
                        json.writeValueAsString(item),
                        at(now))
                .update();
    }

    Optional<Item> find(ItemId id) {
        return jdbc.sql("SELECT document FROM warehouse.item WHERE id = ?")
                .param(id.value())
                .query(this::item)
                .optional();
    }

    Optional<Item> ofLine(OrderLineId line) {
        return jdbc.sql("SELECT document FROM warehouse.item WHERE line_id = ?")
                .param(line.value())
                .query(this::item)
                .optional();
    }

    /** Holds the item until the transaction ends. */
    Item lock(ItemId id) {
        return jdbc.sql("SELECT document FROM warehouse.item WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(this::item)
                .optional()
                .orElseThrow();
    }

    List<Item> of(OrderId order) {
        return jdbc.sql("SELECT document FROM warehouse.item WHERE order_id = ? ORDER BY id LIMIT ?")
                .params(order.value(), MOST_ROWS)
                .query(this::item)
                .list();
    }

    List<Item> inState(String slug, int limit) {
        return jdbc.sql("SELECT document FROM warehouse.item WHERE state = ? ORDER BY changed_at, id LIMIT ?")
                .params(slug, Math.min(limit, MOST_ROWS))
                .query(this::item)
                .list();
    }

    void save(Item item, Instant now) {
        jdbc.sql("UPDATE warehouse.item SET state = ?, document = CAST(? AS jsonb), changed_at = ? WHERE id = ?")
                .params(
                        item.state().slug(),
                        json.writeValueAsString(item),
                        at(now),
                        item.id().value())
                .update();
    }

    void keep(PackedParcel parcel) {
        var size = parcel.size();
        jdbc.sql("""
                        INSERT INTO warehouse.parcel (id, order_id, grams, length_mm, width_mm, height_mm, packed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        parcel.id().value(),
                        parcel.order().value(),
                        size.grams(),
                        size.lengthMm(),
                        size.widthMm(),
                        size.heightMm(),
                        at(parcel.packedAt()))
                .update();
    }

    Optional<PackedParcel> parcel(ParcelId id) {
        return jdbc.sql("SELECT * FROM warehouse.parcel WHERE id = ?")
                .param(id.value())
                .query(ItemTable::parcel)
                .optional();
    }

    Optional<PackedParcel> parcelOf(OrderId order) {
        return jdbc.sql("SELECT * FROM warehouse.parcel WHERE order_id = ?")
                .param(order.value())
                .query(ItemTable::parcel)
                .optional();
    }

    private Item item(ResultSet row, int n) throws SQLException {
        return json.readValue(row.getString("document"), Item.class);
    }

    private static PackedParcel parcel(ResultSet row, int n) throws SQLException {
        return new PackedParcel(
                new ParcelId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new ParcelSize(
                        row.getInt("grams"), row.getInt("length_mm"), row.getInt("width_mm"), row.getInt("height_mm")),
                row.getObject("packed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
