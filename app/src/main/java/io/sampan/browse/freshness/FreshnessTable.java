package io.sampan.browse.freshness;

import io.sampan.outside.marketplace.MarketplaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what looks cost: what was spent of each hour, and how far the first filling came. */
@Component
class FreshnessTable {
    private final JdbcClient jdbc;

    FreshnessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes one call of what is kept of a source's hour; false when nothing is left of it. */
    boolean spend(String source, Share share, Instant hour, int budget) {
        if (budget <= 0) {
            return false;
        }
        return jdbc.sql("""
                INSERT INTO freshness.spending AS s (source, share, hour, calls)
                VALUES (:source, :share, :hour, 1)
                ON CONFLICT (source, share, hour) DO UPDATE SET calls = s.calls + 1 WHERE s.calls < :budget""")
                        .param("source", source)
                        .param("share", share.name())
                        .param("hour", Timestamp.from(hour))
                        .param("budget", budget)
                        .update()
                == 1;
    }

    /** What was spent of a source's hour; a share of which nothing was spent may be absent. */
    Map<Share, Integer> spent(String source, Instant hour) {
        Map<Share, Integer> spent = new EnumMap<>(Share.class);
        jdbc.sql("SELECT share, calls FROM freshness.spending WHERE source = :source AND hour = :hour")
                .param("source", source)
                .param("hour", Timestamp.from(hour))
                .query(row -> {
                    spent.put(Share.valueOf(row.getString("share")), row.getInt("calls"));
                });
        return spent;
    }

    void forgetSpendingBefore(Instant hour) {
        jdbc.sql("DELETE FROM freshness.spending WHERE hour < :hour")
                .param("hour", Timestamp.from(hour))
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
