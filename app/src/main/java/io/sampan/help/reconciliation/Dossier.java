package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.RefundView;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseReading.Filed;
import io.sampan.deliver.procurement.PurchaseReading.Told;
import io.sampan.deliver.shipping.ParcelReading.Kept;
import io.sampan.deliver.warehouse.Inbound;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.PackedParcel;
import io.sampan.ground.database.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that the rooms say of one order, each for itself.
 *
 * @param accountKnown whether its shopper has an account
 */
record Dossier(
        Stored<Order> kept,
        boolean accountKnown,
        List<Stored<PaymentView>> payments,
        List<Stored<RefundView>> refunds,
        Book book,
        Purchases bought,
        Goods goods,
        List<Stored<Kept>> parcels) {

    /**
     * @param filed where the marketplaces' orders are filed
     * @param told parcels of sellers that the warehouse was told of
     */
    record Purchases(List<Stored<Purchase>> all, List<Filed> filed, List<Told> told) {}

    /** @param photos how many there are by item; items without photos are absent */
    record Goods(
            List<Stored<Item>> items,
            Map<UUID, Integer> photos,
            List<Stored<Inbound>> inbounds,
            List<Stored<PackedParcel>> packed) {}

    Order order() {
        return kept.thing();
    }

    /** Whether nothing of it moved lately and nobody is at work on it: only then do its rooms have to agree. */
    boolean isQuiet(Instant since, Instant now) {
        var parts = Stream.<List<? extends Stored<?>>>of(
                        List.of(kept), payments, refunds, bought.all(), goods.items(), goods.packed(), parcels)
                .flatMap(List::stream);
        boolean booked = book.entries().values().stream()
                .flatMap(List::stream)
                .allMatch(line -> line.recordedAt().isBefore(since));
        boolean told = bought.told().stream().allMatch(one -> one.at().isBefore(since));
        return booked && told && parts.allMatch(part -> part.isQuiet(since, now));
    }
}
