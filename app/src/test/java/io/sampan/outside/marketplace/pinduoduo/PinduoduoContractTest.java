package io.sampan.outside.marketplace.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.SmallWorld;
import io.sampan.outside.marketplace.Stall;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PinduoduoContractTest implements MarketplaceContract {
    final SmallWorld world = new SmallWorld("pinduoduo");
    final Stall stall = new Stall(SmallWorld.clock());
    final PinduoduoSettings settings = new PinduoduoSettings(
            world.at(""),
            world.credentials().get("clientId"),
            world.credentials().get("clientSecret"),
            "",
            Duration.ofSeconds(2),
            Set.of("70031"));
    final Stand stand = new Stand(world, connector(), stall, "", "");

    private Pinduoduo connector() {
        return new Pinduoduo(new PinduoduoHttp(settings, stall.wire, SmallWorld.clock()), settings, SmallWorld.clock());
    }

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public boolean translates() {
        return false;
    }

    @Override
    public String nobodysItem() {
        return "c9AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    }

    /** As a pasted link names goods to a connector that has just been started. */
    @Test
    void looksAtAnItemByItsNumberAlone() {
        var query = new Searched.Query(words(), "en", 1, 5, Searched.Order.RELEVANCE);
        var listing = ((Searched.Page) connector().search(query)).listings().getFirst();
        assertThat(listing.item().itemId()).matches("\\d+");
        var found = (Fetched.Found) connector().fetch(listing.item().itemId(), "en");
        assertThat(found.offer().item()).isEqualTo(listing.item());
        assertThat(found.offer().tiers().getFirst().price()).isEqualTo(listing.priceFrom());
    }

    @Test
    void claimsNothingOfANumberThatItCannotFind() {
        assertThat(connector().fetch("999999999999", "en")).isEqualTo(new Fetched.Unsupported());
    }

    @Test
    void pagesOfFewerThanTenFollowEachOther() {
        var connector = connector();
        var whole = page(connector, 1, 18);
        assertThat(page(connector, 1, 6)).isEqualTo(whole.subList(0, 6));
        assertThat(page(connector, 2, 6)).isEqualTo(whole.subList(6, 12));
        assertThat(page(connector, 3, 6)).isEqualTo(whole.subList(12, whole.size()));
    }

    private List<Searched.Listing> page(Pinduoduo connector, int page, int size) {
        var query = new Searched.Query(words(), "en", page, size, Searched.Order.SALES);
        return ((Searched.Page) connector.search(query)).listings();
    }
}
