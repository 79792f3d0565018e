package io.sampan.browse.freshness;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.Marketplaces;
import java.time.Clock;
import java.util.Map;

/** Real freshness over a real catalogue, for the tests of rooms that look at products. */
public final class FreshnessOfATest {
    private static final int TENTH = 10;

    private FreshnessOfATest() {}

    public static Freshness on(TestDatabase database, Marketplaces marketplaces, Clock clock) {
        return on(database, marketplaces, clock, 1000);
    }

    /** @param questions that visitors may cause in an hour; there is far more for everything else */
    public static Freshness on(TestDatabase database, Marketplaces marketplaces, Clock clock, int questions) {
        var quota = new FreshnessSettings.Quota(questions * TENTH, Map.of(), 2 * TENTH, 2 * TENTH, TENTH);
        return new Node(database, marketplaces, clock, Node.settings(quota)).freshness;
    }
}
