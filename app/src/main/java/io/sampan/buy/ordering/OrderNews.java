package io.sampan.buy.ordering;

import java.util.List;

/** What happened to orders, for the rooms that go on from there. Each is sent at least once; ids only, so who cares reads the order. */
public sealed interface OrderNews {
    OrderId order();

    /** What the rooms that go on from there must have heard of an order that stands where it does. */
    static List<OrderNews> standing(Order order) {
        var id = order.id();
        return switch (order.state()) {
            case OrderState.AwaitingPayment _ -> List.of();
            case OrderState.Gathering _ -> List.of(new OrderPaid(id));
            case OrderState.Received _, OrderState.Packed _ -> List.of(new OrderReceived(id));
            case OrderState.HandedOver _ -> List.of(new OrderReceived(id), new OrderHandedOver(id));
            case OrderState.Delivered _ ->
                List.of(new OrderReceived(id), new OrderHandedOver(id), new OrderDelivered(id));
            case OrderState.Cancelled _ -> List.of(new OrderCancelled(id));
        };
    }

    /** A checkout was completed; nothing is paid yet. */
    record OrderPlaced(OrderId order) implements OrderNews {}

    /** The money is ours to spend: buy. */
    record OrderPaid(OrderId order) implements OrderNews {}

    /** The shopper agreed to, and paid, new prices: buy at the lines' new agreed prices. */
    record OrderPriceAccepted(OrderId order) implements OrderNews {}

    /** The shopper did not agree to new prices: those lines are cancelled, the rest goes on. */
    record OrderPriceDeclined(OrderId order) implements OrderNews {}

    /** Nothing goes on with some lines until the shopper decides. */
    record OrderNeedsShopper(OrderId order) implements OrderNews {}

    /** The line cannot be had; its share goes back to the shopper. */
    record OrderLineSoldOut(OrderId order, OrderLineId line) implements OrderNews {}

    /** The price of the line rose, and the shopper wanted it cancelled in that case; its share goes back to them. */
    record OrderLineDearer(OrderId order, OrderLineId line) implements OrderNews {}

    /** A person rejected the line in our warehouse; its share goes back to the shopper. */
    record OrderLineRejected(OrderId order, OrderLineId line) implements OrderNews {}

    /** Over, and not delivered; what was paid goes back. */
    record OrderCancelled(OrderId order) implements OrderNews {}

    /** All that is left of it lies checked in our warehouse: pack. */
    record OrderReceived(OrderId order) implements OrderNews {}

    /** A carrier has it. */
    record OrderHandedOver(OrderId order) implements OrderNews {}

    /** At the door. */
    record OrderDelivered(OrderId order) implements OrderNews {}
}
