package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;
import io.sampan.outside.carrier.ParcelSize;
import java.time.Instant;

/** A parcel ready for a carrier: all accepted items of one order. */
public record PackedParcel(ParcelId id, OrderId order, ParcelSize size, Instant packedAt) {}
