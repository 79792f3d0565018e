package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Funds;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.buy.paychoice.PayRanking;
import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Tracked;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.people.language.Texts;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One order as its owner sees it.
 *
 * @param events all that happened, the latest first
 * @param photos addresses of the photos that our warehouse took, by line
 * @param parcel null before the carrier has it
 * @param due what is to be paid now
 * @param said text key of what came of the last click, or empty
 */
public record OrderView(
        Order order,
        List<Milestone> milestones,
        List<TimelineEvent> events,
        List<PaymentView> payments,
        Map<OrderLineId, List<String>> photos,
        @Nullable OnItsWay parcel,
        Due due,
        String said) {
    /**
     * @param amount zero when nothing is due
     * @param fromBalance what of it the shopper's balance would pay
     * @param ranking ways to pay it; empty when nothing is due
     */
    public record Due(Money amount, Money fromBalance, PayRanking ranking) {
        static Due nothing(Currency currency) {
            return new Due(Money.zero(currency), Money.zero(currency), new PayRanking(List.of(), 1));
        }
    }

    /**
     * The first and the last day on which the parcel is promised to come, or is expected to.
     *
     * @param learnt whether four of five such parcels came in this time
     */
    public record Arrival(Instant from, Instant to, boolean learnt) {}

    /**
     * A parcel that the carrier has.
     *
     * @param number the carrier's
     * @param page where anybody sees how it gets on; null when no tracking service is set up
     * @param events what the carrier told of it, the latest first
     * @param arrival null when it is there, or takes longer than any that we know of
     */
    public record OnItsWay(
            String number,
            @Nullable URI page,
            List<Tracked.Event> events,
            @Nullable Arrival arrival) {}

    /**
     * A payment that waits to be scanned with a phone.
     *
     * @param amount what is paid
     * @param picture the code as SVG
     * @param until when it can be paid no longer
     */
    public record Scan(String number, PayMethod method, Money amount, String picture, Instant until) {}

    /** The method of the last try to pay what is due, so that it stays chosen; or else the first; null when none is offered. */
    public @Nullable PayMethod chosenMethod() {
        var methods = due.ranking().methods();
        return payments.reversed().stream()
                .map(PaymentView::method)
                .filter(methods::contains)
                .findFirst()
                .orElse(methods.isEmpty() ? null : methods.getFirst());
    }

    /** Text key of why the last try to pay was declined, in plain words where we have some for the gateway's code. */
    public String declineText(Texts texts) {
        var key = lastDecline()
                .map(code -> "pay.declined." + code.toLowerCase(Locale.ROOT))
                .orElse("");
        return texts.knows(key) ? key : "pay.declined";
    }

    /** Text key of what happened, in the words of its reason where we have some. */
    public static String text(TimelineEvent event, Texts texts) {
        var key = "order.event." + event.kind().slug();
        var why = key + "." + event.details().getOrDefault("why", "");
        return texts.knows(why) ? why : key;
    }

    /** The gateway's code of why the last try to pay was declined; empty when it was not. */
    public Optional<String> lastDecline() {
        return payments.reversed().stream()
                .map(PaymentView::state)
                .filter(PaymentState.Open.class::isInstance)
                .map(state -> ((PaymentState.Open) state).lastDecline())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The price rises that the shopper accepted, the oldest first. */
    public List<TimelineEvent> rises() {
        return told(Kind.PRICE_ACCEPTED).toList().reversed();
    }

    /** Whether its seller went back on the sale of a line, which is not bought anew yet. */
    public boolean isSaleClosed(OrderLine line) {
        return line.state().isToBuy()
                && told(Kind.SALE_CLOSED).anyMatch(event -> line.id().equals(event.line()));
    }

    private Stream<TimelineEvent> told(Kind kind) {
        return events.stream().filter(event -> event.kind() == kind);
    }

    /** When the parcel is expected; before it is handed over, the days that were promised, counted from the payment that let us buy; null before it and after the end. */
    public @Nullable Arrival arrival() {
        if (parcel != null && parcel.arrival() != null) {
            return parcel.arrival();
        }
        var end = milestones.getLast().progress();
        var start = told(Kind.PRICE_ACCEPTED)
                .findFirst()
                .map(TimelineEvent::at)
                .orElse(milestones.getFirst().at());
        var days = order.quote().days();
        return start == null || end == Milestone.Progress.DONE || end == Milestone.Progress.BAD
                ? null
                : new Arrival(start.plus(days.min(), ChronoUnit.DAYS), start.plus(days.max(), ChronoUnit.DAYS), false);
    }

    /** Text key of what its price is by now: to be paid, paid, or neither. */
    public String priceTitle() {
        if (order.state() instanceof OrderState.AwaitingPayment) {
            return "order.to-pay";
        }
        return order.funds().receipts().isEmpty() ? "order.not-paid" : "order.paid-for";
    }

    /** Whether the shopper has paid what is due, and the order does not know it yet: then nothing may ask them to pay. */
    public boolean isBeingPaid() {
        return isBeingPaid(order, payments);
    }

    /** Whether something may happen by itself soon, so that the page should look again. */
    public boolean moving() {
        return switch (order.state()) {
            case OrderState.Delivered _, OrderState.Cancelled _ -> false;
            case OrderState.AwaitingPayment _,
                    OrderState.NeedsShopper _,
                    OrderState.Paid _,
                    OrderState.Buying _,
                    OrderState.Bought _,
                    OrderState.Received _,
                    OrderState.Packed _,
                    OrderState.HandedOver _ -> true;
        };
    }

    /** The same of an order with its payments. */
    static boolean isBeingPaid(Order order, List<PaymentView> payments) {
        return switch (order.state()) {
            case OrderState.AwaitingPayment _, OrderState.NeedsShopper _ -> {
                var known = order.funds().receipts().stream()
                        .map(Funds.Receipt::payment)
                        .toList();
                yield payments.stream()
                        .filter(payment -> payment.state().isUnderWay())
                        .anyMatch(payment -> !known.contains(payment.id().value()));
            }
            case OrderState.Paid _,
                    OrderState.Buying _,
                    OrderState.Bought _,
                    OrderState.Gathered _,
                    OrderState.Cancelled _ -> false;
        };
    }
}
