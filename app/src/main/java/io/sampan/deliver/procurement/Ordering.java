package io.sampan.deliver.procurement;

import io.sampan.deliver.procurement.Desk.Next;
import io.sampan.deliver.procurement.Purchase.Payment;
import io.sampan.deliver.procurement.Purchase.Upstream;
import io.sampan.deliver.procurement.PurchaseState.Cancelled;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Paying;
import io.sampan.deliver.procurement.PurchaseState.Quoting;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.deliver.procurement.PurchaseState.Then;
import io.sampan.deliver.procurement.PurchaseState.Withdrawing;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The steps in which the marketplace makes an order of ours, exactly one, and in which it is checked or taken back before it is paid. */
@Component
class Ordering {
    /** To a seller, in the language of sellers. */
    private static final String NOT_WANTED = "买家不想要了，请退款";

    private final Desk desk;
    private final Settlement settlement;

    Ordering(Desk desk, Settlement settlement) {
        this.desk = desk;
        this.settlement = settlement;
    }

    Next placing(Purchase purchase) {
        if (purchase.asked()) {
            return lookUp(purchase);
        }
        if (purchase.unwanted()) {
            return desk.write(purchase, current -> current.to(new Cancelled()));
        }
        return place(purchase);
    }

    private Next lookUp(Purchase purchase) {
        return switch (desk.connector(purchase).lookUp(desk.request(purchase))) {
            case Placed.Accepted accepted -> accepted(purchase, accepted.orders());
            case Placed.Absent(var behind) -> absent(purchase, behind);
            case Placed.Later later -> new Next.Later(later.after());
            case Placed.Unclear _, Placed.SoldOut _, Placed.PriceMoved _, Placed.Refused _ ->
                new Next.Later(desk.settings.lookUpAfter());
            case Placed.Unsupported _ -> desk.human(purchase, Reason.UNKNOWN_STATE, purchase.reference());
        };
    }

    /** A marketplace may take an order up after we stopped waiting for its answer, and list it later still: that none is found proves nothing at first. */
    private Next absent(Purchase purchase, Duration behind) {
        var asked = purchase.askedAt() == null ? desk.now() : purchase.askedAt();
        var believed = asked.plus(desk.settings.absentAfter()).plus(behind);
        if (desk.now().isBefore(believed)) {
            return new Next.Later(Duration.between(desk.now(), believed));
        }
        return purchase.unwanted()
                ? desk.write(purchase, current -> current.asking(null).to(new Cancelled()))
                : place(purchase);
    }

    private Next place(Purchase purchase) {
        if (!desk.intend(purchase, current -> current.asking(desk.now()))) {
            return new Next.Again();
        }
        return switch (desk.connector(purchase).place(desk.request(purchase))) {
            case Placed.Accepted accepted -> accepted(purchase, accepted.orders());
            case Placed.SoldOut soldOut ->
                desk.write(purchase, current -> desk.withoutSoldOut(current, soldOut.lineReferences()));
            case Placed.PriceMoved moved -> desk.write(purchase, current -> moved(current, moved.words()));
            case Placed.Refused refused ->
                desk.write(
                        purchase,
                        current -> current.asking(null)
                                .to(new NeedsHuman(Reason.REFUSED, refused.code() + " " + refused.words())));
            case Placed.Unsupported _ ->
                desk.write(
                        purchase, current -> current.asking(null).to(new NeedsHuman(Reason.NO_API, purchase.source())));
            case Placed.Later later -> {
                desk.write(purchase, current -> current.asking(null));
                yield new Next.Later(later.after());
            }
            case Placed.Absent _, Placed.Unclear _ -> new Next.Later(desk.settings.lookUpAfter());
        };
    }

    /** Under a new reference: a marketplace may have made an order of the old one and closed it, and would answer with that for ever. */
    private Purchase moved(Purchase purchase, String words) {
        return purchase.requotes() >= desk.settings.requotes()
                ? purchase.asking(null).to(new NeedsHuman(Reason.PRICE_UNSTEADY, words))
                : purchase.requoting().anew().to(new Quoting());
    }

