package io.sampan.outside.marketplace.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.Connector.Shared;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.SmallWorld;
import io.sampan.outside.marketplace.Stall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TbkContractTest implements MarketplaceContract {
    final SmallWorld world = new SmallWorld("tbk");
    final Stall stall = new Stall(SmallWorld.clock());
    final Tbk tbk = tbk(false);

    private Tbk tbk(boolean upgraded) {
        var settings = new TbkSettings(
                world.at("/router/rest"),
                world.credentials().get("appKey"),
                world.credentials().get("appSecret"),
                "",
                world.credentials().get("refreshToken"),
                world.credentials().get("pid"),
                upgraded,
                Duration.ofSeconds(2));
        return new Tbk(settings, stall.wire, stall.tokens, SmallWorld.clock());
    }

    @Override
    public Stand stand() {
        return new Stand(world, tbk, stall, "", "");
    }

    @Override
    public boolean translates() {
        return false;
    }

    private String anItem() {
        var query = new Searched.Query(words(), "en", 1, 1, Searched.Order.SALES);
        return ((Searched.Page) tbk.search(query)).listings().getFirst().item().itemId();
    }

    @Test
    void whatTheAppsUsersShareBecomesAnItem() {
        var item = anItem();
        var shared = world.act("share", Map.of("itemId", item));
        assertThat(tbk.shared(shared.text("token")))
                .isEqualTo(new Shared.Item(new ItemRef(MarketplaceId.TAOBAO, item)));
    }

    @Test
    void aTokenOfAShopAndOneThatNobodySharedMeanNoItem() {
        var offer = ((Fetched.Found) tbk.fetch(anItem(), "en")).offer();
        var shop = world.act("share-shop", Map.of("shopId", offer.shop().id()));
        assertThat(tbk.shared(shop.text("token"))).isEqualTo(new Shared.Other("a link of kind 2"));
        assertThat(tbk.shared("AbCdEf12345")).isInstanceOf(Shared.Other.class);
    }

    @Test
    void theUpgradedApisShowTheSameItem() {
        var item = anItem();
        var here = ((Fetched.Found) tbk.fetch(item, "en")).offer();
        var there = ((Fetched.Found) tbk(true).fetch(item, "en")).offer();
        assertThat(there.item()).isEqualTo(here.item());
        assertThat(there.tiers()).isEqualTo(here.tiers()).hasSize(1);
        assertThat(there.isPriceOnly()).isTrue();
    }

    @Test
    void goodsThatBearOnlyIdsOfADayAreLeftToAnotherConnector() {
        var query = new Searched.Query(words(), "en", 1, 5, Searched.Order.RELEVANCE);
        assertThat(tbk(true).search(query)).isInstanceOf(Searched.Later.class);
    }

    @Test
    void aSearchThatFindsNothingIsAnAnswer() {
        var query = new Searched.Query("没有这样的东西", "en", 1, 5, Searched.Order.RELEVANCE);
        assertThat(tbk.search(query)).isEqualTo(new Searched.Page(List.of(), 0));
    }
}
