package io.sampan.windows.console;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.shipping.Parcel;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.PhotoId;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.EntryView;
import io.sampan.outside.carrier.Tracked;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that other rooms know of it.
 *
 * @param events of its timeline, the latest first
 * @param parcel null before it is packed
 * @param tracking of the parcel, the latest first
 * @param entries of the ledger, the oldest first
 * @param sums of all its postings, by currency: zero each
 * @param sameQuote whether the quote, made again from what it froze and from the rules of its day, is the same to the cent
 */
public record Story(
        Order order,
        List<TimelineEvent> events,
        List<PaymentView> payments,
        List<Purchase> purchases,
        List<Shelved> items,
        @Nullable Parcel parcel,
        List<Tracked.Event> tracking,
        List<EntryView> entries,
        List<Money> sums,
        boolean sameQuote) {
    /** An item with its photos. */
    public record Shelved(Item item, List<PhotoId> photos) {}

    /** The price rises that the shopper accepted, the oldest first. */
    public List<TimelineEvent> rises() {
        return events.reversed().stream()
                .filter(event -> event.kind() == TimelineEvent.Kind.PRICE_ACCEPTED)
                .toList();
    }

    public Optional<Shelved> shelved(OrderLineId line) {
        return items.stream().filter(one -> one.item().line().equals(line)).findFirst();
    }

    /** Text key of where a payment stands. */
    public static String key(PaymentState state) {
        return switch (state) {
            case PaymentState.Requested _ -> "payment.state.requested";
            case PaymentState.Open _ -> "payment.state.open";
            case PaymentState.Capturing _ -> "payment.state.capturing";
            case PaymentState.Captured _ -> "payment.state.captured";
            case PaymentState.Closed _ -> "payment.state.closed";
        };
    }
}
