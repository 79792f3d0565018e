package io.sampan.outside.marketplace;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A connector that this installation has not set up, or no longer: it finds and tells nothing, and nothing is claimed about items and orders of
 * that source, which an operator may set up again.
 */
record ClosedConnector(MarketplaceId id, String source) implements Connector {
    private static final Duration LATER = Duration.ofHours(1);
    static final String WHY = "not set up";

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Searched search(Searched.Query query) {
        return new Searched.Unsupported();
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
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

    @Override
    public OrderRead refund(UpstreamOrder order, String reason) {
        return new OrderRead.Later(LATER, WHY);
    }

    @Override
    public Polled poll() {
        return new Polled.Unsupported();
    }

    @Override
    public void confirm(List<String> messages) {
        // It told nothing.
    }
}
