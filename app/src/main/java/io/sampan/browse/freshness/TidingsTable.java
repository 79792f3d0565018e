package io.sampan.browse.freshness;

import io.sampan.ground.database.TimeOrderedId;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what all nodes tell the one that plans: how much items are looked at, what looks saw, and what marketplaces said has changed. */
@Component
class TidingsTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    TidingsTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param views how many views it was worth since the node's last word of it */
    record Views(ItemRef item, double views, Instant at) {}

    /** What a look saw, in comparison with what was shown before. */
    enum Saw {
        CHANGED,
        THE_SAME,
        GONE
    }

    /** @param at when the marketplace was asked */
    record Sight(ItemRef item, Saw saw, Purpose purpose, Instant at) {}

    /** @param heardAt when its marketplace said that it changed, or from when on it is to be looked at again for another reason */
    record Told(ItemRef item, Instant heardAt) {}

    void add(List<Views> batch) {
        jdbc.sql("""
                INSERT INTO freshness.interest (id, marketplace, item_id, views, at)
                SELECT * FROM unnest(CAST(:ids AS uuid[]), :marketplaces, :items, :views, CAST(:times AS timestamptz[]))""")
                .param("ids", texts(batch, one -> TimeOrderedId.next(clock)))
                .param(
                        "marketplaces",
                        texts(batch, one -> one.item().marketplace().slug()))
                .param("items", texts(batch, one -> one.item().itemId()))
                .param("views", batch.stream().mapToDouble(Views::views).toArray())
                .param("times", texts(batch, Views::at))
                .update();
    }

    void add(Sight sight) {
        jdbc.sql("""
                INSERT INTO freshness.sight (id, marketplace, item_id, saw, purpose, at)
                VALUES (:id, :marketplace, :item, :saw, :purpose, :at)""")
                .param("id", TimeOrderedId.next(clock))
                .param("marketplace", sight.item().marketplace().slug())
                .param("item", sight.item().itemId())
                .param("saw", sight.saw().name())
                .param("purpose", sight.purpose().name())
                .param("at", Timestamp.from(sight.at()))
                .update();
    }

    /** Keeps the latest that was heard of an item; the same again changes nothing. */
    void add(Told told) {
        jdbc.sql("""
                INSERT INTO freshness.told AS t (marketplace, item_id, heard_at) VALUES (:marketplace, :item, :at)
                ON CONFLICT (marketplace, item_id) DO UPDATE SET heard_at = EXCLUDED.heard_at
                WHERE t.heard_at < EXCLUDED.heard_at""")
                .param("marketplace", told.item().marketplace().slug())
                .param("item", told.item().itemId())
                .param("at", Timestamp.from(told.heardAt()))
                .update();
    }

    /** Takes the oldest away. Call within the transaction in which they are learnt from. */
    List<Views> takeViews(int most) {
        return jdbc.sql("""
                DELETE FROM freshness.interest WHERE id IN (SELECT id FROM freshness.interest ORDER BY id LIMIT :most)
                RETURNING marketplace, item_id, views, at""")
                .param("most", most)
                .query((row, at) -> new Views(item(row), row.getDouble("views"), time(row, "at")))
                .list();
    }

    /** Takes the oldest away, in the order in which they were told. Call within the transaction in which they are learnt from. */
    List<Sight> takeSights(int most) {
        return jdbc.sql("""
                WITH taken AS (
                    DELETE FROM freshness.sight WHERE id IN (SELECT id FROM freshness.sight ORDER BY id LIMIT :most)
                    RETURNING id, marketplace, item_id, saw, purpose, at)
                SELECT * FROM taken ORDER BY id""")
                .param("most", most)
                .query((row, at) -> new Sight(
                        item(row),
                        Saw.valueOf(row.getString("saw")),
                        Purpose.valueOf(row.getString("purpose")),
                        time(row, "at")))
                .list();
    }

    /** Takes some away whose time has come. Call within the transaction in which they are learnt from. */
    List<Told> takeTold(int most, Instant now) {
        return jdbc.sql("""
                DELETE FROM freshness.told WHERE (marketplace, item_id) IN
                    (SELECT marketplace, item_id FROM freshness.told WHERE heard_at <= :now ORDER BY heard_at LIMIT :most)
                RETURNING marketplace, item_id, heard_at""")
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query((row, at) -> new Told(item(row), time(row, "heard_at")))
                .list();
    }

    /** Views that waited too long say little of what is looked at now. */
    void forgetViewsBefore(Instant time) {
        jdbc.sql("DELETE FROM freshness.interest WHERE at < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    static ItemRef item(ResultSet row) throws SQLException {
        return new ItemRef(MarketplaceId.ofSlug(row.getString("marketplace")).orElseThrow(), row.getString("item_id"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static <T> String[] texts(List<T> rows, Function<T, Object> part) {
        return rows.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
