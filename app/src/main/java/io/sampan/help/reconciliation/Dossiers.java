package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.PaymentReading;
import io.sampan.buy.payment.PaymentView;
import io.sampan.deliver.procurement.PurchaseReading;
import io.sampan.deliver.shipping.ParcelReading;
import io.sampan.deliver.warehouse.WarehouseReading;
import io.sampan.ground.database.Stored;
import io.sampan.money.ledger.BookLine;
import io.sampan.money.ledger.Ledger;
import io.sampan.people.identity.Accounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what all rooms say of a batch of orders: each room is asked once for the whole batch, through its own door. */
@Component
class Dossiers {
    private final Orders orders;
    private final Accounts accounts;
    private final PaymentReading payments;
    private final Ledger ledger;
    private final PurchaseReading purchases;
    private final WarehouseReading warehouse;
    private final ParcelReading parcels;

    Dossiers(
            Orders orders,
            Accounts accounts,
            PaymentReading payments,
            Ledger ledger,
            PurchaseReading purchases,
            WarehouseReading warehouse,
            ParcelReading parcels) {
        this.orders = orders;
        this.accounts = accounts;
        this.payments = payments;
        this.ledger = ledger;
        this.purchases = purchases;
        this.warehouse = warehouse;
        this.parcels = parcels;
    }

    /** The dossiers of the orders after this one, in the order of their ids. Orders are read first: what moves meanwhile shows that it did. */
    List<Dossier> after(String key, int limit) {
        var batch = orders.stored(key, limit);
        var ids = batch.stream().map(one -> one.thing().id().value()).toList();
        var known = accounts.known(
                batch.stream().map(one -> one.thing().shopper().value()).collect(Collectors.toSet()));
        var paid = by(payments.of(ids), one -> one.thing().subject());
        var payer = paid.values().stream()
                .flatMap(List::stream)
                .map(Stored::thing)
                .collect(Collectors.toMap(PaymentView::id, PaymentView::subject));
        var back = by(
                payments.refundsOf(ids), one -> payer.getOrDefault(one.thing().payment(), new UUID(0, 0)));
        var book = by(ledger.linesOf(ids.stream().map(UUID::toString).toList()), BookLine::subject);
        var bought = bought(ids);
        var goods = goods(ids);
        var sent = by(parcels.of(ids), one -> one.thing().parcel().order().value());
        return batch.stream()
                .map(one -> {
                    var id = one.thing().id().value();
                    return new Dossier(
                            one,
                            known.contains(one.thing().shopper().value()),
                            paid.getOrDefault(id, List.of()),
                            back.getOrDefault(id, List.of()),
                            Book.of(book.getOrDefault(id.toString(), List.of())),
                            bought.getOrDefault(id, new Dossier.Purchases(List.of(), List.of(), List.of())),
                            goods.apply(one.thing()),
                            sent.getOrDefault(id, List.of()));
                })
                .toList();
    }

    private Map<UUID, Dossier.Purchases> bought(List<UUID> orders) {
        var all = purchases.of(orders);
        var filed = by(
                purchases.filed(all.stream()
                        .flatMap(one -> one.thing().upstream().stream())
                        .map(one -> one.order().orderId())
                        .collect(Collectors.toSet())),
                PurchaseReading.Filed::order);
        var told = by(
                purchases.told(all.stream().map(one -> one.thing().id().value()).toList()),
                one -> one.purchase().value());
        return by(all, one -> one.thing().order().value()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Dossier.Purchases(
                                entry.getValue(),
                                entry.getValue().stream()
                                        .flatMap(one -> one.thing().upstream().stream())
                                        .flatMap(one ->
                                                filed.getOrDefault(one.order().orderId(), List.of()).stream())
                                        .distinct()
                                        .toList(),
                                entry.getValue().stream()
                                        .flatMap(one -> told
                                                .getOrDefault(one.thing().id().value(), List.of())
                                                .stream())
                                        .toList())));
    }

    private Function<Order, Dossier.Goods> goods(List<UUID> orders) {
        var inbounds = warehouse.inboundsOf(orders);
        var items = by(warehouse.itemsOf(orders), one -> one.thing().order().value());
        var photos = warehouse.photosOf(orders);
        var packed = by(warehouse.packedOf(orders), one -> one.thing().order().value());
        var byOrder = inbounds.stream()
                .flatMap(one -> one.thing().contents().stream()
                        .map(content -> content.order().value())
                        .distinct()
                        .map(order -> Map.entry(order, one)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return order -> new Dossier.Goods(
                items.getOrDefault(order.id().value(), List.of()),
                photos,
                byOrder.getOrDefault(order.id().value(), List.of()),
                packed.getOrDefault(order.id().value(), List.of()));
    }

    private static <K, T> Map<K, List<T>> by(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.groupingBy(key));
    }
}
