package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Data;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Refusal;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Silent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading, following and cancelling orders that exist. */
record JdVopOrders(JdVopHttp http) {
    private static final Duration SOON = Duration.ofSeconds(30);

    OrderRead read(String orderId) {
        return read(orderId, "");
    }

    /** @param reference ours, where it is known: the platform does not tell it */
    private OrderRead read(String orderId, String reference) {
        return switch (http.ask(JdVopApi.ORDER, Map.of("jdOrderId", orderId))) {
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Refusal(var fault) -> unread(fault);
            case Data(var reply) -> shown(new JdVopOrder(reply.at("result")), reference);
        };
    }

    private OrderRead unread(JdVopFault fault) {
        return fault.kind() == JdVopFault.Kind.MISSING
                ? new OrderRead.Missing()
                : new OrderRead.Later(http.pause(fault), fault.line());
    }

    private OrderRead shown(JdVopOrder order, String reference) {
        if (order.id().isEmpty()) {
            return new OrderRead.Later(SOON, "The answer shows no order");
        }
        if (order.parts().isEmpty()) {
            return withWaybills(order, reference);
        }
        var parts = new ArrayList<UpstreamOrder>();
        for (var part : order.parts()) {
            if (!(withWaybills(part, reference) instanceof OrderRead.Present(var read))) {
                return new OrderRead.Later(SOON, "Not all parts of " + order.id() + " can be read yet");
            }
            parts.add(read);
        }
        return new OrderRead.Split(parts);
    }

    /** Whether it is shipped, the waybills tell, and these only the track. */
    private OrderRead withWaybills(JdVopOrder order, String reference) {
        if (!order.mayBeSent()) {
            return new OrderRead.Present(order.toUpstreamOrder(reference, List.of()));
        }
        return switch (http.ask(JdVopApi.TRACK, JdVopTrack.fields(order.id()))) {
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Refusal(var fault) -> new OrderRead.Later(http.pause(fault), fault.line());
            case Data(var reply) ->
                new OrderRead.Present(order.toUpstreamOrder(reference, new JdVopTrack(reply).waybills()));
        };
    }

    /** The order of this number as what came of placing it. */
    Placed found(String orderId, String reference) {
        return switch (read(orderId, reference)) {
            case OrderRead.Present(var order) -> new Placed.Accepted(List.of(order));
            case OrderRead.Split(var parts) -> new Placed.Accepted(parts);
            case OrderRead.Later(var after, var why) -> new Placed.Unclear(why);
            case OrderRead.Missing _, OrderRead.Traced _, OrderRead.Refused _, OrderRead.Unsupported _ ->
                new Placed.Unclear("Ordered as " + orderId + ", but it is not shown");
        };
    }

    OrderRead trace(UpstreamOrder order) {
        return switch (http.ask(JdVopApi.TRACK, JdVopTrack.fields(order.orderId()))) {
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Refusal(var fault) -> unread(fault);
            case Data(var reply) -> new OrderRead.Traced(new JdVopTrack(reply).toSteps());
        };
    }

    /** Only before the confirmation: after it, JD takes nothing back (3208). */
    OrderRead cancel(String orderId) {
        return switch (http.ask(JdVopApi.CANCEL, Map.of("jdOrderId", orderId))) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? read(orderId) : new OrderRead.Later(after, why);
            case Refusal(var fault) -> notCancelled(orderId, fault);
            case Data data -> read(orderId);
        };
    }

    private OrderRead notCancelled(String orderId, JdVopFault fault) {
        return switch (fault.kind()) {
            case LIMITED, UNAUTHORISED -> new OrderRead.Later(http.pause(fault), fault.line());
            case MISSING -> new OrderRead.Missing();
            case ALREADY, BROKEN, UNKNOWN -> read(orderId);
            case SOLD_OUT, PRICE_MOVED, NO_MONEY, REFUSED -> new OrderRead.Refused(fault.code(), fault.words());
        };
    }

    /** What the order itself says of having been paid; this only where it says nothing. */
    PaidUpstream seen(String orderId, PaidUpstream otherwise) {
        return switch (read(orderId)) {
            case OrderRead.Present(var order) ->
                switch (order.state()) {
                    case PAID, PART_SHIPPED, SHIPPED, DONE -> new PaidUpstream.Done();
                    case CLOSED, REFUNDING, REFUNDED ->
                        new PaidUpstream.Refused("closed", "The order is " + order.state());
                    case WAIT_PAY, UNKNOWN -> otherwise;
                };
            case OrderRead.Split _ -> new PaidUpstream.Done();
            case OrderRead.Later _, OrderRead.Missing _, OrderRead.Traced _ -> otherwise;
            case OrderRead.Refused _, OrderRead.Unsupported _ -> otherwise;
        };
    }
}
