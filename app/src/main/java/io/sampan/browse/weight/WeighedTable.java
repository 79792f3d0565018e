package io.sampan.browse.weight;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was weighed. */
@Component
class WeighedTable {
    private final JdbcClient jdbc;

    WeighedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param place among all, from 1; rows become visible in this order */
    record Row(long place, Weighed weighed) {}

    /** Twice is once. Within a transaction: until its end no other weighing is kept. */
    void keep(Weighed weighed) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('weight.weighed'))")
                .query((row, number) -> number)
                .list();
        var goods = weighed.goods();
        jdbc.sql("""
                        INSERT INTO weight.weighed
                            (seq, id, marketplace, item_id, shop_id, category, stated_grams, stated_size, pieces, grams, size, weighed_at)
                        SELECT coalesce(max(seq), 0) + 1, :id, :marketplace, :item, :shop, :category, :stated, :statedSize, :pieces, :grams,
                            :size, :at
                        FROM weight.weighed
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", weighed.id())
                .param("marketplace", goods.item().marketplace().slug())
                .param("item", goods.item().itemId())
                .param("shop", goods.shop())
                .param("category", goods.category())
                .param("stated", goods.statedGrams(), java.sql.Types.INTEGER)
                .param("statedSize", sides(goods.statedSize()), java.sql.Types.ARRAY)
                .param("pieces", weighed.pieces())
                .param("grams", weighed.grams())
                .param("size", sides(weighed.size()), java.sql.Types.ARRAY)
                .param("at", weighed.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The place of the last one. Zero when there is none. */
    long last() {
        return jdbc.sql("SELECT coalesce(max(seq), 0) FROM weight.weighed")
                .query(Long.class)
                .single();
    }

    /** In the order of their places. */
    List<Row> after(long place, int limit) {
        return jdbc.sql("SELECT * FROM weight.weighed WHERE seq > ? ORDER BY seq LIMIT ?")
                .params(place, limit)
                .query(WeighedTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var goods = new Goods(
                new ItemRef(MarketplaceId.ofSlug(row.getString("marketplace")).orElseThrow(), row.getString("item_id")),
                row.getString("shop_id"),
                row.getString("category"),
                row.getObject("stated_grams", Integer.class),
                row.getArray("stated_size") == null ? null : size(row.getArray("stated_size")));
        var weighed = new Weighed(
                row.getObject("id", UUID.class),
                goods,
                row.getInt("pieces"),
                row.getInt("grams"),
                size(row.getArray("size")),
                row.getObject("weighed_at", OffsetDateTime.class).toInstant());
        return new Row(row.getLong("seq"), weighed);
    }

    private static Integer @Nullable [] sides(@Nullable SizeMm size) {
        return size == null ? null : new Integer[] {size.length(), size.width(), size.height()};
    }

    private static SizeMm size(Array sides) throws SQLException {
        var mm = (Integer[]) sides.getArray();
        return new SizeMm(mm[0], mm[1], mm[2]);
    }
}
