package io.sampan.outside.marketplace;

import java.util.List;

/** A connector whose platform shows goods and sells none to programs: what is found there, a person buys. */
public abstract class LookingOnly implements Connector {
    @Override
    public final Quoted quote(PurchaseRequest request) {
        return new Quoted.Unsupported();
    }

    @Override
    public final Placed place(PurchaseRequest request) {
        return new Placed.Unsupported();
    }

    @Override
    public final Placed lookUp(PurchaseRequest request) {
        return new Placed.Unsupported();
    }

    @Override
    public final PaidUpstream pay(UpstreamOrder order) {
        return new PaidUpstream.Unsupported();
    }

    @Override
    public final OrderRead read(String orderId) {
        return new OrderRead.Unsupported();
    }

    @Override
    public final OrderRead trace(UpstreamOrder order) {
        return new OrderRead.Unsupported();
    }

    @Override
    public final OrderRead cancel(String orderId) {
        return new OrderRead.Unsupported();
    }

    @Override
    public final OrderRead refund(UpstreamOrder order, String reason) {
        return new OrderRead.Unsupported();
    }

    /** Nothing, unless the platform keeps messages. */
    @Override
    public Polled poll() {
        return new Polled.Unsupported();
    }

    @Override
    public void confirm(List<String> messages) {
        // It told nothing.
    }
}
