package io.sampan.outside.marketplace.jdunion;

import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.SmallWorld;
import io.sampan.outside.marketplace.Stall;
import java.time.Duration;

class JdUnionContractTest implements MarketplaceContract {
    final SmallWorld world = new SmallWorld("jd-union");
    final Stall stall = new Stall(SmallWorld.clock());
    final JdUnionSettings settings = new JdUnionSettings(
            world.at(""),
            world.credentials().get("appKey"),
            world.credentials().get("appSecret"),
            Duration.ofSeconds(2));
    final Stand stand = new Stand(
            world,
            new JdUnion(new JdUnionHttp(settings, stall.wire, SmallWorld.clock()), SmallWorld.clock()),
            stall,
            "",
            "");

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public boolean translates() {
        return false;
    }
}
