package io.sampan.buy.ordering;

import io.sampan.buy.ordering.Funds.Receipt;
import io.sampan.buy.ordering.OrderState.AwaitingPayment;
import io.sampan.buy.ordering.OrderState.Bought;
import io.sampan.buy.ordering.OrderState.Buying;
import io.sampan.buy.ordering.OrderState.Cancelled;
import io.sampan.buy.ordering.OrderState.Gathered;
import io.sampan.buy.ordering.OrderState.NeedsShopper;
import io.sampan.buy.ordering.OrderState.Paid;
import io.sampan.buy.ordering.OrderState.PriceMove;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.buy.payment.Refunding;
import io.sampan.money.amount.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of an order's moves in which the shopper is asked for more, pays it, pays what nobody asked for, or is given back. */
final class PriceTalk {
    private static final String TOP_UP = "top-up-";
    private static final String BALANCE_PART = "balance-";

    private final Order order;

    PriceTalk(Order order) {
        this.order = order;
    }

    /** What is to be paid now, and the purpose of that payment; empty when nothing is. */
    Optional<Due> due() {
        return switch (order.state()) {
            case AwaitingPayment _ ->
                Optional.of(
                        new Due(Order.PURPOSE, order.total().minus(order.funds().left())));
            case NeedsShopper asks -> Optional.of(new Due(TOP_UP + asks.round(), asks.extra()));
            case Paid _, Buying _, Bought _, Gathered _, Cancelled _ -> Optional.empty();
        };
    }

    record Due(String purpose, Money amount) {}

    Turn asking(OrderLine line, Money oldUnit, Money newUnit, List<PriceMove> waiting) {
        if (!line.state().isToBuy()) {
            return new Turn.Forbidden(order.state());
        }
        if (newUnit.compareTo(line.unitPrice()) <= 0) {
            return new Turn.Already();
        }
        var rise = newUnit.minus(line.unitPrice()).times(line.quantity());
        var extra = Reckoning.extra(order.quote(), rise);
        int round = order.funds().rounds() + 1;
        var move = new PriceMove(line.id(), oldUnit, newUnit, extra, round);
        return new Change(order)
                .funds(order.funds().asking())
                .to(new NeedsShopper(
                        round, Stream.concat(waiting.stream(), Stream.of(move)).toList()))
                .tell(Kind.PRICE_MOVED, line.id(), Change.money(extra))
                .news(new OrderNews.OrderNeedsShopper(order.id()))
                .turn();
    }

    /** A top-up pays for the rises that were known when it was asked for; rises that came later still wait. */
    Turn accepted(NeedsShopper asks, Receipt receipt) {
        var paidFor = asks.moves().stream()
                .filter(move -> covers(receipt.purpose(), move))
                .toList();
        if (paidFor.isEmpty()) {
            return surplus(receipt);
        }
        var change = new Change(order).take(receipt);
        var sum = Money.zero(receipt.amount().currency());
        for (var move : paidFor) {
            sum = sum.plus(move.extra());
            order.line(move.line()).ifPresent(line -> change.put(line.at(move)));
            change.tell(Kind.PRICE_ACCEPTED, move.line(), Change.money(move.extra()));
        }
        var left = new ArrayList<>(asks.moves());
        left.removeAll(paidFor);
        return change.to(left.isEmpty() ? new Buying() : new NeedsShopper(asks.round(), left))
                .refund(surplusKey(receipt), receipt.amount().minus(sum), "surplus", null)
                .settle()
                .news(new OrderNews.OrderPriceAccepted(order.id()))
                .turn();
    }

    /** The lines that wait for the shopper are cancelled, the rest goes on. */
    Turn declined() {
        return switch (order.state()) {
            case NeedsShopper asks -> {
                var change = new Change(order);
                for (var move : asks.moves()) {
                    change.cancel(order.known(move.line()), LineState.Why.PRICE_DECLINED);
                }
                yield change.settle()
                        .news(new OrderNews.OrderPriceDeclined(order.id()))
                        .turn();
            }
            case AwaitingPayment _, Paid _, Buying _, Bought _, Gathered _, Cancelled _ ->
                wasDeclined() ? new Turn.Already() : new Turn.Forbidden(order.state());
        };
    }

