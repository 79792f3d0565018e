package io.sampan.deliver.shipping;

import io.sampan.buy.ordering.OrderId;

/** A parcel came later than was said, and what was promised for that is on its way to the shopper. */
public record DelayPaid(OrderId order) {}
