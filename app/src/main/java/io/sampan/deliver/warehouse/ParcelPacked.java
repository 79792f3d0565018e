package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;

/** An order's parcel is closed and waits for a carrier. */
public record ParcelPacked(ParcelId parcel, OrderId order) {}
