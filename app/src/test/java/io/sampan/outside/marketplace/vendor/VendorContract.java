package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.SmallWorld;
import io.sampan.outside.marketplace.Stall;
import java.time.Duration;
import java.util.Set;

/** The contract for one marketplace of those that are looked at through the vendor. */
abstract class VendorContract implements MarketplaceContract {
    final SmallWorld world = new SmallWorld("vendor");
    final Stall stall = new Stall(SmallWorld.clock());
    final Stand stand;

    VendorContract(MarketplaceId id) {
        stand = new Stand(world, vendor(id, false), stall, "", "");
    }

    final Vendor vendor(MarketplaceId id, boolean cached) {
        var settings = new VendorSettings(
                world.at(""),
                world.credentials().get("key"),
                world.credentials().get("secret"),
                VendorRecordedTest.SHAPE,
                Set.of(id.slug()),
                cached,
                Duration.ofHours(12),
                Duration.ofSeconds(2));
        return new Vendor(
                id, new VendorHttp(settings, VendorShape.in(settings.shape()), stall.wire, SmallWorld.clock()));
    }

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public boolean translates() {
        return false;
    }
}
