package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import java.util.List;

/**
 * A seller sent a parcel to our warehouse. Told once for each waybill of a purchase; a seller may send one purchase in several parcels.
 *
 * @param lines what may be in it
 * @param company the courier's name in Chinese; empty when the marketplace does not tell
 * @param waybill the courier's number
 */
public record InboundExpected(
        PurchaseId purchase, OrderId order, List<OrderLineId> lines, String company, String waybill) {
    public InboundExpected {
        lines = List.copyOf(lines);
    }
}
