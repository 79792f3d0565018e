package io.sampan.windows.console;

import static io.sampan.windows.console.Pile.MOST_COUNTED;

import io.sampan.buy.dispute.DisputeView;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.PaymentView;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.deliver.procurement.Purchases;
import io.sampan.deliver.shipping.Parcel;
import io.sampan.deliver.shipping.ParcelState;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.deliver.warehouse.Inbound;
import io.sampan.deliver.warehouse.Inbounds;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.help.reconciliation.Reconciliation;
import io.sampan.people.language.Texts;
import io.sampan.windows.console.Pile.Task;
import io.sampan.windows.frame.Frame;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All work that waits for a person, from every room that has some. */
@Component
final class Tasks {
    private final Orders orders;
    private final Purchases purchases;
    private final Inbounds inbounds;
    private final Warehouse warehouse;
    private final Parcels parcels;
    private final Cashier cashier;
    private final Reconciliation reconciliation;

    Tasks(
            Orders orders,
            Purchases purchases,
            Inbounds inbounds,
            Warehouse warehouse,
            Parcels parcels,
            Cashier cashier,
            Reconciliation reconciliation) {
        this.orders = orders;
        this.purchases = purchases;
        this.inbounds = inbounds;
        this.warehouse = warehouse;
        this.parcels = parcels;
        this.cashier = cashier;
        this.reconciliation = reconciliation;
    }

    /** Everything, in the order of a day; at most so many rows of each kind. */
    List<Pile> all(Texts texts, int shown) {
        return List.of(
                toBuy(texts, shown),
                expected(texts, shown),
                toCheck(texts, shown),
                toPack(texts, shown),
                toHandOver(texts, shown),
                refusedByCarrier(texts, shown),
                orphans(shown),
                unwanted(texts, shown),
                unsettled(texts, shown),
                contested(texts, shown),
                toReconcile(shown),
                withShopper(texts, shown));
    }

    /** Purchases that programs could not make. */
    Pile toBuy(Texts texts, int shown) {
        return Pile.of(
                "to-buy",
                "/console/purchases",
                purchases.needingHuman(MOST_COUNTED),
                shown,
                purchase -> purchase(purchase, texts.locale()));
    }

    /** Orders whose price rose: the shopper decides. */
    Pile withShopper(Texts texts, int shown) {
        return ofOrders("with-shopper", "needs-shopper", "/console/orders/", texts, shown);
    }

    /** Parcels on their way from sellers. */
    Pile expected(Texts texts, int shown) {
        return Pile.of(
                "expected",
                "/console/receiving",
                inbounds.expected(MOST_COUNTED),
                shown,
                inbound -> inbound(inbound, texts.locale()));
    }

    /** Parcels that came and that nobody expected. */
    Pile orphans(int shown) {
        return Pile.of(
                "orphans",
                "/console/receiving",
                inbounds.orphans(MOST_COUNTED),
                shown,
                inbound -> Task.at("/console/receiving?parcel=" + encoded(inbound.waybill()), inbound.waybill())
                        .about(inbound.company())
                        .since(inbound.arrivedAt()));
    }

    /** Items to photograph, weigh and judge. */
    Pile toCheck(Texts texts, int shown) {
        return ofItems("to-check", "received", texts, shown);
    }

    /** Items that came although nobody waits for them any more. */
    Pile unwanted(Texts texts, int shown) {
        return ofItems("unwanted", "unwanted", texts, shown);
    }

    /** Orders of which everything is here and good. */
    Pile toPack(Texts texts, int shown) {
        return ofOrders("to-pack", "received", "/console/packing/", texts, shown);
    }

    Pile toHandOver(Texts texts, int shown) {
        return ofParcels("to-hand-over", "booked", texts, shown);
    }

    Pile refusedByCarrier(Texts texts, int shown) {
        return ofParcels("refused-by-carrier", "needs-human", texts, shown);
    }

    /** Parcels by {@link ParcelState#slug()}. */
    Pile ofParcels(String slug, String state, Texts texts, int shown) {
        return Pile.of(
                slug,
                "/console/parcels",
                parcels.inState(state, MOST_COUNTED),
                shown,
                parcel -> parcel(parcel, texts.locale()));
    }

    /** Payments and refunds of which nobody knows the end yet. */
    Pile unsettled(Texts texts, int shown) {
        return Pile.of(
                "unsettled",
                "/console/money",
                cashier.payments().unsettled(MOST_COUNTED),
                shown,
                payment -> payment(payment, texts));
    }

