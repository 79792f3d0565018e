package io.sampan.bench.reconcile;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Connector;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A marketplace that only remembers which orders it has, and tells them by their ids and by our reference. */
public final class MarketInMemory implements Connector {
    private final MarketplaceId id;
    private final String source;
    private final Map<String, UpstreamOrder> orders = new HashMap<>();
    private final Map<String, List<UpstreamOrder>> split = new HashMap<>();

    public MarketInMemory(MarketplaceId id, String source) {
        this.id = id;
        this.source = source;
    }

    /** It has this order now, instead of what it had under its id. */
    void keep(UpstreamOrder order) {
        orders.put(order.orderId(), order);
    }

    void lose(String orderId) {
        orders.remove(orderId);
    }

    /** It made these of one. */
    void split(String orderId, List<UpstreamOrder> parts) {
        split.put(orderId, parts);
    }

    @Override
    public MarketplaceId id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DETAIL, Capability.PLACE_ORDER, Capability.PAY, Capability.ORDER_DETAIL);
    }

    @Override
    public OrderRead read(String orderId) {
        var parts = split.get(orderId);
        if (parts != null) {
            return new OrderRead.Split(parts);
        }
        var order = orders.get(orderId);
        return order == null ? new OrderRead.Missing() : new OrderRead.Present(order);
    }

    @Override
    public Placed lookUp(PurchaseRequest request) {
        var found = orders.values().stream()
                .filter(order -> order.reference().equals(request.reference()))
                .toList();
        return found.isEmpty() ? new Placed.Absent() : new Placed.Accepted(found);
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
        return new Fetched.Unsupported();
    }

    @Override
    public Quoted quote(PurchaseRequest request) {
        return new Quoted.Unsupported();
    }

    @Override
    public Placed place(PurchaseRequest request) {
        return new Placed.Unsupported();
    }

    @Override
    public PaidUpstream pay(UpstreamOrder order) {
        return new PaidUpstream.Unsupported();
    }

    @Override
    public OrderRead trace(UpstreamOrder order) {
        return new OrderRead.Unsupported();
    }

    @Override
    public OrderRead cancel(String orderId) {
        return new OrderRead.Unsupported();
    }

    @Override
    public OrderRead refund(UpstreamOrder order, String reason) {
        return new OrderRead.Unsupported();
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
