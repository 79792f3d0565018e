package io.sampan.bench.reconcile;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.shipping.Parcel;
import io.sampan.deliver.shipping.ParcelState;
import io.sampan.deliver.warehouse.Defect;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemId;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What sellers sent of an order, what lies of it in the warehouse, and its parcel to the shopper. */
final class Sent {
    private static final int GRAMS = 350;
    private static final long FREIGHT = 8_600;

    /** @param parcel null before it is packed */
    record Goods(List<Item> items, @Nullable UUID parcel) {}

    private final Tables tables;
    private final JsonMapper json;
    private final Life life;
    private final Instant moved;

    Sent(Tables tables, JsonMapper json, Life life, Instant moved) {
        this.tables = tables;
        this.json = json;
        this.life = life;
        this.moved = moved;
    }

    Goods write(Stage stage, Order order, List<Purchase> purchases, String tracking) {
        if (!stage.atLeast(Stage.SENT)) {
            return new Goods(List.of(), null);
        }
        purchases.forEach(purchase -> inbounds(stage, purchase));
        var parcel = stage.atLeast(Stage.PACKED) ? life.id() : null;
        var items = new ArrayList<Item>();
        for (var line : order.lines()) {
            items.add(item(stage, order, line, parcel));
        }
        if (parcel != null) {
            parcel(stage, order, new ParcelId(parcel), tracking);
        }
        return new Goods(items, parcel);
    }

    private void inbounds(Stage stage, Purchase purchase) {
        for (var one : purchase.upstream()) {
            for (var waybill : one.order().waybills()) {
                tables.add(
                        "warehouse.inbound",
                        "waybill, company, heard_at, arrived_at, contents_known",
                        waybill.number(),
                        waybill.company(),
                        moved,
                        stage.atLeast(Stage.HERE) ? moved : null,
                        true);
                purchase.lines()
                        .forEach(line -> tables.add(
                                "warehouse.inbound_line",
                                "waybill, line_id, order_id",
                                waybill.number(),
                                line.line().value(),
                                purchase.order().value()));
            }
        }
    }

    private Item item(Stage stage, Order order, OrderLine line, @Nullable UUID parcel) {
        var id = new ItemId(life.id());
        boolean weighed = stage.atLeast(Stage.RECEIVED);
        var item = new Item(
                id,
                order.id(),
                line.id(),
                state(stage, line, parcel),
                weighed ? GRAMS : null,
                weighed ? new SizeMm(200, 150, 80) : null);
        tables.add(
                "warehouse.item",
                "id, order_id, line_id, state, document::jsonb, changed_at",
                id.value(),
                order.id().value(),
                line.id().value(),
                item.state().slug(),
                json.writeValueAsString(item),
                moved);
        if (weighed) {
            tables.add(
                    "warehouse.photo",
                    "id, item_id, order_id, content_type, bytes, taken_at, taken_by",
                    life.id(),
                    id.value(),
                    order.id().value(),
                    "image/jpeg",
                    new byte[] {1, 2, 3},
                    moved,
                    life.id());
        }
        return item;
    }

    private ItemState state(Stage stage, OrderLine line, @Nullable UUID parcel) {
        if (line.state() instanceof LineState.Rejected) {
            return new ItemState.Rejected(moved, new Defect(Defect.Kind.values()[0], "broken"));
        }
        if (parcel != null) {
            return new ItemState.Packed(new ParcelId(parcel));
        }
        return switch (stage) {
            case SENT -> new ItemState.Expected();
            case HERE -> new ItemState.Received(moved);
            case RECEIVED -> new ItemState.Accepted(moved);
            case AWAITING,
                    PAID,
                    NEEDS_SHOPPER,
                    BOUGHT,
                    PACKED,
                    HANDED_OVER,
                    DELIVERED,
                    DELIVERED_IN_PART,
                    LAPSED,
                    GIVEN_BACK ->
                throw new IllegalStateException("No item of " + stage + " lies there without a parcel");
        };
    }

    private void parcel(Stage stage, Order order, ParcelId id, String tracking) {
        var size = new ParcelSize(GRAMS * order.lines().size() + 100, 300, 200, 150);
        tables.add(
                "warehouse.parcel",
                "id, order_id, grams, length_mm, width_mm, height_mm, packed_at",
                id.value(),
                order.id().value(),
                size.grams(),
                size.lengthMm(),
                size.widthMm(),
                size.heightMm(),
                moved);
        boolean away = stage.atLeast(Stage.HANDED_OVER);
        var parcel = new Parcel(
                id,
                order.id(),
                order.quote().line(),
                "sampanpost",
                size,
                Money.fen(9_000),
                Money.fen(FREIGHT),
                size.grams(),
                tracking,
                away,
                state(stage));
        tables.add(
                "shipping.parcel",
                "id, order_id, state, tracking_number, document::jsonb, tries, next_at, changed_at",
                id.value(),
                order.id().value(),
                parcel.state().slug(),
                tracking,
                json.writeValueAsString(parcel),
                0,
                stage == Stage.HANDED_OVER ? moved.plus(Duration.ofDays(3)) : null,
                moved);
        if (away) {
            scan(id, "IN_TRANSIT");
            tables.book(
                    "freight:" + id,
                    "FREIGHT",
                    order.id().value(),
                    moved,
                    "CNY",
                    "COST",
                    "international-freight",
                    FREIGHT,
                    "CARRIER",
                    "sampanpost",
                    -FREIGHT);
        }
        if (stage.atLeast(Stage.DELIVERED)) {
            scan(id, "DELIVERED");
        }
    }

    private ParcelState state(Stage stage) {
        if (stage.atLeast(Stage.DELIVERED)) {
            return new ParcelState.Delivered(moved);
        }
        return stage == Stage.HANDED_OVER ? new ParcelState.InTransit() : new ParcelState.Booked();
    }

    private void scan(ParcelId parcel, String stage) {
        tables.add(
                "shipping.tracking_event",
                "parcel_id, event_id, stage, at, place, words, heard_at",
                parcel.value(),
                life.id(),
                stage,
                moved,
                "",
                "",
                moved);
    }
}
