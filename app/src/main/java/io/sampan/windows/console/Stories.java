package io.sampan.windows.console;

import io.sampan.browse.landedcost.LandedCosts;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.Payments;
import io.sampan.deliver.procurement.Purchases;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.EntryView;
import io.sampan.money.ledger.Ledger;
import io.sampan.outside.carrier.Tracked;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Gathers what the rooms know of an order. */
@Component
final class Stories {
    private final Orders orders;
    private final Payments payments;
    private final Purchases purchases;
    private final Warehouse warehouse;
    private final Parcels parcels;
    private final Ledger ledger;
    private final LandedCosts costs;

    Stories(
            Orders orders,
            Payments payments,
            Purchases purchases,
            Warehouse warehouse,
            Parcels parcels,
            Ledger ledger,
            LandedCosts costs) {
        this.orders = orders;
        this.payments = payments;
        this.purchases = purchases;
        this.warehouse = warehouse;
        this.parcels = parcels;
        this.ledger = ledger;
        this.costs = costs;
    }

    Story of(Order order) {
        var parcel = parcels.of(order.id());
        var entries = ledger.entriesOf(order.id().toString());
        return new Story(
                order,
                orders.timeline(order.id()).reversed(),
                payments.of(order.id().value()),
                purchases.of(order.id()),
                warehouse.of(order.id()).stream()
                        .map(item -> new Story.Shelved(item, warehouse.photosOf(item.id())))
                        .toList(),
                parcel.orElse(null),
                parcel.map(one -> parcels.delivery(one.id()).events().reversed())
                        .orElse(List.<Tracked.Event>of()),
                entries,
                sums(entries),
                costs.recompute(order.quote()).filter(order.quote()::equals).isPresent());
    }

    private static List<Money> sums(List<EntryView> entries) {
        var sums = new TreeMap<String, Money>();
        for (var view : entries) {
            for (var posting : view.entry().postings()) {
                var amount = posting.amount();
                sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
            }
        }
        return List.copyOf(sums.values());
    }
}
