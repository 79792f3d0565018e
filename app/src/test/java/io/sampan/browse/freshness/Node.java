package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.TestCatalog;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.Marketplaces;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The room as one node of the app wires it; several over one database are several nodes. */
final class Node {
    /** Of 600 calls in an hour, 60 are kept for paying, 60 for carts and 6 for visitors; 474 are planned. */
    static final FreshnessSettings.Quota WIDE = new FreshnessSettings.Quota(600, Map.of(), 10, 10, 1);

    final FreshnessSettings settings;
    final Catalog catalog;
    final TidingsTable tidings;
    final WatchTable watch;
    final GoneTable gone;
    final Quotas quotas;
    final Footfall footfall;
    final Outlook outlook;
    final Refresh refresh;
    final Checks checks;
    final Freshness freshness;
    final Learning learning;
    final Planner planner;
    final Pushes pushes;
    final Starter starter;

    Node(TestDatabase database, Marketplaces marketplaces, Clock clock, FreshnessSettings settings) {
        this.settings = settings;
        catalog = TestCatalog.on(database, clock, marketplaces);
        var table = new FreshnessTable(database.jdbc());
        tidings = new TidingsTable(database.jdbc(), clock);
        watch = new WatchTable(database.jdbc());
        gone = new GoneTable(database.jdbc(), settings);
        quotas = new Quotas(marketplaces, table, watch, clock, settings);
        footfall = new Footfall(tidings, clock, settings);
        outlook = new Outlook(watch, gone, clock, settings);
        refresh = new Refresh(catalog, marketplaces, quotas, tidings, clock, settings);
        checks = new Checks(refresh, settings);
        freshness = new Freshness(catalog, refresh, outlook, quotas, footfall, clock, settings);
        learning = new Learning(
                new Learning.Stores(tidings, watch, gone), catalog, quotas, database.transactions(), clock, settings);
        planner = new Planner(learning, gone, checks, quotas, marketplaces, clock, settings);
        pushes = new Pushes(catalog, tidings);
        starter = new Starter(catalog, marketplaces, checks, quotas, table, clock, settings);
    }

    /** Nodes tell the planner what they counted, and it plans. */
    void turn() {
        footfall.write();
        planner.tend();
    }

    static FreshnessSettings settings(FreshnessSettings.Quota quota, Duration limit, FreshnessSettings.Starting start) {
        return new FreshnessSettings(
                "en",
                limit,
                8,
                4,
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Duration.ofMinutes(2),
                40,
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                quota,
                new FreshnessSettings.Worth(1, 5, 0.05, 1000, Duration.ofSeconds(3)),
                new FreshnessSettings.Watch(
                        Duration.ofHours(3),
                        Duration.ofDays(7),
                        Duration.ofDays(60),
                        0.3,
                        1,
                        0.02,
                        1000,
                        1000,
                        Duration.ofMillis(1)),
                new FreshnessSettings.Dead(Duration.ofDays(1), 3),
                start);
    }

    static FreshnessSettings settings(FreshnessSettings.Quota quota) {
        return settings(quota, Duration.ofSeconds(20), new FreshnessSettings.Starting(0, 4, List.of()));
    }
}
