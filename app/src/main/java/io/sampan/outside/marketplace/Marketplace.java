package io.sampan.outside.marketplace;

import java.util.Set;

/**
 * One connector. Every verb answers within its time limit with an outcome; none throws for what the marketplace says or fails to say.
 */
public interface Marketplace {
    MarketplaceId id();

    Set<Capability> capabilities();

    Searched search(Searched.Query query);

    /** @param language ISO 639 language that texts are wanted in beside Chinese */
    Fetched fetch(String itemId, String language);

    /** What the order would cost now; nothing is reserved. */
    Quoted quote(PurchaseRequest request);

    /** Orders once. After {@link Placed.Unclear} call {@link #lookUp} first: not every marketplace recognises a second try. */
    Placed place(PurchaseRequest request);

    /** Finds what was ordered under our reference; {@link Placed.Absent} when the marketplace knows nothing of it. */
    Placed lookUp(PurchaseRequest request);

    PaidUpstream pay(UpstreamOrder order);

    OrderRead read(String orderId);

    OrderRead trace(UpstreamOrder order);

    /** Cancels an order that is not shipped yet; the outcome is what the order is afterwards. */
    OrderRead cancel(String orderId);
}
