package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Body;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Silent;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Stopped;
import io.sampan.outside.wire.LooseJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Password-free payment. {@code paySuccess:false} does not mean that the money stayed: after a time-out between the platform and its bank the
 * order may be paid all the same, so the order is read before each further try, of which there are three at most.
 * Source: docs/sources/1688.md "protocolPay".
 */
record Ali1688Payment(Ali1688Http http, Function<String, OrderRead> read) {
    private static final int TRIES = 3;
    private static final Duration SOON = Duration.ofSeconds(30);

    PaidUpstream pay(UpstreamOrder order) {
        var last = "nobody tried";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var tried = attempt(order);
            if (tried.outcome().isPresent()) {
                return tried.outcome().get();
            }
            last = tried.why();
            var seen = seen(order.orderId());
            if (seen.isPresent()) {
                return seen.get();
            }
        }
        return new PaidUpstream.Unclear("Still not paid after " + TRIES + " tries: " + last);
    }

    /** @param outcome empty when only the order itself can tell */
    private record Tried(Optional<PaidUpstream> outcome, String why) {}

    private Tried attempt(UpstreamOrder order) {
        var fields = Map.of("tradeWithholdPreparePayParam", LooseJson.write(asked(order)));
        return switch (http.ask(Ali1688Api.PAY, fields)) {
            case Stopped(var fault) ->
                new Tried(
                        fault.stoppedBefore()
                                ? Optional.of(new PaidUpstream.Later(http.pause(fault), fault.line()))
                                : Optional.empty(),
                        fault.line());
            case Silent(var why, var maybeArrived, var after) ->
                new Tried(maybeArrived ? Optional.empty() : Optional.of(new PaidUpstream.Later(after, why)), why);
            case Body(var json) -> answered(order.orderId(), json);
        };
    }

    /** Naming the amount keeps a seller who raised the price from being paid unseen. */
    private static Map<String, Object> asked(UpstreamOrder order) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("orderId", Long.parseLong(order.orderId()));
        if (order.total().isPositive()) {
            asked.put("payAmount", order.total().minor());
        }
        asked.put("opRequestId", order.reference());
        return asked;
    }

    private Tried answered(String orderId, LooseJson json) {
        var result = json.at("result");
        if (result.at("result").yes("paySuccess")) {
            return new Tried(Optional.of(new PaidUpstream.Done()), "");
        }
        var fault = Ali1688Fault.ofApi(json).or(() -> Ali1688Fault.ofApi(result));
        if (fault.isEmpty()) {
            return new Tried(Optional.empty(), "paySuccess was false");
        }
        var refused = new PaidUpstream.Refused(fault.get().code(), fault.get().words());
        return new Tried(Optional.of(seen(orderId).orElse(refused)), fault.get().line());
    }

    /** What the order itself says; empty when it waits for money, so that trying again is right. */
    private Optional<PaidUpstream> seen(String orderId) {
        return switch (read.apply(orderId)) {
            case OrderRead.Present(var order) ->
                switch (order.state()) {
                    case WAIT_PAY -> Optional.empty();
                    case PAID, PART_SHIPPED, SHIPPED, DONE -> Optional.of(new PaidUpstream.Done());
                    case CLOSED, REFUNDING, REFUNDED ->
                        Optional.of(new PaidUpstream.Refused("closed", "The order is " + order.state()));
                    case UNKNOWN -> Optional.of(new PaidUpstream.Unclear("The order is in a state we do not know"));
                };
            case OrderRead.Later(var after, var why) -> Optional.of(new PaidUpstream.Unclear(why));
            case OrderRead.Missing missing -> Optional.of(new PaidUpstream.Unclear("The order is not found"));
            case OrderRead.Split _, OrderRead.Traced _, OrderRead.Refused _, OrderRead.Unsupported _ ->
                Optional.of(new PaidUpstream.Unclear("The order was not shown"));
        };
    }
}
