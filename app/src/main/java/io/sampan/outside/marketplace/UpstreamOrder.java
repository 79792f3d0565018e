package io.sampan.outside.marketplace;

import io.sampan.money.amount.Money;
import java.util.List;

/**
 * An order as the marketplace knows it.
 *
 * @param orderId the marketplace's own id, as text
 * @param reference ours, as sent when it was placed
 * @param total what we pay, freight within China included
 */
public record UpstreamOrder(
        MarketplaceId marketplace,
        String orderId,
        String reference,
        State state,
        Money total,
        Money freight,
        List<Line> lines,
        List<Waybill> waybills) {
    public UpstreamOrder {
        lines = List.copyOf(lines);
        waybills = List.copyOf(waybills);
    }

    /** Its id and its state, for a person who has to look it up there. */
    public String told() {
        return orderId + " " + state;
    }

    /** {@code UNKNOWN} is a state that the marketplace names and we do not know: a person must look, nobody guesses. */
    public enum State {
        WAIT_PAY,
        PAID,
        PART_SHIPPED,
        SHIPPED,
        DONE,
        CLOSED,
        REFUNDING,
        REFUNDED,
        UNKNOWN
    }

    /**
     * @param subOrderId the marketplace's id of the line; empty where it has none, or has not told it yet
     * @param itemId as the marketplace's orders name the item, which need not be the id that people see (Taobao Global names its own)
     * @param orderKey the same as in the request's line: by this lines are matched
     */
    public record Line(String subOrderId, String itemId, String orderKey, int quantity) {}

    /** A parcel within China, from the seller to our warehouse. */
    public record Waybill(String company, String number) {}
}
