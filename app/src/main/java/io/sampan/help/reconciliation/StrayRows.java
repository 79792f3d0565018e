package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.PaymentReading;
import io.sampan.deliver.procurement.PurchaseReading;
import io.sampan.deliver.shipping.ParcelReading;
import io.sampan.deliver.warehouse.WarehouseReading;
import io.sampan.ground.database.Stored;
import io.sampan.help.notice.Notices;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What belongs to an order belongs to one that there is: no payment, purchase, item, parcel or message is left over. */
@Component
final class StrayRows implements Check {
    private final Orders orders;
    private final PaymentReading payments;
    private final PurchaseReading purchases;
    private final WarehouseReading warehouse;
    private final ParcelReading parcels;
    private final Notices notices;

    StrayRows(
            Orders orders,
            PaymentReading payments,
            PurchaseReading purchases,
            WarehouseReading warehouse,
            ParcelReading parcels,
            Notices notices) {
        this.orders = orders;
        this.payments = payments;
        this.purchases = purchases;
        this.warehouse = warehouse;
        this.parcels = parcels;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "rows of no order";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.PAYMENT_OF_NO_ORDER,
                Kind.PURCHASE_OF_NO_ORDER,
                Kind.ITEM_OF_NO_ORDER,
                Kind.PACKED_OF_NO_ORDER,
                Kind.PARCEL_OF_NO_ORDER,
                Kind.NOTICE_OF_NO_ORDER);
    }

    /** @param order that it says it belongs to */
    private record Row(String key, UUID order, Instant changedAt) {}

    private interface Reading {
        List<Row> after(String key);
    }

    @Override
    public void look(Findings findings) {
        // Payments know nothing of orders: only those that are for one are compared.
        sweep(
                Kind.PAYMENT_OF_NO_ORDER,
                findings,
                key -> rows(
                        payments.after(key, Stored.MOST_ROWS),
                        one -> one.purpose().equals(Order.PURPOSE) ? one.subject() : NOBODYS));
        sweep(
                Kind.PURCHASE_OF_NO_ORDER,
                findings,
                key -> rows(
                        purchases.after(key, Stored.MOST_ROWS),
                        one -> one.order().value()));
        sweep(
                Kind.ITEM_OF_NO_ORDER,
                findings,
                key -> rows(
                        warehouse.itemsAfter(key, Stored.MOST_ROWS),
                        one -> one.order().value()));
        sweep(
                Kind.PACKED_OF_NO_ORDER,
                findings,
                key -> rows(
                        warehouse.packedAfter(key, Stored.MOST_ROWS),
                        one -> one.order().value()));
        sweep(
                Kind.PARCEL_OF_NO_ORDER,
                findings,
                key -> rows(
                        parcels.after(key, Stored.MOST_ROWS),
                        one -> one.parcel().order().value()));
        sweep(
                Kind.NOTICE_OF_NO_ORDER,
                findings,
                key -> notices.ordersAfter(key, Stored.MOST_ROWS).stream()
                        .map(order -> new Row(order.toString(), order, Instant.EPOCH))
                        .toList());
    }

    private static final UUID NOBODYS = new UUID(0, 0);

    private void sweep(Kind kind, Findings findings, Reading reading) {
        var rows = reading.after(Stored.START);
        while (!rows.isEmpty()) {
            var known = new HashSet<>(
                    orders.known(rows.stream().map(Row::order).distinct().toList()));
            known.add(NOBODYS);
            rows.stream()
                    .filter(row -> !known.contains(row.order()))
                    .filter(row -> row.changedAt().isBefore(findings.quietSince()))
                    .forEach(row -> findings.add(Finding.of(kind, row.key()).differs(row.order(), "-")));
            rows = reading.after(rows.getLast().key());
        }
    }

    private static <T> List<Row> rows(List<Stored<T>> batch, Function<T, UUID> order) {
        return batch.stream()
                .map(one -> new Row(one.key(), order.apply(one.thing()), one.changedAt()))
                .toList();
    }
}
