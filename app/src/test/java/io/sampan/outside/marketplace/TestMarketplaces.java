package io.sampan.outside.marketplace;

import java.time.Duration;
import java.util.List;

/** The door to marketplaces, with only these connectors behind it. */
public final class TestMarketplaces {
    private TestMarketplaces() {}

    @SuppressWarnings("NullAway") // Neither health nor messages are asked of it.
    public static Marketplaces of(Connector... connectors) {
        return new Marketplaces(List.of(connectors), settings(), null, null, null, null);
    }

    /** @param sources names of connectors in the operator's order */
    static MarketplaceSettings settings(String... sources) {
        return new MarketplaceSettings(
                List.of(sources), Duration.ofSeconds(10), Duration.ofDays(7), Duration.ofHours(1));
    }
}
