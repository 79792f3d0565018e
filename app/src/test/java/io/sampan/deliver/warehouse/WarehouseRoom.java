package io.sampan.deliver.warehouse;

import io.sampan.browse.weight.Goods;
import io.sampan.browse.weight.Piece;
import io.sampan.browse.weight.SampleWeights;
import io.sampan.browse.weight.Weighings;
import io.sampan.browse.weight.Weights;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderRoom;
import io.sampan.deliver.procurement.InboundExpected;
import io.sampan.deliver.procurement.PurchaseId;
import io.sampan.ground.picture.PictureTest;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.SizeMm;
import io.sampan.people.identity.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The warehouse wired by hand as the app wires it, beside real orders; news reach it twice. */
public final class WarehouseRoom {
    public static final AccountId OPERATOR = new AccountId(new UUID(9, 9));
    public static final ParcelSize BOX = new ParcelSize(1_300, 300, 200, 100);
    static final SizeMm SIZE = new SizeMm(300, 200, 50);

    public final OrderRoom room;
    public final Inbounds inbounds;
    public final Warehouse warehouse;
    private final Weights weights;
    private final StockIns stockIns;
    private final Weighings weighings;
    private final InboundListener listener;

    public WarehouseRoom(OrderRoom room) {
        this.room = room;
        var jdbc = room.database.jdbc();
        var items = new ItemTable(jdbc, JsonMapper.builder().build());
        var transactions = room.database.transactions();
        var clock = room.pay.clock();
        inbounds = new Inbounds(new InboundTable(jdbc), items, room.orders, transactions, clock);
        warehouse =
                new Warehouse(items, new PhotoTable(jdbc), inbounds, room.orders, transactions, room::publish, clock);
        weights = SampleWeights.nothingWeighed(clock);
        weighings = SampleWeights.kept(room.database, weights);
        stockIns = new StockIns(items, room.orders, weighings, clock);
        listener = new InboundListener(inbounds);
    }

    /** A paid order of that many lines whose sellers have sent everything, in no parcel that the warehouse knows yet. */
    public Order bought(int lines) {
        var wanted = new ArrayList<OrderRoom.Wanted>();
        for (int i = 0; i < lines; i++) {
            wanted.add(new OrderRoom.Wanted(MarketplaceId.ALI1688, i + 1, i + 1, 1, 10_000));
        }
        return bought(wanted);
    }

    private Order bought(List<OrderRoom.Wanted> wanted) {
        var order = room.paid(wanted);
        for (var line : order.lines()) {
            room.orders.startBuying(order.id(), Set.of(line.id()));
            room.orders.bought(order.id(), line.id());
        }
        return order;
    }

    /** The seller tells of a parcel, twice. */
    public void told(Order order, String waybill, OrderLine... lines) {
        var ids = List.of(lines).stream().map(OrderLine::id).toList();
        ids.forEach(line -> room.orders.sellerShipped(order.id(), line, "中通", waybill));
        var news = new InboundExpected(new PurchaseId(UUID.randomUUID()), order.id(), ids, "中通", waybill);
        for (int i = 0; i < 2; i++) {
            room.database.transactions().run(() -> listener.on(news));
        }
    }

    /** The warehouse tells what a packed parcel's goods weighed, twice; what a piece of this line is believed to weigh then. */
    Piece learnt(Order order, int line) {
        var parcel = new ParcelPacked(new ParcelId(new UUID(1, 1)), order.id());
        for (int i = 0; i < 2; i++) {
            room.database.transactions().run(() -> stockIns.on(parcel));
        }
        weighings.learn();
        var quoted = order.quote().basket().lines().get(line);
        return weights.expect(new Goods(
                quoted.item(), quoted.shopId(), quoted.category(), quoted.statedGrams(), quoted.statedSize()));
    }

    public Item item(Order order, int line) {
        var id = order.lines().get(line).id();
        return warehouse.of(order.id()).stream()
                .filter(item -> item.line().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Photographed, weighed and found good. */
    public Handled good(Item item) {
        warehouse.photograph(item.id(), picture(), OPERATOR);
        warehouse.weigh(item.id(), 600, SIZE);
        return warehouse.accept(item.id());
    }

    /** An order that lies packed. */
    public ParcelId packed() {
        return packed(bought(1));
    }

    /** The same of this item. */
    public ParcelId packed(int item) {
        return packed(bought(List.of(new OrderRoom.Wanted(MarketplaceId.ALI1688, 1, item, 1, 10_000))));
    }

    private ParcelId packed(Order order) {
        var line = order.lines().getFirst();
        var waybill = "ZTO" + order.number();
        told(order, waybill, line);
        inbounds.receive(waybill, OPERATOR);
        good(warehouse.of(order.id()).getFirst());
        if (warehouse.pack(order.id(), BOX) instanceof Packing.Done done) {
            return done.parcel();
        }
        throw new IllegalStateException("Not packed");
    }

    public static byte[] picture() {
        try {
            return PictureTest.image("jpg");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
