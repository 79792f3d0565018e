package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Body;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Silent;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Stopped;
import io.sampan.outside.wire.LooseJson;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for the money of an order back that its seller has not sent: all that was paid for the goods, and the freight. The platform wants one of its
 * own reasons, which it lists for each order. Whether it was asked is seen by the order itself, so that asking again asks nothing twice.
 * Source: docs/sources/1688.md "Refunds".
 */
record Ali1688Refund(Ali1688Http http, Function<String, OrderRead> read) {
    private static final String NOT_SENT = "refundWaitSellerSend";
    private static final int LONGEST_DESCRIPTION = 150;

    /** What the order is afterwards; {@link OrderRead.Refused} if it is not paid, sent already, or the platform does not take the wish. */
    OrderRead ask(UpstreamOrder order, String description) {
        var now = read.apply(order.orderId());
        if (!(now instanceof OrderRead.Present(var current))) {
            return now;
        }
        return switch (current.state()) {
            case PAID -> asked(current, description);
            case REFUNDING, REFUNDED, CLOSED, UNKNOWN -> now;
            case WAIT_PAY -> new OrderRead.Refused("not-paid", "The order is not paid");
            case PART_SHIPPED, SHIPPED, DONE -> new OrderRead.Refused("shipped", "The order is sent already");
        };
    }

    private OrderRead asked(UpstreamOrder order, String description) {
        var about = about(order);
        return switch (http.ask(Ali1688Api.REFUND_REASONS, about)) {
            case Stopped(var fault) -> new OrderRead.Later(http.pause(fault), fault.line());
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Body(var json) -> {
                var fault = faultOf(json);
                if (fault.isPresent()) {
                    yield refusedUnlessDone(order, fault.get());
                }
                yield reason(json)
                        .map(id -> created(order, wish(about, order, id, description)))
                        .orElseGet(() -> new OrderRead.Refused("no-reason", "Every reason needs a voucher"));
            }
        };
    }

    /** One that needs no picture as a proof; better one under which the freight comes back, too. */
    private static Optional<String> reason(LooseJson json) {
        return json.at("result", "result").list("reasons").stream()
                .filter(reason -> !reason.yes("needVoucher"))
                .min(Comparator.comparing(reason -> reason.yes("noRefundCarriage")))
                .map(reason -> reason.text("id"))
                .filter(id -> !id.isEmpty());
    }

    private OrderRead created(UpstreamOrder order, Map<String, String> wish) {
        return switch (http.ask(Ali1688Api.REFUND, wish)) {
            case Stopped(var fault) ->
                fault.stoppedBefore()
                        ? new OrderRead.Later(http.pause(fault), fault.line())
                        : refusedUnlessDone(order, fault);
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? read.apply(order.orderId()) : new OrderRead.Later(after, why);
            case Body(var json) ->
                faultOf(json)
                        .map(fault -> refusedUnlessDone(order, fault))
                        .orElseGet(() -> read.apply(order.orderId()));
        };
    }

    /** A refusal may only say that somebody asked before: then the order tells. */
    private OrderRead refusedUnlessDone(UpstreamOrder order, Ali1688Fault fault) {
        var now = read.apply(order.orderId());
        boolean untouched = now instanceof OrderRead.Present(var seen) && seen.state() == State.PAID;
        return untouched ? new OrderRead.Refused(fault.code(), fault.words()) : now;
    }

    private static Optional<Ali1688Fault> faultOf(LooseJson json) {
        return Ali1688Fault.ofApi(json).or(() -> Ali1688Fault.ofApi(json.at("result")));
    }

    private static Map<String, String> about(UpstreamOrder order) {
        var entries = order.lines().stream()
                .map(line -> Long.parseLong(line.subOrderId()))
                .toList();
        return Map.of("orderId", order.orderId(), "orderEntryIds", LooseJson.write(entries), "goodsStatus", NOT_SENT);
    }

    /** Both sums are fen. While nothing is sent, no less than the goods' whole payment can be asked for. */
    private static Map<String, String> wish(
            Map<String, String> about, UpstreamOrder order, String reason, String description) {
        int length = Math.min(description.codePointCount(0, description.length()), LONGEST_DESCRIPTION);
        var wish = new LinkedHashMap<>(about);
        wish.put("disputeRequest", "refund");
        wish.put(
                "applyPayment",
                Long.toString(order.total().minus(order.freight()).minor()));
        wish.put("applyCarriage", Long.toString(order.freight().minor()));
        wish.put("applyReasonId", reason);
        wish.put("description", description.substring(0, description.offsetByCodePoints(0, length)));
        return wish;
    }
}
