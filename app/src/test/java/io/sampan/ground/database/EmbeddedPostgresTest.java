package io.sampan.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    @Test
    void keepsWhatWasCommittedOnDisk() {
        var settings = TestDatabase.fresh()
                .jdbc()
                .sql("SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit')")
                .query(String.class)
                .single();
        assertThat(settings).isEqualTo("on on");
    }

    @Test
    void idsOfLaterMomentsSortLater() {
        var early = TimeOrderedId.next(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        var late = TimeOrderedId.next(Clock.fixed(Instant.parse("2026-01-01T00:00:01Z"), ZoneOffset.UTC));
        assertThat(early.toString()).isLessThan(late.toString());
        assertThat(early.version()).isEqualTo(7);
        assertThat(early.variant()).isEqualTo(2);
    }
}