    /** Every order that came of it is kept, whatever else happens. */
    private Next accepted(Purchase purchase, List<UpstreamOrder> orders) {
        return orders.isEmpty()
                ? new Next.Later(desk.settings.lookUpAfter())
                : desk.writeAnyhow(purchase, current -> keeping(current, orders));
    }

    private static Purchase keeping(Purchase current, List<UpstreamOrder> orders) {
        if (current.state() instanceof PurchaseState.Placing) {
            return current.knowing(orders).to(new PurchaseState.Placed());
        }
        boolean known = orders.stream().allMatch(current::knows);
        return known || current.state().isFinal()
                ? current
                : current.knowing(orders).to(new NeedsHuman(Reason.UNEXPECTED_ORDER, orders.toString()));
    }

    /** Reads what was ordered, and pays only for what was wanted at a price that was agreed. */
    Next placed(Purchase purchase) {
        var read = purchase;
        for (var one : purchase.open()) {
            switch (desk.connector(purchase).read(one.order().orderId())) {
                case OrderRead.Present present -> read = read.knowing(List.of(present.order()));
                case OrderRead.Split(var parts) -> {
                    return desk.write(
                            purchase, current -> current.splitting(one.order().orderId(), parts));
                }
                case OrderRead.Later later -> {
                    return new Next.Later(later.after());
                }
                case OrderRead.Missing _, OrderRead.Traced _, OrderRead.Refused _ -> {
                    return desk.missing(purchase);
                }
                case OrderRead.Unsupported _ -> {
                    return desk.human(purchase, Reason.UNKNOWN_STATE, ids(purchase));
                }
            }
        }
        var known = read.open().stream().map(Upstream::order).toList();
        return desk.write(purchase, current -> judged(current.knowing(known)));
    }

    private Purchase judged(Purchase purchase) {
        var orders = purchase.open().stream().map(Upstream::order).toList();
        var states = orders.stream().map(UpstreamOrder::state).toList();
        var told = orders.stream().map(UpstreamOrder::told).collect(Collectors.joining(", "));
        if (Losses.isAnyLost(purchase)) {
            return settlement.lost(purchase, told);
        }
        if (states.contains(State.UNKNOWN)) {
            return purchase.to(new NeedsHuman(Reason.UNKNOWN_STATE, told));
        }
        if (purchase.unwanted()) {
            return purchase.to(new Withdrawing(Then.CANCEL));
        }
        if (!UpstreamLines.conserved(purchase)) {
            return purchase.to(new NeedsHuman(Reason.LINES_DIFFER, ids(purchase)));
        }
        boolean borne = purchase.bears(purchase.total(), purchase.totalFreight(), desk.settings.freightBorne());
        if (!borne && states.stream().allMatch(State.WAIT_PAY::equals)) {
            return purchase.requotes() >= desk.settings.requotes()
                    ? purchase.to(new NeedsHuman(
                            Reason.PRICE_UNSTEADY, purchase.total().toString()))
                    : purchase.to(new Withdrawing(Then.QUOTE_AGAIN));
        }
        boolean payable = desk.connector(purchase).capabilities().contains(Capability.PAY);
        return payable || !states.contains(State.WAIT_PAY)
                ? purchase.to(new Paying())
                : purchase.to(new NeedsHuman(Reason.NO_PAYING, ids(purchase)));
    }

