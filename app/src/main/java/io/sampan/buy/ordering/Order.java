package io.sampan.buy.ordering;

import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.CheckoutForm.Tolerance;
import io.sampan.buy.ordering.Funds.Receipt;
import io.sampan.buy.ordering.LineState.LineTurn;
import io.sampan.buy.ordering.OrderState.AwaitingPayment;
import io.sampan.buy.ordering.OrderState.Bought;
import io.sampan.buy.ordering.OrderState.Buying;
import io.sampan.buy.ordering.OrderState.Cancelled;
import io.sampan.buy.ordering.OrderState.Delivered;
import io.sampan.buy.ordering.OrderState.Gathered;
import io.sampan.buy.ordering.OrderState.Gathering;
import io.sampan.buy.ordering.OrderState.HandedOver;
import io.sampan.buy.ordering.OrderState.NeedsShopper;
import io.sampan.buy.ordering.OrderState.Packed;
import io.sampan.buy.ordering.OrderState.Paid;
import io.sampan.buy.ordering.OrderState.Received;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.money.amount.Money;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Address;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One order and all its moves. Nothing here reads a clock or a database: {@link Orders} locks, asks, and writes down the answer. Personal: its
 * text form shows the number and the state only.
 *
 * @param number short, for people; not to be guessed from another
 * @param language that the shopper ordered in
 * @param quote frozen when it was placed
 * @param address frozen when it was placed
 * @param tolerance what happens when a price rises before we buy
 * @param lapsesAt when it is cancelled if it is not paid
 */
