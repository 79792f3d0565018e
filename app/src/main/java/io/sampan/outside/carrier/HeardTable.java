package io.sampan.outside.carrier;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pushes that were heard, so that one that comes again is known. */
@Repository
class HeardTable {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int FORGOTTEN_AT_ONCE = 20_000;

    private final JdbcClient jdbc;

    HeardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers a push; false when it was remembered already. */
    boolean heard(String messageId, Instant at) {
        return jdbc.sql("""
                        INSERT INTO carrier.heard (message_id, heard_at) VALUES (?, ?)
                        ON CONFLICT (message_id) DO NOTHING
                        """).params(messageId, at.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    int forget(Instant now) {
        return jdbc.sql("""
                        DELETE FROM carrier.heard WHERE message_id IN (
                            SELECT message_id FROM carrier.heard WHERE heard_at < ? ORDER BY heard_at LIMIT ?)
                        """)
                .params(now.minus(KEPT).atOffset(ZoneOffset.UTC), FORGOTTEN_AT_ONCE)
                .update();
    }
}
