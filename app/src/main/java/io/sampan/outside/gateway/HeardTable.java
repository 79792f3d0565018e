package io.sampan.outside.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HeardTable {
    private final JdbcClient jdbc;

    HeardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this event was heard before. */
    boolean add(GatewayNews news, String kind) {
        return jdbc.sql("""
                        INSERT INTO gateway.heard (gateway, event_id, kind, heard_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (gateway, event_id) DO NOTHING
                        """)
                        .params(
                                news.gateway(),
                                news.eventId(),
                                kind,
                                news.heardAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int forget(Instant before) {
        return jdbc.sql("DELETE FROM gateway.heard WHERE heard_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
