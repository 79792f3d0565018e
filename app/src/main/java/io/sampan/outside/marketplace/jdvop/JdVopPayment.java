package io.sampan.outside.marketplace.jdvop;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Data;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Refusal;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Silent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Paying from the balance, which the confirmation does. That answers success even when the balance is too small, and the order then stands confirmed,
 * unpaid, and not to be cancelled any more: so the balance is asked first, and afterwards a payment is asked for, which JD refuses (3404) for what is
 * paid. Source: docs/sources/jdvop.md "Paying".
 */
record JdVopPayment(JdVopHttp http, JdVopOrders orders) {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    PaidUpstream pay(UpstreamOrder order) {
        return switch (http.ask(JdVopApi.BALANCE, Map.of("payType", "4"))) {
            case Silent(var why, var maybeArrived, var after) -> new PaidUpstream.Later(after, why);
            case Refusal(var fault) -> new PaidUpstream.Later(http.pause(fault), fault.line());
            case Data(var reply) -> {
                var balance = JdVopTexts.yuan(reply, "result").orElse(Money.zero(Money.CNY));
                yield balance.compareTo(order.total()) < 0 ? tooLittle(order, balance) : confirm(order);
            }
        };
    }

    /** It may have been paid before the balance came to this. */
    private PaidUpstream tooLittle(UpstreamOrder order, Money balance) {
        return orders.seen(order.orderId(), new PaidUpstream.Refused("3403", "Balance: " + balance));
    }

    private PaidUpstream confirm(UpstreamOrder order) {
        return switch (http.ask(JdVopApi.CONFIRM, Map.of("jdOrderId", order.orderId()))) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? settled(order, new PaidUpstream.Unclear(why)) : new PaidUpstream.Later(after, why);
            case Refusal(var fault) ->
                fault.meaning() == JdVopFault.Meaning.TEMPORARY
                        ? new PaidUpstream.Later(http.pause(fault), fault.line())
                        : settled(order, notPaid(fault));
            case Data data -> settled(order, new PaidUpstream.Unclear("Confirmed, but nobody says that it is paid"));
        };
    }

    private static PaidUpstream notPaid(JdVopFault fault) {
        return fault.meaning() == JdVopFault.Meaning.REFUSED
                ? new PaidUpstream.Refused(fault.code(), fault.words())
                : new PaidUpstream.Unclear(fault.line());
    }

    /** @param otherwise what is to be said of an order that still waits for its confirmation */
    private PaidUpstream settled(UpstreamOrder order, PaidUpstream otherwise) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var outcome = attempt(order, otherwise);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new PaidUpstream.Unclear("Confirmed, but after " + TRIES + " tries nobody says that it is paid");
    }

    /** Empty when asking once more tells: what was paid in the meantime is refused then. */
    private Optional<PaidUpstream> attempt(UpstreamOrder order, PaidUpstream otherwise) {
        return switch (http.ask(JdVopApi.PAY, Map.of("jdOrderId", order.orderId()))) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? Optional.empty() : Optional.of(new PaidUpstream.Unclear(why));
            case Data data -> Optional.of(new PaidUpstream.Done());
            case Refusal(var fault) ->
                switch (fault.kind()) {
                    case ALREADY -> Optional.of(orders.seen(order.orderId(), otherwise));
                    case BROKEN -> Optional.empty();
                    case NO_MONEY, REFUSED -> Optional.of(new PaidUpstream.Refused(fault.code(), fault.words()));
                    case LIMITED, UNAUTHORISED, UNKNOWN -> Optional.of(new PaidUpstream.Unclear(fault.line()));
                    case MISSING, SOLD_OUT, PRICE_MOVED -> Optional.of(new PaidUpstream.Unclear(fault.line()));
                };
        };
    }
}
