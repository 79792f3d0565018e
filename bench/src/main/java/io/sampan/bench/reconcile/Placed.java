package io.sampan.bench.reconcile;

import io.sampan.buy.ordering.Order;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.warehouse.Item;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order of the world with everything that belongs to it, for a fault to happen to. */
record Placed(
        Stage stage,
        Order order,
        UUID payment,
        @Nullable UUID refund,
        List<Purchase> purchases,
        List<Item> items,
        @Nullable UUID parcel,
        List<String> waybills) {
    UUID id() {
        return order.id().value();
    }

    Purchase purchase() {
        return purchases.getFirst();
    }

    UUID item() {
        return items.getFirst().id().value();
    }

    String upstream() {
        return purchase().upstream().getFirst().order().orderId();
    }

    /** @throws IllegalStateException where there is none */
    UUID parcelId() {
        if (parcel == null) {
            throw new IllegalStateException("Nothing is packed of " + order);
        }
        return parcel;
    }

    /** @throws IllegalStateException where there is none */
    UUID refundId() {
        if (refund == null) {
            throw new IllegalStateException("Nothing is given back of " + order);
        }
        return refund;
    }
}
