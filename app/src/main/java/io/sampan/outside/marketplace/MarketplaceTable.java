package io.sampan.outside.marketplace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that connectors heard, so that one that comes again is known. */
@Component
class MarketplaceTable {
    private static final int FORGOTTEN_AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration heardFor;

    MarketplaceTable(JdbcClient jdbc, Clock clock, MarketplaceSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.heardFor = settings.heardFor();
    }

    /** Remembers a message; false when it was remembered already. */
    boolean heard(MarketplaceNews news) {
        return jdbc.sql("""
                        INSERT INTO marketplace.heard (marketplace, source, message_id, subject, subject_key, heard_at)
                        VALUES (:marketplace, :source, :message, :subject, :key, :at)
                        ON CONFLICT (marketplace, source, message_id, subject, subject_key) DO NOTHING
                        """)
                        .param("marketplace", news.marketplace().slug())
                        .param("source", news.source())
                        .param("message", news.messageId())
                        .param("subject", news.subject().name())
                        .param("key", news.key())
                        .param("at", at(news.heardAt()))
                        .update()
                == 1;
    }

    int forgetOldNews() {
        return jdbc.sql("""
                        DELETE FROM marketplace.heard WHERE (marketplace, source, message_id, subject, subject_key) IN (
                            SELECT marketplace, source, message_id, subject, subject_key FROM marketplace.heard
                            WHERE heard_at < :before ORDER BY heard_at LIMIT :most)
                        """)
                .param("before", at(clock.instant().minus(heardFor)))
                .param("most", FORGOTTEN_AT_ONCE)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