    private boolean wasDeclined() {
        var declined = new LineState.Cancelled(LineState.Why.PRICE_DECLINED);
        return order.lines().stream().anyMatch(line -> line.state().equals(declined));
    }

    /** Nothing waits for this money: it goes back. */
    Turn surplus(Receipt receipt) {
        return new Change(order)
                .take(receipt)
                .refund(surplusKey(receipt), receipt.amount(), "surplus", null)
                .turn();
    }

    /** The shopper takes into their balance what could not go back to where it came from: all of it, as it is known now. */
    Turn takeBounced() {
        var bounced = order.funds().bounced();
        return bounced.isPositive()
                ? new Change(order)
                        .refundAgain(new Turn.Refund(
                                "bounced:" + order.funds().heard().size(), bounced, "bounced", Refunding.To.BALANCE))
                        .turn()
                : new Turn.Forbidden(order.state());
    }

    /** A person gives back a part of what is left; the same key again is the same refund. */
    Turn giveBack(Turn.Refund wanted) {
        var refund = wanted.key();
        var amount = wanted.amount();
        if (order.funds().heard().contains(refund)) {
            return new Turn.Already();
        }
        if (!amount.isPositive() || amount.compareTo(order.funds().left()) > 0) {
            return new Turn.Forbidden(order.state());
        }
        return new Change(order)
                .funds(order.funds().hearing(refund))
                .refundAgain(wanted)
                .turn();
    }

    /**
     * A refund did not reach the shopper: its money is theirs still, and can be given back again. Once for each refund.
     *
     * @param receipt the payment that it was a part of; one that nobody told of came too late, and was given back by itself
     */
    Turn bounced(String refundId, Receipt receipt, Money amount) {
        boolean known = order.funds().knows(receipt.payment());
        var funds = known ? order.funds() : order.funds().with(receipt).back(receipt.amount());
        return order.funds().heard().contains(refundId)
                ? new Turn.Already()
                : new Change(order)
                        .funds(funds.bounce(amount).hearing(refundId))
                        .tell(Kind.REFUND_FAILED, null, Change.money(amount))
                        .turn();
    }

    /** An order that waits for its money is paid at once or in parts, of which a balance pays the first. */
    Turn paid(Receipt receipt) {
        var due = order.total().minus(order.funds().left());
        boolean part = receipt.purpose().startsWith(BALANCE_PART);
        if (!part && !receipt.purpose().equals(Order.PURPOSE)
                || !part && receipt.amount().compareTo(due) < 0) {
            return surplus(receipt);
        }
        var change = new Change(order).take(receipt);
        if (receipt.amount().compareTo(due) < 0) {
            return change.turn();
        }
        return change.to(new Paid())
                .refund(surplusKey(receipt), receipt.amount().minus(due), "surplus", null)
                .news(new OrderNews.OrderPaid(order.id()))
                .turn();
    }

    /**
     * What a balance of this much pays of what is due now: all of it, or, before the order is paid, a part.
     *
     * @return empty when nothing is due, or when what is due is only taken whole and the balance is less
     */
    Optional<Due> from(Money balance) {
        return due().filter(_ -> balance.isPositive()).flatMap(due -> {
            if (balance.compareTo(due.amount()) >= 0) {
                return Optional.of(due);
            }
            return order.state() instanceof AwaitingPayment
                    ? Optional.of(
                            new Due(BALANCE_PART + order.funds().receipts().size(), balance))
                    : Optional.empty();
        });
    }

    private static boolean covers(String purpose, PriceMove move) {
        return purpose.startsWith(TOP_UP) && move.since() <= Integer.parseInt(purpose.substring(TOP_UP.length()));
    }

    private static String surplusKey(Receipt receipt) {
        return "surplus:" + receipt.payment();
    }
}
