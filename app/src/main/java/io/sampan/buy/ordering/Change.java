package io.sampan.buy.ordering;

import io.sampan.buy.ordering.OrderState.NeedsShopper;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.buy.ordering.Turn.Happening;
import io.sampan.buy.ordering.Turn.Refund;
import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order while it moves: what changes in it, and what else becomes true with it. */
final class Change {
    private final Order before;
    private final List<OrderLine> lines;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<OrderNews> news = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private OrderState state;
    private Funds funds;

    Change(Order before) {
        this.before = before;
        this.lines = new ArrayList<>(before.lines());
        this.state = before.state();
        this.funds = before.funds();
    }

    Change to(OrderState next) {
        state = next;
        return this;
    }

    Change funds(Funds next) {
        funds = next;
        return this;
    }

    Change put(OrderLine line) {
        lines.replaceAll(old -> old.id().equals(line.id()) ? line : old);
        return this;
    }

    /** Money came in. */
    Change take(Funds.Receipt receipt) {
        return funds(funds.with(receipt)).tell(Kind.PAID, null, money(receipt.amount()));
    }

    Change tell(Kind kind, @Nullable OrderLineId line, Map<String, String> details) {
        happenings.add(new Happening(kind, line, details));
        return this;
    }

    /** @param at when it happened, as others say */
    Change tell(Kind kind, Instant at) {
        happenings.add(new Happening(kind, null, Map.of(), at));
        return this;
    }

    Change tell(Kind kind) {
        return tell(kind, null, Map.of());
    }

    Change news(OrderNews one) {
        news.add(one);
        return this;
    }

    /** Promises an amount back, never more than is left. */
    Change refund(String key, Money wanted, String reason, @Nullable OrderLineId line) {
        var amount = wanted.compareTo(funds.left()) > 0 ? funds.left() : wanted;
        return amount.isPositive() ? funds(funds.back(amount)).promise(new Refund(key, amount, reason), line) : this;
    }

    /** An operator gives back an amount that is left; what bounced before, first. */
    Change refundAgain(Refund refund) {
        return funds(funds.backAgain(refund.amount())).promise(refund, null);
    }

    private Change promise(Refund refund, @Nullable OrderLineId line) {
        refunds.add(refund);
        return tell(Kind.REFUND_PROMISED, line, money(refund.amount()));
    }

    /** Cancels a line that may still be cancelled, and gives its share back if it was paid. */
    Change cancel(OrderLine line, LineState.Why why) {
        put(line.in(new LineState.Cancelled(why)));
        tell(Kind.LINE_CANCELLED, line.id(), Map.of("why", LineState.slug(why)));
        return refund("line:" + line.id(), line.share(), LineState.slug(why), line.id());
    }

    /** Ends the whole order: what is left of its money goes back, and nobody shall pay for it any more. */
    Change end(OrderState.Why why) {
        for (var line : List.copyOf(lines)) {
            if (line.state().cancel(LineState.Why.ORDER_CANCELLED) instanceof LineState.LineTurn.To to) {
                put(line.in(to.state()));
            }
        }
        to(new OrderState.Cancelled(why));
        var word = OrderState.slug(why);
        tell(Kind.CANCELLED, null, Map.of("why", word));
        refund("order:" + before.id(), funds.left(), word, null);
        return news(new OrderNews.OrderCancelled(before.id()));
    }

    /** Lets the order's state follow from its lines; only while they are being bought and collected. */
    Change settle() {
        var live = lines.stream().filter(line -> line.state().isLive()).toList();
        if (live.isEmpty()) {
            return end(OrderState.Why.NOTHING_LEFT);
        }
        var waiting = waiting();
        if (waiting != null) {
            return to(waiting);
        }
        if (live.stream().allMatch(line -> line.state() instanceof LineState.Ordered)) {
            return to(new OrderState.Paid());
        }
        if (live.stream().anyMatch(line -> line.state().isToBuy())) {
            return to(new OrderState.Buying());
        }
        if (live.stream().allMatch(line -> line.state() instanceof LineState.Accepted)) {
            return to(new OrderState.Received()).news(new OrderNews.OrderReceived(before.id()));
        }
        return to(new OrderState.Bought());
    }

    Turn turn() {
        return new Turn.To(
                before.with(lines, state, funds), List.copyOf(happenings), List.copyOf(news), List.copyOf(refunds));
    }

    static Map<String, String> money(Money amount) {
        return Map.of(
                "minor", Long.toString(amount.minor()),
                "currency", amount.currency().getCurrencyCode());
    }

    private @Nullable NeedsShopper waiting() {
        if (!(state instanceof NeedsShopper asks)) {
            return null;
        }
        var left = asks.moves().stream()
                .filter(move -> lines.stream()
                        .anyMatch(line ->
                                line.id().equals(move.line()) && line.state().isToBuy()))
                .toList();
        return left.isEmpty() ? null : new NeedsShopper(asks.round(), left);
    }
}
