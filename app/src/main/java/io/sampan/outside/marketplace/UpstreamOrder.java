package io.sampan.outside.marketplace;

import io.sampan.money.amount.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order as the marketplace knows it.
 *
 * @param source the connector that it was made through, and that alone can read it
 * @param orderId the marketplace's own id, as text
 * @param reference ours, as sent when it was placed
 * @param total what we pay, freight within China included
 */
public record UpstreamOrder(
        MarketplaceId marketplace,
        String source,
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

    /** The same with this parcel, which may be known already. */
    public UpstreamOrder with(Waybill more) {
        var all = Stream.concat(waybills.stream(), Stream.of(more)).distinct().toList();
        return new UpstreamOrder(marketplace, source, orderId, reference, state, total, freight, lines, all);
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