public record Order(
        OrderId id,
        String number,
        AccountId shopper,
        Locale language,
        LandedQuote quote,
        Address address,
        Tolerance tolerance,
        List<OrderLine> lines,
        OrderState state,
        Funds funds,
        Instant placedAt,
        Instant lapsesAt) {
    /** The purpose of an order's first payment. */
    public static final String PURPOSE = "order";

    public Order {
        lines = List.copyOf(lines);
    }

    /** What the shopper agreed to pay at first, everything included. */
    public Money total() {
        return quote.total();
    }

    /** What was taken for it; before it is paid, what is to be. */
    public Money price() {
        return funds.receipts().isEmpty() || state instanceof AwaitingPayment ? total() : funds.taken();
    }

    public Optional<OrderLine> line(OrderLineId line) {
        return lines.stream().filter(one -> one.id().equals(line)).findFirst();
    }

    /** Money came in. What nothing waits for, such as a payment after cancelling, goes back. */
    Turn captured(Receipt receipt) {
        if (funds.knows(receipt.payment())) {
            return new Turn.Already();
        }
        var price = new PriceTalk(this);
        return switch (state) {
            case AwaitingPayment _ -> price.paid(receipt);
            case NeedsShopper asks -> price.accepted(asks, receipt);
            case Paid _, Buying _, Bought _, Gathered _, Cancelled _ -> price.surplus(receipt);
        };
    }

    /** The marketplace is about to be asked for these lines; from here on a shopper can no longer cancel by themselves. */
    Turn startBuying(Set<OrderLineId> wanted) {
        return switch (state) {
            case AwaitingPayment _, Cancelled _ -> new Turn.Forbidden(state);
            case Gathering _, Gathered _ -> {
                var change = new Change(this);
                boolean moved = false;
                for (var line : wanted.stream().map(this::known).toList()) {
                    switch (line.state().startBuying()) {
                        case LineTurn.To to -> {
                            change.put(line.in(to.state())).tell(Kind.BUYING, line.id(), Map.of());
                            moved = true;
                        }
                        case LineTurn.Already _ -> {}
                        case LineTurn.Forbidden _ -> {
                            yield new Turn.Forbidden(state);
                        }
                    }
                }
                yield moved ? change.settle().turn() : new Turn.Already();
            }
        };
    }

    Turn bought(OrderLineId line) {
        return move(line, LineState::buy, Kind.BOUGHT, Map.of());
    }

    /** The seller went back on the sale, and we are on it: the line is to be bought again. */
    Turn saleClosed(OrderLineId line) {
        return move(line, LineState::loseSale, Kind.SALE_CLOSED, Map.of());
    }

    Turn sellerShipped(OrderLineId line, LineState.Waybill waybill) {
        var details = Map.of("company", waybill.company(), "number", waybill.number());
        return move(line, state -> state.ship(waybill), Kind.SELLER_SHIPPED, details);
    }

    Turn received(OrderLineId line) {
        return move(line, LineState::receive, Kind.RECEIVED, Map.of());
    }

    Turn accepted(OrderLineId line) {
        return move(line, LineState::accept, Kind.ACCEPTED, Map.of());
    }

    /** A line that is not what was ordered goes no further: its share goes back to the shopper. */
    Turn rejected(OrderLineId lineId, String reason) {
        return moving(
                lineId,
                state -> state.reject(reason),
                (change, line) -> change.tell(Kind.REJECTED, lineId, Map.of("why", reason))
                        .refund("line:" + lineId, line.share(), "rejected", lineId)
                        .news(new OrderNews.OrderLineRejected(id, lineId)));
    }

    /** A line that cannot be had, or whose sale fell through: its share goes back to the shopper. */
    Turn lineGone(OrderLineId lineId, LineState.Why why) {
        return moving(
                lineId,
                state -> state.cancel(why),
                (change, line) -> change.cancel(line, why).news(new OrderNews.OrderLineSoldOut(id, lineId)));
    }

    /** The price of a line that is to be bought rose beyond the tolerance: ask the shopper, once for each rise, or cancel it as they want it. */
    Turn priceMoved(OrderLineId lineId, Money oldUnit, Money newUnit) {
        var line = known(lineId);
        if (tolerance.beyond() == Tolerance.Beyond.CANCEL) {
            return moving(
                    lineId,
                    before -> before.cancel(LineState.Why.PRICE_ROSE),
                    (change, dear) -> change.cancel(dear, LineState.Why.PRICE_ROSE)
                            .news(new OrderNews.OrderLineDearer(id, lineId)));
        }
        return switch (state) {
            case AwaitingPayment _, Bought _, Gathered _, Cancelled _ -> new Turn.Forbidden(state);
            case Paid _, Buying _ -> new PriceTalk(this).asking(line, oldUnit, newUnit, List.of());
            case NeedsShopper asks ->
                asks.moves().stream().anyMatch(move -> move.line().equals(lineId))
                        ? new Turn.Already()
                        : new PriceTalk(this).asking(line, oldUnit, newUnit, asks.moves());
        };
    }

    /** The shopper does not pay more: the lines that wait for it are cancelled, the rest goes on. */
    Turn declinePrice() {
        return new PriceTalk(this).declined();
    }

    /** Before anything is bought the whole order ends; while some lines wait for the shopper and others are bought, those that wait do. */
    Turn cancel(OrderState.Why why) {
        return switch (state) {
            case AwaitingPayment _, Paid _ -> new Change(this).end(why).turn();
            case NeedsShopper _ ->
                lines.stream().map(OrderLine::state).filter(LineState::isLive).allMatch(LineState::isToBuy)
                        ? new Change(this).end(why).turn()
                        : declinePrice();
            case Cancelled _ -> new Turn.Already();
            case Buying _, Bought _, Gathered _ -> new Turn.Forbidden(state);
        };
    }

    /** Nobody paid in time. */
    Turn lapse(Instant now) {
        return switch (state) {
            case AwaitingPayment _ ->
                now.isBefore(lapsesAt)
                        ? new Turn.Forbidden(state)
                        : new Change(this).end(OrderState.Why.UNPAID).turn();
            case Gathering _, Gathered _, Cancelled _ -> new Turn.Forbidden(state);
        };
    }

    Turn packed() {
        return switch (state) {
            case Received _ ->
                all(LineState::pack).to(new Packed()).tell(Kind.PACKED).turn();
            case Packed _, HandedOver _, Delivered _ -> new Turn.Already();
            case AwaitingPayment _, Gathering _, Cancelled _ -> new Turn.Forbidden(state);
        };
    }

    Turn handedOver(String trackingNumber) {
        return switch (state) {
            case Packed _ ->
                new Change(this)
                        .to(new HandedOver(trackingNumber))
                        .tell(Kind.HANDED_OVER, null, Map.of("number", trackingNumber))
                        .news(new OrderNews.OrderHandedOver(id))
                        .turn();
            case HandedOver _, Delivered _ -> new Turn.Already();
            case AwaitingPayment _, Gathering _, Received _, Cancelled _ -> new Turn.Forbidden(state);
        };
    }

    Turn delivered(Instant at) {
        return switch (state) {
            case HandedOver _ ->
                all(LineState::deliver)
                        .to(new Delivered(at))
                        .tell(Kind.DELIVERED, at)
                        .news(new OrderNews.OrderDelivered(id))
                        .turn();
            case Delivered _ -> new Turn.Already();
            case AwaitingPayment _, Gathering _, Received _, Packed _, Cancelled _ -> new Turn.Forbidden(state);
        };
    }

    /** Something to tell about its money that moves nothing, once for each id. */
    Turn hears(String moneyId, Kind kind) {
        return funds.heard().contains(moneyId)
                ? new Turn.Already()
                : new Change(this).funds(funds.hearing(moneyId)).tell(kind).turn();
    }

    private Turn move(OrderLineId lineId, Function<LineState, LineTurn> act, Kind kind, Map<String, String> details) {
        return moving(lineId, act, (change, line) -> change.tell(kind, lineId, details));
    }

    private Turn moving(OrderLineId lineId, Function<LineState, LineTurn> act, BiConsumer<Change, OrderLine> along) {
        if (state instanceof AwaitingPayment) {
            return new Turn.Forbidden(state);
        }
        var line = known(lineId);
        return switch (act.apply(line.state())) {
            case LineTurn.To to -> {
                var change = new Change(this).put(line.in(to.state()));
                along.accept(change, line);
                yield change.settle().turn();
            }
            case LineTurn.Already _ -> new Turn.Already();
            case LineTurn.Forbidden _ -> new Turn.Forbidden(state);
        };
    }

    private Change all(Function<LineState, LineTurn> act) {
        var change = new Change(this);
        for (var line : lines) {
            if (act.apply(line.state()) instanceof LineTurn.To to) {
                change.put(line.in(to.state()));
            }
        }
        return change;
    }

    OrderLine known(OrderLineId lineId) {
        return line(lineId).orElseThrow(() -> new IllegalArgumentException("Order " + id + " has no line " + lineId));
    }

    Order with(List<OrderLine> lines, OrderState state, Funds funds) {
        return new Order(
                id, number, shopper, language, quote, address, tolerance, lines, state, funds, placedAt, lapsesAt);
    }

    @Override
    public String toString() {
        return "Order[" + number + " " + state.slug() + "]";
    }
}
