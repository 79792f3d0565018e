package io.sampan.outside.marketplace;

import java.util.List;

/** The door to marketplaces, with only these behind it. */
public final class TestMarketplaces {
    private TestMarketplaces() {}

    @SuppressWarnings("NullAway") // Neither health nor pushes are asked of it.
    public static Marketplaces of(Marketplace... connectors) {
        return new Marketplaces(List.of(connectors), null, null, null, null);
    }
}
