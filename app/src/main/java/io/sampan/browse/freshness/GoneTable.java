package io.sampan.browse.freshness;

import static io.sampan.browse.freshness.TidingsTable.item;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of items that their marketplace no longer has. Some come back: they are looked for a few times, days apart, and then no more, until the
 * marketplace or a shopper names them.
 */
@Component
class GoneTable {
    private final JdbcClient jdbc;
    private final FreshnessSettings.Dead settings;

    GoneTable(JdbcClient jdbc, FreshnessSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings.dead();
    }

    /** A look saw it gone. It counts once in the time between two occasions, however often it is looked at. */
    void seen(ItemRef item, Instant at) {
        jdbc.sql("""
                INSERT INTO freshness.gone AS g (marketplace, item_id, times, last_at) VALUES (:marketplace, :item, 1, :at)
                ON CONFLICT (marketplace, item_id) DO UPDATE SET times = g.times + 1, last_at = EXCLUDED.last_at
                WHERE g.last_at <= :before""")
                .param("marketplace", item.marketplace().slug())
                .param("item", item.itemId())
                .param("at", Timestamp.from(at))
                .param("before", Timestamp.from(at.minus(settings.againAfter())))
                .update();
    }

    /** It is back. */
    void back(ItemRef item) {
        jdbc.sql("DELETE FROM freshness.gone WHERE marketplace = :marketplace AND item_id = :item")
                .param("marketplace", item.marketplace().slug())
                .param("item", item.itemId())
                .update();
    }

    /** Its marketplace speaks of it: it is worth one look more, now. */
    void spokenOf(ItemRef item, Instant at) {
        jdbc.sql("""
                UPDATE freshness.gone SET last_at = :due, times = LEAST(times, :most - 1)
                WHERE marketplace = :marketplace AND item_id = :item""")
                .param("due", Timestamp.from(at.minus(settings.againAfter())))
                .param("most", settings.occasions())
                .param("marketplace", item.marketplace().slug())
                .param("item", item.itemId())
                .update();
    }

    /** Those to look for again, the longest waiting first. */
    List<ItemRef> due(MarketplaceId marketplace, Instant now, int most) {
        return jdbc.sql("""
                SELECT marketplace, item_id FROM freshness.gone
                WHERE marketplace = :marketplace AND last_at <= :before AND times < :occasions
                ORDER BY last_at LIMIT :most""")
                .param("marketplace", marketplace.slug())
                .param("before", Timestamp.from(now.minus(settings.againAfter())))
                .param("occasions", settings.occasions())
                .param("most", most)
                .query((row, at) -> item(row))
                .list();
    }

    /** Whether it was seen gone on so many occasions that it is not looked for any more. */
    boolean isRetired(ItemRef item) {
        return jdbc.sql("""
                SELECT 1 FROM freshness.gone
                WHERE marketplace = :marketplace AND item_id = :item AND times >= :occasions""")
                .param("marketplace", item.marketplace().slug())
                .param("item", item.itemId())
                .param("occasions", settings.occasions())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