    /** Payments that shoppers contest, and nobody has decided. */
    Pile contested(Texts texts, int shown) {
        return Pile.of(
                "disputes",
                "/console/disputes",
                cashier.disputes().open(MOST_COUNTED),
                shown,
                dispute -> dispute(dispute, texts));
    }

    /** What rooms differ in, as far as it does not repair itself. */
    Pile toReconcile(int shown) {
        return Pile.of(
                "to-reconcile",
                "/console/reconciliation",
                reconciliation.forPeople(MOST_COUNTED),
                shown,
                one -> Task.at("/console/reconciliation", one.about().isEmpty() ? one.subject() : one.about())
                        .because("discrepancy." + one.kind().slug(), one.here() + " ≠ " + one.there())
                        .since(one.firstSeen()));
    }

    private Pile ofOrders(String slug, String state, String path, Texts texts, int shown) {
        return Pile.of(
                slug,
                path.substring(0, path.length() - 1),
                orders.waiting(state, MOST_COUNTED),
                shown,
                order -> Task.at(path + order.number(), order.number())
                        .about(order, texts.locale())
                        .since(order.placedAt()));
    }

    private Pile ofItems(String slug, String state, Texts texts, int shown) {
        return Pile.of(
                slug,
                "/console/receiving",
                warehouse.inState(state, MOST_COUNTED),
                shown,
                item -> item(item, texts.locale()));
    }

    private Task purchase(Purchase purchase, Locale locale) {
        var lines = lines(purchase.order(), purchase.lines().stream().map(Purchase.Line::line));
        var task = Task.at("/console/purchases/" + purchase.id(), number(purchase.order()))
                .about(lines, locale)
                .since(purchase.plannedAt());
        return purchase.state() instanceof PurchaseState.NeedsHuman(var reason, var detail)
                ? task.because("purchase.reason." + Frame.slug(reason), detail)
                : task;
    }

    private Task inbound(Inbound inbound, Locale locale) {
        var href = "/console/receiving?waybill=" + encoded(inbound.waybill());
        var task = Task.at(href, inbound.waybill()).waybill(inbound.waybill()).since(inbound.heardAt());
        if (inbound.contents().isEmpty()) {
            return task;
        }
        var order = inbound.contents().getFirst().order();
        return task.about(lines(order, inbound.contents().stream().map(Inbound.Content::line)), locale)
                .because("", number(order));
    }

    private Task item(Item item, Locale locale) {
        return Task.at("/console/items/" + item.id(), number(item.order()))
                .about(lines(item.order(), Stream.of(item.line())), locale)
                .since(since(item.state()));
    }

    private Task parcel(Parcel parcel, Locale locale) {
        var order = orders.find(parcel.order());
        var task = Task.at(
                "/console/parcels/" + parcel.id(), order.map(Order::number).orElse(""));
        var about = order.isPresent() ? task.about(order.get(), locale) : task;
        return parcel.state() instanceof ParcelState.NeedsHuman(var _, var code, var words)
                ? about.because("", code + " " + words)
                : about.because(
                        "line." + parcel.line().value(),
                        parcel.trackingNumber() == null ? "" : parcel.trackingNumber());
    }

    private Task payment(PaymentView payment, Texts texts) {
        var number = number(new OrderId(payment.subject()));
        var unsettled = payment.whyUnsettled();
        return Task.at("/console/orders/" + number, number)
                .about(texts.money(payment.amount()))
                .because(
                        "attention." + unsettled.why().slug(),
                        String.join(" ", payment.gateway(), unsettled.detail()).strip())
                .since(payment.changedAt());
    }

    private Task dispute(DisputeView dispute, Texts texts) {
        var answerBy = dispute.now().answerBy();
        return Task.at("/console/disputes", number(new OrderId(dispute.subject())))
                .about(texts.money(dispute.now().amount()))
                .because(
                        DisputePage.key(dispute.now().stage()),
                        answerBy == null ? dispute.gateway() : dispute.gateway() + " · " + texts.moment(answerBy))
                .since(dispute.changedAt());
    }

    private String number(OrderId order) {
        return orders.find(order).map(Order::number).orElse(order.toString());
    }

    private List<OrderLine> lines(OrderId id, Stream<OrderLineId> wanted) {
        var order = orders.find(id);
        return order.isEmpty()
                ? List.of()
                : wanted.map(order.get()::line).flatMap(Optional::stream).toList();
    }

    private static @Nullable Instant since(ItemState state) {
        return switch (state) {
            case ItemState.Received(var at) -> at;
            case ItemState.Accepted(var at) -> at;
            case ItemState.Rejected(var at, var _) -> at;
            case ItemState.Unwanted(var at) -> at;
            case ItemState.Expected _, ItemState.Packed _ -> null;
        };
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
