package io.sampan.bench.reconcile;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseId;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The purchases of an order, what the marketplaces have of them, and what stands in the book. */
final class Purchased {
    private static final long FREIGHT = 600;

    private final Tables tables;
    private final JsonMapper json;
    private final Map<MarketplaceId, MarketInMemory> markets;
    private final Life life;
    private final Instant moved;
    private long upstreamIds = 4_000_000;

    Purchased(Tables tables, JsonMapper json, Map<MarketplaceId, MarketInMemory> markets, Life life, Instant moved) {
        this.tables = tables;
        this.json = json;
        this.markets = markets;
        this.life = life;
        this.moved = moved;
    }

    /** One for each seller. */
    List<Purchase> write(Stage stage, Order order) {
        var purchases = new ArrayList<Purchase>();
        var left = new ArrayList<>(
                stage == Stage.AWAITING || stage == Stage.LAPSED ? List.<OrderLine>of() : order.lines());
        while (!left.isEmpty()) {
            var first = left.getFirst();
            var lines = left.stream()
                    .filter(line -> ShopWorld.sameSeller(first, line))
                    .toList();
            left.removeAll(lines);
            var purchase = purchase(stage, order, lines);
            purchases.add(purchase);
            write(purchase);
        }
        return purchases;
    }

    private Purchase purchase(Stage stage, Order order, List<OrderLine> lines) {
        var first = lines.getFirst();
        var id = new PurchaseId(life.id());
        boolean asks = order.state() instanceof OrderState.NeedsShopper needs
                && lines.stream()
                        .anyMatch(line -> needs.moves().getFirst().line().equals(line.id()));
        return new Purchase(
                id,
                order.id(),
                first.item().marketplace(),
                first.source(),
                first.shop(),
                lines.stream().map(Purchased::line).toList(),
                Money.fen(FREIGHT),
                5,
                asks ? new PurchaseState.PriceMoved() : state(stage),
                isBought(stage) ? List.of(upstream(stage, id, lines)) : List.of(),
                0,
                isBought(stage) ? moved : null,
                stage == Stage.GIVEN_BACK,
                0,
                moved);
    }

    private static Purchase.Line line(OrderLine line) {
        return new Purchase.Line(
                line.id(), line.item(), line.skuId(), line.orderKey(), line.quantity(), line.unitPrice(), "");
    }

    private Purchase.Upstream upstream(Stage stage, PurchaseId id, List<OrderLine> lines) {
        upstreamIds++;
        var first = lines.getFirst();
        var goods = lines.stream().map(OrderLine::goods).reduce(Money::plus).orElseThrow();
        boolean shipped = stage.atLeast(Stage.SENT);
        var order = new UpstreamOrder(
                first.item().marketplace(),
                first.source(),
                Long.toString(upstreamIds),
                id.toString(),
                shipped ? UpstreamOrder.State.SHIPPED : UpstreamOrder.State.PAID,
                goods.plus(Money.fen(FREIGHT)),
                Money.fen(FREIGHT),
                lines.stream()
                        .map(line -> new UpstreamOrder.Line("", line.item().itemId(), line.orderKey(), line.quantity()))
                        .toList(),
                shipped ? List.of(new UpstreamOrder.Waybill("圆通速递", "YT" + upstreamIds)) : List.of());
        return new Purchase.Upstream(order, Purchase.Payment.PAID, 1);
    }

    static boolean isBought(Stage stage) {
        return stage.atLeast(Stage.BOUGHT);
    }

    private static PurchaseState state(Stage stage) {
        return switch (stage) {
            case AWAITING, LAPSED, GIVEN_BACK -> new PurchaseState.Cancelled();
            case PAID, NEEDS_SHOPPER -> new PurchaseState.Planned();
            case BOUGHT -> new PurchaseState.Paid();
            case SENT -> new PurchaseState.Shipped();
            case HERE -> new PurchaseState.Arrived();
            case RECEIVED, PACKED, HANDED_OVER, DELIVERED, DELIVERED_IN_PART -> new PurchaseState.Done();
        };
    }

    private void write(Purchase purchase) {
        insert(purchase, dueAt(purchase));
        for (var one : purchase.upstream()) {
            var order = one.order();
            market(purchase).keep(order);
            tables.add(
                    "procurement.upstream",
                    "marketplace, source, upstream_id, purchase_id",
                    purchase.marketplace().name(),
                    purchase.source(),
                    order.orderId(),
                    purchase.id().value());
            order.waybills()
                    .forEach(waybill -> tables.add(
                            "procurement.waybill",
                            "purchase_id, number, company, heard_at",
                            purchase.id().value(),
                            waybill.number(),
                            waybill.company(),
                            moved));
            long total = order.total().minor();
            tables.book(
                    "purchase:" + purchase.id() + ":" + order.orderId(),
                    "PURCHASE",
                    purchase.order().value(),
                    moved,
                    "CNY",
                    "COST",
                    "goods",
                    total - FREIGHT,
                    "COST",
                    "domestic-freight",
                    FREIGHT,
                    "SUPPLIER",
                    purchase.marketplace().slug(),
                    -total);
        }
    }

    MarketInMemory market(Purchase purchase) {
        var market = markets.get(purchase.marketplace());
        if (market == null) {
            throw new IllegalStateException("No market for " + purchase.marketplace());
        }
        return market;
    }

    private @Nullable Instant dueAt(Purchase purchase) {
        return switch (purchase.state()) {
            case PurchaseState.Planned _, PurchaseState.Paid _, PurchaseState.Shipped _ ->
                moved.plus(Duration.ofDays(3));
            case PurchaseState.Quoting _, PurchaseState.Placing _, PurchaseState.Placed _ -> moved;
            case PurchaseState.Withdrawing _, PurchaseState.Paying _ -> moved;
            case PurchaseState.Arrived _, PurchaseState.NeedsHuman _, PurchaseState.PriceMoved _ -> null;
            case PurchaseState.SoldOut _, PurchaseState.Cancelled _, PurchaseState.Done _ -> null;
        };
    }

    private void insert(Purchase purchase, @Nullable Instant due) {
        tables.add(
                "procurement.purchase",
                "id, order_id, marketplace, source, shop_id, state, document::jsonb, tries, next_at, changed_at",
                purchase.id().value(),
                purchase.order().value(),
                purchase.marketplace().name(),
                purchase.source(),
                purchase.shop().id(),
                purchase.state().slug(),
                json.writeValueAsString(purchase),
                0,
                due,
                moved);
    }
}
