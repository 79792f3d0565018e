package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.OrderId;
import io.sampan.deliver.procurement.Purchase.Payment;
import io.sampan.deliver.procurement.Purchase.Upstream;
import io.sampan.deliver.procurement.PurchaseState.Cancelled;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Paid;
import io.sampan.deliver.procurement.PurchaseState.Placed;
import io.sampan.deliver.procurement.PurchaseState.Placing;
import io.sampan.deliver.procurement.PurchaseState.Quoting;
import io.sampan.deliver.procurement.PurchaseState.Then;
import io.sampan.deliver.procurement.PurchaseState.Withdrawing;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What we buy for orders, and what people decide about it when programs cannot go on. */
@Component
public class Purchases {
    private final Desk desk;
    private final Settlement settlement;
    private final Watching watching;
    private final Transactions transactions;

    Purchases(Desk desk, Settlement settlement, Watching watching, Transactions transactions) {
        this.desk = desk;
        this.settlement = settlement;
        this.watching = watching;
        this.transactions = transactions;
    }

    /** One for each shop; empty before the order is paid. */
    public List<Purchase> of(OrderId order) {
        return desk.table.of(order);
    }

    public Optional<Purchase> find(PurchaseId id) {
        return desk.table.find(id);
    }

    /** Those that wait for a person; who has waited longest first. */
    public List<Purchase> needingHuman(int limit) {
        return desk.table.inState("needs-human", limit);
    }

    /** Goes on from where it stopped; what may have been ordered or paid is looked at first. */
    public Acted retry(PurchaseId id) {
        return decide(id, purchase -> purchase.forgivingTries().to(resumed(purchase)));
    }

    /**
     * A person bought it on the marketplace's own pages: it is booked as bought, and watched like the others. An order that we placed and they
     * paid is named by its id; our own unpaid orders under other ids count as withdrawn, so cancel them there first.
     *
     * @param upstreamOrderId the marketplace's id of the order
     * @param total what was paid in CNY, freight within China included
     */
    public Acted boughtByHand(PurchaseId id, String upstreamOrderId, Money total, Optional<Waybill> waybill) {
        var purchase = desk.table.find(id).orElseThrow();
        var other = desk.table.ofUpstream(purchase.marketplace(), upstreamOrderId);
        if (other.filter(known -> !known.equals(id)).isPresent()) {
            return new Acted.TakenBy(other.get());
        }
        return decide(id, current -> bought(current, upstreamOrderId, total, waybill));
    }

    /**
     * It cannot be bought: its lines are cancelled, and the shopper gets their share back. What is ordered and unpaid is withdrawn at the
     * marketplace; money that a marketplace gave back is booked.
     */
    public Acted giveUp(PurchaseId id) {
        return decide(id, purchase -> {
            purchase.lines().forEach(line -> desk.orders.notBuyable(purchase.order(), line.line()));
            settlement.returned(purchase);
            var unwanted = purchase.unwanting();
            if (purchase.open().isEmpty()) {
                return unwanted.to(purchase.asked() ? new Placing() : new Cancelled());
            }
            return unwanted.to(purchase.mayHavePaid() ? new Cancelled() : new Withdrawing(Then.CANCEL));
        });
    }

    private static PurchaseState resumed(Purchase purchase) {
        if (purchase.open().isEmpty()) {
            return purchase.asked() ? new Placing() : new Quoting();
        }
        return purchase.unpaid().isEmpty() ? new Paid() : new Placed();
    }

    private Purchase bought(Purchase purchase, String upstreamId, Money total, Optional<Waybill> waybill) {
        var lines = purchase.lines().stream().map(Purchase.Line::line).collect(Collectors.toSet());
        if (!desk.orders.startBuying(purchase.order(), lines).stands()) {
            return purchase;
        }
        var order = new UpstreamOrder(
                purchase.marketplace(),
                upstreamId,
                purchase.reference(),
                UpstreamOrder.State.PAID,
                total,
                Money.fen(0),
                purchase.lines().stream()
                        .map(line -> new UpstreamOrder.Line("", line.item().itemId(), line.orderKey(), line.quantity()))
                        .toList(),
                waybill.map(List::of).orElse(List.of()));
        boolean before = purchase.upstream().stream()
                .anyMatch(one -> one.order().orderId().equals(upstreamId) && one.payment() == Payment.PAID);
        var known = purchase.knowing(List.of(order));
        for (var one : known.open()) {
            known = one.payment() == Payment.PAID
                    ? known
                    : known.paying(
                            one.order().orderId(), old -> new Upstream(old.order(), Payment.WITHDRAWN, old.payTries()));
        }
        var bought = settlement.bought(before ? known : settlement.paid(known, order));
        watching.expect(bought, order);
        return bought;
    }

    private Acted decide(PurchaseId id, UnaryOperator<Purchase> work) {
        return transactions.run(() -> {
            var current = desk.table.lock(id);
            if (!(current.state() instanceof NeedsHuman)) {
                return new Acted.Forbidden(current.state());
            }
            var after = work.apply(current);
            if (after.equals(current)) {
                return new Acted.Forbidden(current.state());
            }
            desk.table.save(after, desk.now());
            desk.table.wake(id, desk.now());
            return new Acted.Done();
        });
    }
}
