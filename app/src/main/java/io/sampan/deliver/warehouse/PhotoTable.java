package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;
import io.sampan.people.identity.AccountId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Photos in the database, written once for all: they are evidence. */
@Repository
class PhotoTable {
    private static final int MOST_ROWS = 500;

    private final JdbcClient jdbc;

    PhotoTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param digest of the bytes as they were uploaded */
    void keep(Photo photo, byte[] digest, AccountId by) {
        jdbc.sql("""
                        INSERT INTO warehouse.photo (id, item_id, order_id, content_type, bytes, taken_at, taken_by, digest)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        photo.id().value(),
                        photo.item().value(),
                        photo.order().value(),
                        photo.contentType(),
                        photo.bytes(),
                        photo.takenAt().atOffset(ZoneOffset.UTC),
                        by.value(),
                        digest)
                .update();
    }

    Optional<PhotoId> same(ItemId item, byte[] digest) {
        return jdbc.sql("SELECT id FROM warehouse.photo WHERE item_id = ? AND digest = ?")
                .params(item.value(), digest)
                .query((row, n) -> new PhotoId(row.getObject("id", UUID.class)))
                .optional();
    }

    List<Photo.Ref> of(OrderId order) {
        return jdbc.sql("SELECT id, item_id FROM warehouse.photo WHERE order_id = ? ORDER BY taken_at, id LIMIT ?")
                .params(order.value(), MOST_ROWS)
                .query((row, n) -> new Photo.Ref(
                        new PhotoId(row.getObject("id", UUID.class)), new ItemId(row.getObject("item_id", UUID.class))))
                .list();
    }

    int count(ItemId item) {
        return jdbc.sql("SELECT count(*) FROM warehouse.photo WHERE item_id = ?")
                .param(item.value())
                .query(Integer.class)
                .single();
    }

    List<PhotoId> of(ItemId item) {
        return jdbc.sql("SELECT id FROM warehouse.photo WHERE item_id = ? ORDER BY taken_at, id LIMIT ?")
                .params(item.value(), Warehouse.MOST_PHOTOS)
                .query((row, n) -> new PhotoId(row.getObject("id", UUID.class)))
                .list();
    }

    Optional<Photo> find(PhotoId id) {
        return jdbc.sql("SELECT * FROM warehouse.photo WHERE id = ?")
                .param(id.value())
                .query((row, n) -> new Photo(
                        id,
                        new ItemId(row.getObject("item_id", UUID.class)),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getString("content_type"),
                        row.getBytes("bytes"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
