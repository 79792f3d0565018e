package io.sampan.outside.marketplace;

import java.time.Duration;
import java.util.Set;

/** A marketplace whose connector this installation has not set up: nothing can be asked of it, and nothing is claimed about its items. */
record ClosedMarketplace(MarketplaceId id) implements Marketplace {
    private static final Duration LATER = Duration.ofHours(1);
    private static final String WHY = "not set up";

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Searched search(Searched.Query query) {
        return new Searched.Unsupported();
    }

    @Override
    public Fetched fetch(String itemId, String language) {
        return new Fetched.Later(LATER, WHY);
    }

    @Override
    public Quoted quote(PurchaseRequest request) {
        return new Quoted.Later(LATER, WHY);
    }

    @Override
    public Placed place(PurchaseRequest request) {
        return new Placed.Later(LATER, WHY);
    }

    @Override
    public Placed lookUp(PurchaseRequest request) {
        return new Placed.Later(LATER, WHY);
    }

    @Override
    public PaidUpstream pay(UpstreamOrder order) {
        return new PaidUpstream.Later(LATER, WHY);
    }

    @Override
    public OrderRead read(String orderId) {
        return new OrderRead.Later(LATER, WHY);
    }

    @Override
    public OrderRead trace(UpstreamOrder order) {
        return new OrderRead.Later(LATER, WHY);
    }

    @Override
    public OrderRead cancel(String orderId) {
        return new OrderRead.Later(LATER, WHY);
    }
}
