package io.sampan.browse.catalog;

import io.sampan.ground.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.json.JsonMapper;

/** A real catalogue on a test's database, for the rooms that read it. */
public final class TestCatalog {
    private TestCatalog() {}

    public static Catalog on(TestDatabase database, Clock clock) {
        return on(database, clock, event -> {});
    }

    static Catalog on(TestDatabase database, Clock clock, ApplicationEventPublisher events) {
        return new Catalog(
                new CatalogTable(database.jdbc(), JsonMapper.builder().build()),
                database.transactions(),
                events,
                clock,
                new CatalogSettings(1000, Duration.ofSeconds(10), Duration.ofMillis(1)));
    }
}
