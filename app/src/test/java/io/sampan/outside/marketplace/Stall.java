package io.sampan.outside.marketplace;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.wire.Wire;
import java.time.Clock;
import java.time.Duration;
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
        var settings = new MarketplaceSettings(Duration.ofDays(7), Duration.ofHours(1), Duration.ofSeconds(1));
        var table = new MarketplaceTable(DATABASE.jdbc(), clock, settings);
        DATABASE.jdbc().sql("DELETE FROM marketplace.token").update();
        DATABASE.jdbc().sql("DELETE FROM marketplace.heard").update();
        wire = Wire.plain(clock);
        tokens = new AccessTokens(table, clock, settings);
        marketplaces = new Marketplaces(List.of(), wire, table, DATABASE.transactions(), published::add);
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
        return DATABASE.jdbc()
                .sql("SELECT access_token FROM marketplace.token WHERE service = :service")
                .param("service", service)
                .query(String.class)
                .single();
    }
}
