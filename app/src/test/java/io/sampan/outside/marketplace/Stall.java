package io.sampan.outside.marketplace;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.credentials.AccessTokens;
import io.sampan.outside.credentials.TestTokens;
import io.sampan.outside.wire.Wire;
import io.sampan.outside.wire.WireOfATest;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a connector needs around it in tests: a database for tokens and pushes, and an ear for what is published. */
public final class Stall {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    public final List<Object> published = new CopyOnWriteArrayList<>();
    public final Wire wire;
    public final AccessTokens tokens;
    public final Marketplaces marketplaces;

    public Stall(Clock clock) {
        var settings = TestMarketplaces.settings();
        var table = new MarketplaceTable(DATABASE.jdbc(), clock, settings);
        DATABASE.jdbc().sql("DELETE FROM credentials.token").update();
        DATABASE.jdbc().sql("DELETE FROM marketplace.heard").update();
        wire = WireOfATest.plain(clock);
        tokens = TestTokens.on(DATABASE, clock);
        marketplaces = new Marketplaces(List.of(), settings, wire, table, DATABASE.transactions(), published::add);
    }

    /** How many pushes are remembered. */
    public int remembered() {
        return DATABASE.jdbc()
                .sql("SELECT count(*) FROM marketplace.heard")
                .query(Integer.class)
                .single();
    }

    /** The access token that all nodes use. */
    public String token(String service) {
        return TestTokens.access(DATABASE, service);
    }
}
