package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.SmallWorld;
import io.sampan.outside.marketplace.Stall;
import java.time.Duration;
import java.util.Set;

class JdVopContractTest implements MarketplaceContract {
    final SmallWorld world = new SmallWorld("jd-vop");
    final Stall stall = new Stall(SmallWorld.clock());
    final JdVopSettings settings = new JdVopSettings(
            world.at(""),
            world.credentials().get("clientId"),
            world.credentials().get("clientSecret"),
            world.credentials().get("username"),
            world.credentials().get("password"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            "15_1213_3408_0",
            "warehouse@example.test",
            new JdVopSettings.Invoice("2", "2", "5", "舢板", "1"),
            new JdVopSettings.Codes(Set.of("2010"), Set.of("3019")));
    final Stand stand = new Stand(
            world,
            new JdVop(
                    new JdVopHttp(settings, stall.wire, stall.tokens, SmallWorld.clock()),
                    settings,
                    SmallWorld.clock()),
            stall,
            "order/submitOrder",
            "order/confirmOrder");

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public boolean splitsLater() {
        return true;
    }

    /** It keeps the names of categories. */
    @Override
    public boolean remembers(Capability verb) {
        return verb == Capability.DETAIL;
    }

    @Override
    public boolean translates() {
        return false;
    }
}
