package io.sampan.browse.freshness;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of freshness: budgets, items to look at again, and how far the first filling came. */
@Component
class FreshnessTable {
    private final JdbcClient jdbc;

    /** @param heardAt when the marketplace said that it changed */
    record Recheck(ItemRef item, Instant heardAt) {}

    FreshnessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a call is made for; each has a budget of its own. */
    enum Purpose {
        OURS,
        VISITORS
    }

    /** Takes one call of this hour's budget; false when nothing is left of it. */
    boolean spend(MarketplaceId marketplace, Purpose purpose, Instant now, int budget) {
        if (budget <= 0) {
            return false;
        }
        return jdbc.sql("""
                INSERT INTO freshness.spending AS s (marketplace, purpose, hour, calls)
                VALUES (:marketplace, :purpose, :hour, 1)
                ON CONFLICT (marketplace, purpose, hour) DO UPDATE SET calls = s.calls + 1 WHERE s.calls < :budget""")
                        .param("marketplace", marketplace.slug())
                        .param("purpose", purpose.name())
                        .param("hour", Timestamp.from(now.truncatedTo(ChronoUnit.HOURS)))
                        .param("budget", budget)
                        .update()
                == 1;
    }

    void forgetSpendingBefore(Instant hour) {
        jdbc.sql("DELETE FROM freshness.spending WHERE hour < :hour")
                .param("hour", Timestamp.from(hour))
                .update();
    }

    void want(ItemRef item, Instant heardAt) {
        jdbc.sql("""
                INSERT INTO freshness.recheck AS r (marketplace, item_id, heard_at, claimed_until)
                VALUES (:marketplace, :item, :at, :at)
                ON CONFLICT (marketplace, item_id) DO UPDATE SET heard_at = EXCLUDED.heard_at
                WHERE r.heard_at < EXCLUDED.heard_at""")
                .param("marketplace", item.marketplace().slug())
                .param("item", item.itemId())
                .param("at", Timestamp.from(heardAt))
                .update();
    }

    /** Those that nobody has taken, longest waiting first; they are ours until that moment. Call within a transaction. */
    List<Recheck> claim(int limit, Instant now, Instant until) {
        var taken = jdbc.sql("""
                SELECT marketplace, item_id, heard_at FROM freshness.recheck WHERE claimed_until <= :now
                ORDER BY claimed_until LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, at) -> new Recheck(
                        new ItemRef(
                                MarketplaceId.ofSlug(row.getString("marketplace"))
                                        .orElseThrow(),
                                row.getString("item_id")),
                        row.getTimestamp("heard_at").toInstant()))
                .list();
        for (var recheck : taken) {
            jdbc.sql("""
                    UPDATE freshness.recheck SET claimed_until = :until
                    WHERE marketplace = :marketplace AND item_id = :item""")
                    .param("until", Timestamp.from(until))
                    .param("marketplace", recheck.item().marketplace().slug())
                    .param("item", recheck.item().itemId())
                    .update();
        }
        return taken;
    }

    /** Looked at, unless the marketplace has said again since that it changed. */
    void done(Recheck recheck) {
        jdbc.sql("""
                DELETE FROM freshness.recheck
                WHERE marketplace = :marketplace AND item_id = :item AND heard_at <= :heard""")
                .param("marketplace", recheck.item().marketplace().slug())
                .param("item", recheck.item().itemId())
                .param("heard", Timestamp.from(recheck.heardAt()))
                .update();
    }

    /** True when the word is not done yet and nobody else has it; then it is ours until that moment. */
    boolean claimWord(MarketplaceId marketplace, String word, Instant now, Instant until) {
        return jdbc.sql("""
                INSERT INTO freshness.starter_word AS w (marketplace, word, claimed_until)
                VALUES (:marketplace, :word, :until)
                ON CONFLICT (marketplace, word) DO UPDATE SET claimed_until = EXCLUDED.claimed_until
                WHERE w.done_at IS NULL AND w.claimed_until <= :now""")
                        .param("marketplace", marketplace.slug())
                        .param("word", word)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    void wordDone(MarketplaceId marketplace, String word, Instant now) {
        jdbc.sql("UPDATE freshness.starter_word SET done_at = :now WHERE marketplace = :marketplace AND word = :word")
                .param("now", Timestamp.from(now))
                .param("marketplace", marketplace.slug())
                .param("word", word)
                .update();
    }

    void wordLater(MarketplaceId marketplace, String word, Instant at) {
        jdbc.sql(
                        "UPDATE freshness.starter_word SET claimed_until = :at WHERE marketplace = :marketplace AND word = :word")
                .param("at", Timestamp.from(at))
                .param("marketplace", marketplace.slug())
                .param("word", word)
                .update();
    }

    Set<String> wordsDone(MarketplaceId marketplace) {
        return jdbc.sql(
                        "SELECT word FROM freshness.starter_word WHERE marketplace = :marketplace AND done_at IS NOT NULL")
                .param("marketplace", marketplace.slug())
                .query((row, at) -> row.getString("word"))
                .set();
    }
}
