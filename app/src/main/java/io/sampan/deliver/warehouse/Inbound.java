package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.people.identity.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel from a seller, expected or here.
 *
 * @param waybill the courier's number in capitals
 * @param company the courier's name; empty when nobody told
 * @param contents what may be in it; empty for an orphan that nobody expected
 * @param heardAt when we first heard of it
 * @param arrivedAt null while it is on its way
 * @param arrivedBy who received it
 */
public record Inbound(
        String waybill,
        String company,
        List<Content> contents,
        Instant heardAt,
        @Nullable Instant arrivedAt,
        @Nullable AccountId arrivedBy) {
    public Inbound {
        contents = List.copyOf(contents);
    }

    Inbound holding(List<Content> what) {
        return new Inbound(waybill, company, what, heardAt, arrivedAt, arrivedBy);
    }

    public record Content(OrderId order, OrderLineId line) {}
}
