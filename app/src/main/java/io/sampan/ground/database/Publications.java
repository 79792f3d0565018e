package io.sampan.ground.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/** Stored events that no listener has finished yet. */
@Component
public class Publications {
    private final JdbcClient jdbc;
    private final IncompleteEventPublications incomplete;

    Publications(JdbcClient jdbc, IncompleteEventPublications incomplete) {
        this.jdbc = jdbc;
        this.incomplete = incomplete;
    }

    /**
     * @param listener who has not heard it
     * @param event its type
     */
    public record Unheard(UUID id, String listener, String event, Instant publishedAt) {}

    /** Those published before a moment and neither heard nor sent again since, the oldest first. */
    public List<Unheard> unheard(Instant before, int limit) {
        return jdbc.sql("""
                        SELECT id, listener_id, event_type, publication_date FROM database.event_publication
                        WHERE completion_date IS NULL AND publication_date < :before
                            AND (last_resubmission_date IS NULL OR last_resubmission_date < :before)
                        ORDER BY publication_date, id LIMIT :limit""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", Math.min(limit, Stored.MOST_ROWS))
                .query((row, n) -> new Unheard(
                        row.getObject("id", UUID.class),
                        row.getString("listener_id"),
                        row.getString("event_type"),
                        row.getObject("publication_date", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Sends one to its listener again; listeners know what they heard before. */
    public void resend(UUID id) {
        incomplete.resubmitIncompletePublications(
                publication -> publication.getIdentifier().equals(id));
    }
}