    /**
     * Cancels one order after the other at the marketplace, or sees how one is that was closed there. The money of one that was paid meanwhile is
     * asked back where a program can ask; else, and if the seller does not give it, it is a person's task.
     */
    Next withdrawing(Purchase purchase, Then then) {
        var next = purchase.open().stream().findFirst();
        if (next.isEmpty()) {
            return desk.write(purchase, current -> switch (then) {
                case CANCEL -> current.to(new Cancelled());
                case QUOTE_AGAIN -> current.requoting().anew().to(new Quoting());
                case BUY_AGAIN -> current.anew().to(new Quoting());
            });
        }
        var one = next.get();
        var order = one.order();
        var stuck = one.payment() == Payment.NOT_ASKED ? Reason.NOT_WITHDRAWN : Reason.CANCELLED_AFTER_PAYING;
        return switch (asked(purchase, one)) {
            case OrderRead.Present(var now) ->
                now.state() == State.WAIT_PAY && !can(purchase, Capability.CANCEL)
                        ? desk.human(purchase, Reason.NOT_WITHDRAWN, now.told())
                        : withdrawn(purchase, order.state(), now);
            case OrderRead.Refused(var code, var words) ->
                desk.human(purchase, stuck, order.orderId() + " " + code + " " + words);
            case OrderRead.Unsupported _ -> desk.human(purchase, stuck, order.orderId());
            case OrderRead.Split(var parts) ->
                desk.write(purchase, current -> current.splitting(order.orderId(), parts));
            case OrderRead.Missing _ ->
                one.payment() == Payment.PAID
                        ? desk.human(purchase, stuck, order.orderId())
                        : withdrawn(purchase, order.orderId());
            case OrderRead.Later later -> new Next.Later(later.after());
            case OrderRead.Traced _ -> new Next.Later(Duration.ZERO);
        };
    }

    /** The one call that this order's last known state asks for. */
    private OrderRead asked(Purchase purchase, Upstream one) {
        var connector = desk.connector(purchase);
        if (Losses.isLost(one)) {
            return connector.read(one.order().orderId());
        }
        if (one.order().state() == State.PAID && can(purchase, Capability.REFUND)) {
            return connector.refund(one.order(), NOT_WANTED);
        }
        return can(purchase, Capability.CANCEL)
                ? connector.cancel(one.order().orderId())
                : connector.read(one.order().orderId());
    }

    private boolean can(Purchase purchase, Capability verb) {
        return desk.connector(purchase).capabilities().contains(verb);
    }

    /** A seller who was asked for the money and sends the goods, or refuses, leaves it to a person; nobody is asked twice. */
    private Next withdrawn(Purchase purchase, State before, UpstreamOrder now) {
        return switch (now.state()) {
            case CLOSED, REFUNDED -> desk.write(purchase, current -> ended(current.knowing(List.of(now)), now));
            case WAIT_PAY -> new Next.Later(desk.settings.lookUpAfter());
            case REFUNDING -> {
                desk.write(purchase, current -> current.knowing(List.of(now)));
                yield new Next.Later(desk.settings.lookUpAfter());
            }
            case PAID ->
                before == State.PAID || before == State.REFUNDING || !can(purchase, Capability.REFUND)
                        ? desk.human(purchase, Reason.CANCELLED_AFTER_PAYING, now.told())
                        : desk.write(purchase, current -> current.knowing(List.of(now)));
            case PART_SHIPPED, SHIPPED, DONE, UNKNOWN ->
                desk.human(purchase, Reason.CANCELLED_AFTER_PAYING, now.told());
        };
    }

    /** An order that was paid and ended, and of which nobody says that the money is back, stays a person's task. */
    private Purchase ended(Purchase purchase, UpstreamOrder now) {
        var after = settlement.returned(purchase);
        boolean unclear =
                after.open().stream().anyMatch(one -> one.order().orderId().equals(now.orderId()));
        return unclear ? after.to(new NeedsHuman(Reason.CLOSED_BY_SELLER, now.told())) : after;
    }

    private Next withdrawn(Purchase purchase, String orderId) {
        return desk.write(
                purchase,
                current ->
                        current.paying(orderId, one -> new Upstream(one.order(), Payment.WITHDRAWN, one.payTries())));
    }

    private static String ids(Purchase purchase) {
        return purchase.open().stream()
                .map(one -> one.order().orderId())
                .toList()
                .toString();
    }
}
