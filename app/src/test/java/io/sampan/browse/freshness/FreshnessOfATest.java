package io.sampan.browse.freshness;

import io.sampan.browse.catalog.TestCatalog;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.Marketplaces;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Real freshness over a real catalogue, for the tests of rooms that look at products. */
public final class FreshnessOfATest {
    private FreshnessOfATest() {}

    public static Freshness on(TestDatabase database, Marketplaces marketplaces, Clock clock) {
        return on(database, marketplaces, clock, 1000);
    }

    /** @param questions that visitors may cause in an hour */
    public static Freshness on(TestDatabase database, Marketplaces marketplaces, Clock clock, int questions) {
        var settings = new FreshnessSettings(
                "en",
                Duration.ofSeconds(20),
                8,
                4,
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                questions,
                100,
                Duration.ofHours(6),
                Duration.ofMinutes(10),
                1000,
                Map.of(),
                40,
                Duration.ofSeconds(2),
                new FreshnessSettings.Starting(6, 4, List.of("裙")));
        var catalog = TestCatalog.on(database, clock, marketplaces);
        var refresh = new Refresh(catalog, marketplaces, clock, settings);
        var checks = new Checks(refresh, new FreshnessTable(database.jdbc()), clock, settings);
        return new Freshness(catalog, refresh, checks, new Attention(clock, settings), clock);
    }
}
