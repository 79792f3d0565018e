package io.sampan.deliver.procurement;

import io.sampan.deliver.procurement.Desk.Next;
import io.sampan.deliver.procurement.PurchaseState.Cancelled;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Placing;
import io.sampan.deliver.procurement.PurchaseState.PriceMoved;
import io.sampan.deliver.procurement.PurchaseState.Quoting;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Quoted;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The steps before anything is ordered: what would it cost now, and does the shopper still want it at that price. */
@Component
class Asking {
    private final Desk desk;

    Asking(Desk desk) {
        this.desk = desk;
    }

    Next planned(Purchase purchase) {
        if (purchase.unwanted()) {
            return desk.write(purchase, current -> current.to(new Cancelled()));
        }
        var begin = purchase.plannedAt().plus(desk.settings.waitBeforeBuying());
        if (desk.now().isBefore(begin)) {
            return new Next.Watch(Duration.between(desk.now(), begin));
        }
        return desk.write(purchase, current -> current.to(new Quoting()));
    }

    Next quoting(Purchase purchase) {
        if (purchase.unwanted()) {
            return desk.write(purchase, current -> current.to(new Cancelled()));
        }
        var connector = desk.connector(purchase);
        if (!connector.capabilities().contains(Capability.PLACE_ORDER)) {
            return begin(purchase, new NeedsHuman(Reason.NO_API, purchase.source()));
        }
        return switch (connector.quote(desk.request(purchase))) {
            case Quoted.Offered offered ->
                purchase.bears(offered.total(), offered.freight(), desk.settings.freightBorne())
                        ? begin(purchase, new Placing())
                        : tooDear(purchase, offered);
            case Quoted.SoldOut soldOut ->
                desk.write(purchase, current -> desk.withoutSoldOut(current, soldOut.lineReferences()));
            case Quoted.Refused refused -> desk.human(purchase, Reason.REFUSED, refused.code() + " " + refused.words());
            case Quoted.Unsupported _ -> begin(purchase, new Placing());
            case Quoted.Later later -> new Next.Later(later.after());
        };
    }

    /**
     * The gate: an order that was cancelled in the meantime is not bought, one that passes can no longer be cancelled by its shopper.
     *
     * @param next who buys it: we, or a person
     */
    private Next begin(Purchase purchase, PurchaseState next) {
        return desk.write(purchase, current -> {
            var lines = current.lines().stream().map(Purchase.Line::line).collect(Collectors.toSet());
            boolean wanted = !current.unwanted()
                    && desk.orders.startBuying(current.order(), lines).stands();
            return current.to(wanted ? next : new Cancelled());
        });
    }

    private Next tooDear(Purchase purchase, Quoted.Offered offered) {
        return desk.write(purchase, current -> {
            if (current.requotes() > desk.settings.requotes()) {
                return current.to(
                        new NeedsHuman(Reason.PRICE_UNSTEADY, offered.total().toString()));
            }
            var units = Rise.newUnits(current, offered.total(), offered.unitPrices());
            boolean asked = false;
            for (var line : current.lines()) {
                var now = units.get(line.line());
                asked |= now != null
                        && desk.orders
                                .priceMoved(current.order(), line.line(), line.unitPrice(), now)
                                .stands();
            }
            return current.to(asked ? new PriceMoved() : new Cancelled());
        });
    }
}
