package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.Connector;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.PurchaseRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What every step of a purchase works with, and how it writes down what came of it. */
@Component
class Desk {
    final PurchaseTable table;
    final Orders orders;
    final ProcurementSettings settings;
    final Clock clock;
    private final Marketplaces marketplaces;
    private final Transactions transactions;

    Desk(
            PurchaseTable table,
            Orders orders,
            Marketplaces marketplaces,
            Transactions transactions,
            ProcurementSettings settings,
            Clock clock) {
        this.table = table;
        this.orders = orders;
        this.marketplaces = marketplaces;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a step leaves to do. */
    sealed interface Next {
        /** The purchase moved: take its next step. */
        record Again() implements Next {}

        /** Not possible now; the wait grows with each time. */
        record Later(Duration atLeast) implements Next {}

        /** All is well, look again after this. */
        record Watch(Duration after) implements Next {}

        /** Until news come. */
        record Rest() implements Next {}
    }

    /** Through which it is bought, all the way. */
    Connector connector(Purchase purchase) {
        return connector(purchase.marketplace(), purchase.source());
    }

    Connector connector(MarketplaceId marketplace, String source) {
        return marketplaces.at(marketplace, source);
    }

    PurchaseRequest request(Purchase purchase) {
        var remark = purchase.lines().stream()
                .map(Purchase.Line::remark)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("；"));
        int length = Math.min(remark.codePointCount(0, remark.length()), settings.remarkLength());
        return new PurchaseRequest(
                purchase.reference(),
                purchase.source(),
                purchase.shop().id(),
                purchase.lines().stream().map(Desk::wanted).toList(),
                settings.warehouse().receiver(),
                remark.substring(0, remark.offsetByCodePoints(0, length)));
    }

    private static PurchaseRequest.Line wanted(Purchase.Line line) {
        return new PurchaseRequest.Line(
                line.line().toString(), line.item(), line.skuId(), line.orderKey(), line.quantity(), line.unitPrice());
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Writes down what is about to be asked of the marketplace, if nobody wrote anything since the purchase was seen.
     *
     * @return false when somebody did, perhaps another node: then nothing may be asked on the strength of what was seen
     */
    boolean intend(Purchase seen, UnaryOperator<Purchase> intent) {
        return transactions.run(() -> {
            boolean stands = table.lock(seen.id()).equals(seen);
            if (stands) {
                table.save(intent.apply(seen), now());
            }
            return stands;
        });
    }

    /** One transaction that holds the purchase and writes down what the work makes of it, if it still stands where it was seen. */
    Next write(Purchase seen, UnaryOperator<Purchase> work) {
        return writeAnyhow(
                seen,
                current -> current.state().getClass().equals(seen.state().getClass()) ? work.apply(current) : current);
    }

    /** The same for news that count even if somebody else moved the purchase on meanwhile. */
    Next writeAnyhow(Purchase seen, UnaryOperator<Purchase> work) {
        return transactions.run(() -> {
            var current = table.lock(seen.id());
            var after = work.apply(current);
            if (!after.equals(current)) {
                table.save(after, now());
            }
            return afterwards(after);
        });
    }

    /** The order cannot be read as it should: try again, at last let a person look. */
    Next missing(Purchase purchase) {
        return table.tries(purchase.id()) >= settings.mostMissing()
                ? human(purchase, Reason.UNKNOWN_STATE, "missing")
                : new Next.Later(settings.lookUpAfter());
    }

    Next human(Purchase purchase, Reason reason, String detail) {
        return write(purchase, current -> current.to(new NeedsHuman(reason, detail)));
    }

    /** Lines that ran out leave the purchase, and the shopper gets their share back. */
    Purchase withoutSoldOut(Purchase purchase, List<String> references) {
        Set<OrderLineId> gone = new HashSet<>();
        for (var line : purchase.lines()) {
            if (references.contains(line.line().toString())) {
                orders.soldOut(purchase.order(), line.line());
                gone.add(line.line());
            }
        }
        if (gone.isEmpty()) {
            return purchase.to(new NeedsHuman(Reason.REFUSED, "sold out: " + references));
        }
        var left = purchase.asking(null).without(gone);
        return left.lines().isEmpty() ? left.to(new PurchaseState.SoldOut()) : left.to(new PurchaseState.Quoting());
    }

    private static Next afterwards(Purchase purchase) {
        return switch (purchase.state()) {
            case PurchaseState.NeedsHuman _, PurchaseState.PriceMoved _, PurchaseState.Arrived _ -> new Next.Rest();
            case PurchaseState.SoldOut _, PurchaseState.Cancelled _, PurchaseState.Done _ -> new Next.Rest();
            case PurchaseState.Planned _,
                    PurchaseState.Quoting _,
                    PurchaseState.Placing _,
                    PurchaseState.Placed _,
                    PurchaseState.Withdrawing _,
                    PurchaseState.Paying _,
                    PurchaseState.Paid _,
                    PurchaseState.Shipped _ -> new Next.Again();
        };
    }
}
