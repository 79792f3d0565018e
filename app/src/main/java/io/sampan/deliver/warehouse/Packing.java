package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderState;

/** What came of packing an order. */
public sealed interface Packing {
    record Done(ParcelId parcel) implements Packing {}

    /** It was packed before, in this parcel, with the size of that time. */
    record Already(ParcelId parcel) implements Packing {}

    /** Not all that is left of the order lies accepted in the warehouse, or it is over. */
    record Forbidden(OrderState state) implements Packing {}
}
