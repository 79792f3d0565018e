package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.ground.database.Stored;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every line of an order is bought once: it lies in one purchase, as it was ordered, and both know how far it is. */
@Component
final class PurchasesOfOrders implements OrderCheck {
    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.LINE_NOT_PLANNED,
                Kind.LINE_BOUGHT_UNPURCHASED,
                Kind.LINE_PURCHASED_TWICE,
                Kind.LINE_BOUGHT_PURCHASE_NOT,
                Kind.PURCHASE_PAID_LINE_NOT,
                Kind.PURCHASE_LINE_UNKNOWN,
                Kind.PURCHASE_LINE_DIFFERS,
                Kind.PURCHASE_OF_CANCELLED,
                Kind.PURCHASE_UNFINISHED);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        if (!(dossier.order().state() instanceof OrderState.AwaitingPayment)) {
            dossier.order().lines().stream()
                    .filter(line -> line.state().isLive())
                    .forEach(line -> line(dossier, line, found));
        }
        for (var kept : dossier.bought().all()) {
            kept.thing().lines().forEach(line -> line(dossier, kept.thing(), line, found));
            whole(dossier, kept, found);
        }
    }

    private static void line(Dossier dossier, OrderLine line, List<Finding> found) {
        var order = dossier.order();
        var purchases = dossier.bought().all().stream()
                .map(Stored::thing)
                .filter(purchase -> holds(purchase, line.id()))
                .toList();
        var going = purchases.stream().filter(one -> !isOver(one.state())).toList();
        if (purchases.isEmpty()) {
            var kind = line.state().isToBuy() ? Kind.LINE_NOT_PLANNED : Kind.LINE_BOUGHT_UNPURCHASED;
            found.add(Finding.of(kind, order, line.id())
                    .differs(line.state().slug(), "-")
                    .since(dossier.kept().changedAt())
                    .target(order.id()));
        } else if (going.size() > 1) {
            found.add(Finding.of(Kind.LINE_PURCHASED_TWICE, order, line.id())
                    .differs(going.get(0).id(), going.get(1).id()));
        } else if (!line.state().isToBuy() && purchases.stream().allMatch(one -> isBefore(one.state()))) {
            found.add(Finding.of(Kind.LINE_BOUGHT_PURCHASE_NOT, order, line.id())
                    .differs(line.state().slug(), purchases.getFirst().state().slug()));
        }
    }

    private static void line(Dossier dossier, Purchase purchase, Purchase.Line line, List<Finding> found) {
        var order = dossier.order();
        var subject = purchase.id() + "/" + line.line();
        var ordered = order.line(line.line());
        if (ordered.isEmpty()) {
            found.add(Finding.of(Kind.PURCHASE_LINE_UNKNOWN, order, subject).differs(line.line(), "-"));
            return;
        }
        var theirs = ordered.get();
        boolean same = theirs.item().equals(line.item())
                && theirs.skuId().equals(line.skuId())
                && theirs.quantity() == line.quantity();
        if (!same) {
            found.add(Finding.of(Kind.PURCHASE_LINE_DIFFERS, order, subject)
                    .differs(
                            line.quantity() + " × " + line.item() + " " + line.skuId(),
                            theirs.quantity() + " × " + theirs.item() + " " + theirs.skuId()));
        }
        if (isPaid(purchase.state()) && theirs.state().isToBuy()) {
            found.add(Finding.of(Kind.PURCHASE_PAID_LINE_NOT, order, subject)
                    .differs(purchase.state().slug(), theirs.state().slug()));
        }
    }

    private static void whole(Dossier dossier, Stored<Purchase> kept, List<Finding> found) {
        var order = dossier.order();
        var purchase = kept.thing();
        boolean resting = purchase.state().isFinal() || purchase.state() instanceof PurchaseState.NeedsHuman;
        if (order.state() instanceof OrderState.Cancelled && !resting && !purchase.unwanted()) {
            found.add(Finding.of(Kind.PURCHASE_OF_CANCELLED, order, purchase.id())
                    .differs(purchase.state().slug(), order.state().slug())
                    .since(dossier.kept().changedAt())
                    .target(order.id()));
        }
        boolean paid = isPaid(purchase.state()) && !(purchase.state() instanceof PurchaseState.Done);
        if (order.state() instanceof OrderState.Gathered && paid) {
            found.add(Finding.of(Kind.PURCHASE_UNFINISHED, order, purchase.id())
                    .differs(purchase.state().slug(), order.state().slug())
                    .target(order.id()));
        }
    }

    private static boolean holds(Purchase purchase, OrderLineId line) {
        return purchase.lines().stream().anyMatch(one -> one.line().equals(line));
    }

    private static boolean isOver(PurchaseState state) {
        return state instanceof PurchaseState.SoldOut || state instanceof PurchaseState.Cancelled;
    }

    private static boolean isPaid(PurchaseState state) {
        return switch (state) {
            case PurchaseState.Paid _, PurchaseState.Shipped _, PurchaseState.Arrived _, PurchaseState.Done _ -> true;
            case PurchaseState.Planned _, PurchaseState.Quoting _, PurchaseState.Placing _ -> false;
            case PurchaseState.Placed _, PurchaseState.Withdrawing _, PurchaseState.Paying _ -> false;
            case PurchaseState.NeedsHuman _, PurchaseState.PriceMoved _ -> false;
            case PurchaseState.SoldOut _, PurchaseState.Cancelled _ -> false;
        };
    }

    /** Surely not paid; of one that waits for a person nobody knows. */
    private static boolean isBefore(PurchaseState state) {
        return !isPaid(state) && !(state instanceof PurchaseState.NeedsHuman);
    }
}
