package io.sampan.buy.ordering;

import io.sampan.buy.ordering.Funds.Receipt;
import io.sampan.buy.payment.PayWay;
import io.sampan.buy.payment.Refunding;
import io.sampan.ground.database.Stored;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.people.identity.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * All orders. Every move locks its order, so that two at once follow one another; what the move made true (timeline, refunds, ledger, news)
 * is written in the same transaction, the caller's if there is one. A move that was made before changes nothing.
 *
 * <p>Every move throws {@link java.util.NoSuchElementException} for an order that does not exist.
 */
@Component
public class Orders {
    private final OrderTable table;
    private final OrderPayments payments;
    private final Books books;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(
            OrderTable table,
            OrderPayments payments,
            Books books,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.payments = payments;
        this.books = books;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Whose decision it is. */
    public enum By {
        SHOPPER,
        OPERATOR
    }

    public Optional<Order> find(OrderId id) {
        return table.find(id);
    }

    /** By the number for people, as they type it. */
    public Optional<Order> find(String number) {
        return table.find(number);
    }

    /** The newest first. */
    public List<Order> ofShopper(AccountId shopper, int limit) {
        return table.ofShopper(shopper, limit);
    }

    /**
     * The latest changed first.
     *
     * @param states by {@link OrderState#slug()}; empty means all
     */
    public List<Order> recent(Set<String> states, int limit) {
        return table.recent(states, limit);
    }

    /**
     * Those that have been longest in their state first: work that waits.
     *
     * @param state by {@link OrderState#slug()}
     */
    public List<Order> waiting(String state, int limit) {
        return table.waiting(state, limit);
    }

    /** How many orders are in each state, by {@link OrderState#slug()}; states without orders are absent. */
    public Map<String, Long> counts() {
        return table.counts();
    }

    /** All that happened to an order, the oldest first; empty for an unknown order. */
    public List<TimelineEvent> timeline(OrderId id) {
        return table.timeline(id);
    }

    /** All orders by their ids, after this one; {@link Stored#START} begins. */
    public List<Stored<Order>> stored(String after, int limit) {
        return table.stored(after, limit);
    }

    /** The ids among these that are orders'. */
    public Set<UUID> known(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : table.known(ids);
    }

    /** Tells again what follows from where the order stands; who heard it before does nothing. */
    public void tellAgain(OrderId id) {
        transactions.run(() -> OrderNews.standing(table.lock(id)).forEach(events::publishEvent));
    }

    /** What is to be paid now: the order, or a rise that waits for the shopper; empty when nothing is. */
    public Optional<Money> due(Order order) {
        return new PriceTalk(order).due().map(PriceTalk.Due::amount);
    }

    /**
     * Where to pay what is due now: the order, or, while its state is {@link OrderState.NeedsShopper}, the rise, by which the shopper accepts
     * it. Waits for the gateway; never call it within a transaction.
     */
    public PayPage payPage(OrderId id) {
        return payments.page(table.find(id).orElseThrow());
    }

    /** The same in the way that the shopper wants. */
    public PayPage payPage(OrderId id, PayWay way) {
        return payments.page(table.find(id).orElseThrow(), way);
    }

    /** The marketplace is about to be asked for these lines. Forbidden once the order is cancelled: then nothing may be bought. */
    public Moved startBuying(OrderId id, Set<OrderLineId> lines) {
        return move(id, order -> order.startBuying(lines));
    }

    /** The line is ordered and paid at its marketplace. */
    public Moved bought(OrderId id, OrderLineId line) {
        return move(id, order -> order.bought(line));
    }

    /**
     * The price of a line that is to be bought rose beyond the order's tolerance: the shopper is asked, or the line is cancelled, as they chose.
     *
     * @param oldUnit of one piece in CNY
     * @param newUnit of one piece in CNY, with its part of a dearer way to the warehouse
     */
    public Moved priceMoved(OrderId id, OrderLineId line, Money oldUnit, Money newUnit) {
        return move(id, order -> order.priceMoved(line, oldUnit, newUnit));
    }

    /** The shopper does not pay more: the lines that wait for it are cancelled and refunded, the rest goes on. */
    public Moved declinePrice(OrderId id) {
        return move(id, Order::declinePrice);
    }

    /** The line ran out: it is cancelled, its share refunded. */
    public Moved soldOut(OrderId id, OrderLineId line) {
        return move(id, order -> order.lineGone(line, LineState.Why.SOLD_OUT));
    }

    /** The line cannot be bought, or the seller went back on the sale: it is cancelled, its share refunded. */
    public Moved notBuyable(OrderId id, OrderLineId line) {
        return move(id, order -> order.lineGone(line, LineState.Why.NOT_BUYABLE));
    }

    /** The seller went back on the sale of a line that we go on to buy; the shopper reads of it. */
    public Moved saleClosed(OrderId id, OrderLineId line) {
        return move(id, order -> order.saleClosed(line));
    }

    /** The seller sent the line, or a part of it, to our warehouse. */
    public Moved sellerShipped(OrderId id, OrderLineId line, String company, String waybill) {
        return move(id, order -> order.sellerShipped(line, new LineState.Waybill(company, waybill)));
    }

    /** All pieces of the line lie in our warehouse. */
    public Moved received(OrderId id, OrderLineId line) {
        return move(id, order -> order.received(line));
    }

    /** The line passed our check; when all that are left did, the order is ready to pack. */
    public Moved accepted(OrderId id, OrderLineId line) {
        return move(id, order -> order.accepted(line));
    }

    /** The line failed our check: it goes no further, its share is refunded. */
    public Moved rejected(OrderId id, OrderLineId line, String reason) {
        return move(id, order -> order.rejected(line, reason));
    }

    public Moved packed(OrderId id) {
        return move(id, Order::packed);
    }

    public Moved handedOver(OrderId id, String trackingNumber) {
        return move(id, order -> order.handedOver(trackingNumber));
    }

    /** At the door: what was kept of the shopper's money is earned, in the ledger. */
    public Moved delivered(OrderId id, Instant at) {
        return transactions.run(() -> {
            var moved = move(id, order -> order.delivered(at));
            if (moved instanceof Moved.Done) {
                books.earn(table.find(id).orElseThrow(), at);
            }
            return moved;
        });
    }

    /**
     * Ends an order of which nothing is bought yet; what was paid goes back. While some lines wait for the shopper and others are bought
     * already, only those that wait are cancelled.
     */
    public Moved cancel(OrderId id, By by) {
        return move(id, order -> order.cancel(by == By.SHOPPER ? OrderState.Why.SHOPPER : OrderState.Why.OPERATOR));
    }

    /**
     * A person gives money back beyond what the moves give back by themselves; after delivery, when it is earned, at our expense. Forbidden
     * when less than that is left.
     *
     * @param key the caller's own: the same again is the same refund
     * @param reason for colleagues, without personal data
     */
    public Moved giveBack(OrderId id, Money amount, String key, String reason, Refunding.To to) {
        return transactions.run(() -> {
            var before = table.lock(id);
            var moved = move(
                    id, order -> new PriceTalk(order).giveBack(new Turn.Refund("operator:" + key, amount, reason, to)));
            if (moved instanceof Moved.Done) {
                books.goodwill(before, amount, key);
            }
            return moved;
        });
    }

    /** What could not go back to where it came from becomes the shopper's balance; forbidden when there is nothing of that kind. */
    public Moved takeBounced(OrderId id) {
        return move(id, order -> new PriceTalk(order).takeBounced());
    }

    /** Money came in. */
    Moved captured(OrderId id, Receipt receipt) {
        return move(id, order -> order.captured(receipt));
    }

    /** Something to tell about the order's money, once for each id of a payment or refund. */
    Moved hears(OrderId id, String moneyId, TimelineEvent.Kind kind) {
        return move(id, order -> order.hears(moneyId, kind));
    }

    /** A refund did not reach the shopper; once for each id of a refund. */
    Moved bounced(OrderId id, String refundId, Receipt receipt, Money amount) {
        return move(id, order -> new PriceTalk(order).bounced(refundId, receipt, amount));
    }

    Moved lapse(OrderId id) {
        return move(id, order -> order.lapse(clock.instant()));
    }

    private Moved move(OrderId id, Function<Order, Turn> act) {
        return transactions.run(() -> switch (act.apply(table.lock(id))) {
            case Turn.To to -> {
                write(to);
                yield new Moved.Done();
            }
            case Turn.Already _ -> new Moved.Already();
            case Turn.Forbidden forbidden -> new Moved.Forbidden(forbidden.state());
        });
    }

    private void write(Turn.To to) {
        var order = to.order();
        table.update(order, clock.instant());
        table.append(order.id(), to.happenings(), clock.instant());
        to.refunds().forEach(refund -> payments.give(order, refund));
        if (order.state() instanceof OrderState.Cancelled) {
            payments.close(order);
        }
        to.news().forEach(events::publishEvent);
    }
}
