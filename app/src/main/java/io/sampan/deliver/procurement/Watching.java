package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.deliver.procurement.Desk.Next;
import io.sampan.deliver.procurement.Purchase.Upstream;
import io.sampan.deliver.procurement.PurchaseState.Arrived;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.deliver.procurement.PurchaseState.Shipped;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps after paying: what the seller sends, and when it is here. Reads at every push, and now and then without one. */
@Component
class Watching {
    private static final Set<State> SENT = Set.of(State.SHIPPED, State.DONE);

    private final Desk desk;
    private final Settlement settlement;
    private final ApplicationEventPublisher events;

    Watching(Desk desk, Settlement settlement, ApplicationEventPublisher events) {
        this.desk = desk;
        this.settlement = settlement;
        this.events = events;
    }

    Next watch(Purchase purchase) {
        var read = new ArrayList<UpstreamOrder>();
        for (var one : purchase.open()) {
            switch (desk.connector(purchase).read(one.order().orderId())) {
                case OrderRead.Present present -> read.add(withWaybills(purchase, one, present.order()));
                case OrderRead.Split(var parts) -> {
                    return desk.write(purchase, current -> split(current, one.order(), parts));
                }
                case OrderRead.Later later -> {
                    return new Next.Later(later.after());
                }
                case OrderRead.Missing _, OrderRead.Traced _, OrderRead.Refused _, OrderRead.Unsupported _ -> {
                    return isHere(purchase)
                            ? desk.write(purchase, current -> current.to(new Arrived()))
                            : new Next.Watch(desk.settings.watchEvery());
                }
            }
        }
        var next = desk.write(purchase, current -> seen(current, read));
        return next instanceof Next.Again ? new Next.Watch(desk.settings.watchEvery()) : next;
    }

    /** What a marketplace once told of a line or a waybill it may leave out later: what we know is kept. */
    private UpstreamOrder withWaybills(Purchase purchase, Upstream known, UpstreamOrder now) {
        var waybills = new ArrayList<>(now.waybills());
        boolean sent = SENT.contains(now.state()) || now.state() == State.PART_SHIPPED;
        var connector = desk.connector(purchase);
        if (sent && waybills.isEmpty() && connector.capabilities().contains(Capability.TRACE)) {
            waybills.addAll(traced(connector.trace(now)));
        }
        known.order().waybills().stream()
                .filter(old -> waybills.stream().noneMatch(one -> one.number().equals(old.number())))
                .forEach(waybills::add);
        var lines = now.lines().isEmpty() ? known.order().lines() : now.lines();
        return new UpstreamOrder(
                now.marketplace(),
                now.source(),
                now.orderId(),
                now.reference(),
                now.state(),
                now.total(),
                now.freight(),
                lines,
                waybills);
    }

    private static List<Waybill> traced(OrderRead read) {
        return switch (read) {
            case OrderRead.Traced traced ->
                traced.steps().stream()
                        .map(OrderRead.Step::waybillNumber)
                        .filter(number -> !number.isBlank())
                        .distinct()
                        .map(number -> new Waybill("", number))
                        .toList();
            case OrderRead.Present _, OrderRead.Split _, OrderRead.Missing _, OrderRead.Later _ -> List.of();
            case OrderRead.Refused _, OrderRead.Unsupported _ -> List.of();
        };
    }

    /** A split must neither lose nor add anything; what it does with the money, the ledger knows of the whole. */
    private static Purchase split(Purchase before, UpstreamOrder whole, List<UpstreamOrder> parts) {
        var purchase = before.splitting(whole.orderId(), parts);
        return UpstreamLines.conserved(purchase)
                ? purchase
                : purchase.to(new NeedsHuman(
                        Reason.LINES_DIFFER,
                        parts.stream().map(UpstreamOrder::told).collect(Collectors.joining(", "))));
    }

    private Purchase seen(Purchase before, List<UpstreamOrder> read) {
        var purchase = before.knowing(read);
        read.forEach(order -> expect(purchase, order));
        var states = read.stream().map(UpstreamOrder::state).toList();
        var told = read.stream().map(UpstreamOrder::told).collect(Collectors.joining(", "));
        if (isHere(purchase)) {
            return purchase.to(new Arrived());
        }
        if (Losses.isAnyLost(purchase)) {
            return settlement.lost(purchase, told);
        }
        if (states.contains(State.UNKNOWN)) {
            return purchase.to(new NeedsHuman(Reason.UNKNOWN_STATE, told));
        }
        return SENT.containsAll(states) ? purchase.to(new Shipped()) : purchase;
    }

    /** Each waybill is told once: to the order's lines, and to the warehouse. */
    void expect(Purchase purchase, UpstreamOrder order) {
        var lines = UpstreamLines.of(purchase, order);
        for (var waybill : order.waybills()) {
            if (!lines.isEmpty() && desk.table.expect(purchase.id(), waybill, desk.now())) {
                lines.forEach(
                        line -> desk.orders.sellerShipped(purchase.order(), line, waybill.company(), waybill.number()));
                events.publishEvent(new InboundExpected(
                        purchase.id(), purchase.order(), lines, waybill.company(), waybill.number()));
            }
        }
    }

    /** Every parcel of every order, as if it were told for the first time. */
    void tellAgain(Purchase purchase) {
        for (var one : purchase.open()) {
            var lines = UpstreamLines.of(purchase, one.order());
            for (var waybill :
                    lines.isEmpty() ? List.<Waybill>of() : one.order().waybills()) {
                desk.table.expect(purchase.id(), waybill, desk.now());
                events.publishEvent(new InboundExpected(
                        purchase.id(), purchase.order(), lines, waybill.company(), waybill.number()));
            }
        }
    }

    /** Whether nothing of the purchase is still on its way to us. */
    private boolean isHere(Purchase purchase) {
        var order = desk.orders.find(purchase.order()).orElseThrow();
        return purchase.lines().stream().allMatch(line -> isHere(order, line));
    }

    private static boolean isHere(Order order, Purchase.Line line) {
        return order.line(line.line())
                .map(one -> switch (one.state()) {
                    case LineState.Ordered _,
                            LineState.Buying _,
                            LineState.Bought _,
                            LineState.SellerShipped _,
                            LineState.Cancelled _ -> false;
                    case LineState.Received _,
                            LineState.Accepted _,
                            LineState.Rejected _,
                            LineState.Packed _,
                            LineState.Delivered _ -> true;
                })
                .orElse(false);
    }
}
