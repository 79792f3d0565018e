package io.sampan.browse.catalog;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.TestMarketplaces;
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

    /** @param marketplaces their order of sources decides between offers that are equally good */
    public static Catalog on(TestDatabase database, Clock clock, Marketplaces marketplaces) {
        return on(database, clock, event -> {}, marketplaces);
    }

    static Catalog on(TestDatabase database, Clock clock, ApplicationEventPublisher events) {
        return on(database, clock, events, TestMarketplaces.of());
    }

    static Catalog on(TestDatabase database, Clock clock, ApplicationEventPublisher events, Marketplaces marketplaces) {
        var settings = new CatalogSettings(1000, Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofDays(1));
        var json = JsonMapper.builder().build();
        var ranking = new Ranking(marketplaces, settings);
        return new Catalog(
                new CatalogTable(database.jdbc(), json, ranking),
                new HistoryTable(database.jdbc(), json),
                ranking,
                database.transactions(),
                events,
                clock,
                settings);
    }
}
