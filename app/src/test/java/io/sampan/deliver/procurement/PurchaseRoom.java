package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderRoom;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.TestMarketplaces;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Procurement wired by hand over real orders and payments, with marketplaces in memory. It keeps nothing: each wiring is a fresh start. */
final class PurchaseRoom {
    final OrderRoom shop;
    final KillSwitch kill;
    final FakeMarketplace ali;
    final FakeMarketplace taobao;
    /** Another connector to the marketplace of {@link #ali}. */
    final FakeMarketplace other;

    final PurchaseTable table;
    final Purchases purchases;
    final Purchasing purchasing;
    final PurchaseListener listener;

    PurchaseRoom(TestDatabase database) {
        shop = new OrderRoom(database);
        database.jdbc().sql("DELETE FROM procurement.purchase").update();
        kill = new KillSwitch(shop.pay.clock());
        ali = new FakeMarketplace(MarketplaceId.ALI1688, kill);
        other = new FakeMarketplace(MarketplaceId.ALI1688, "other", kill);
        taobao = new FakeMarketplace(MarketplaceId.TAOBAO, kill);
        table = new PurchaseTable(database.jdbc(), JsonMapper.builder().build());
        var settings = new ProcurementSettings(
                new ProcurementSettings.Warehouse("仓", "13800000000", "广东省", "东莞市", "虎门镇", "样例路1号", "523900"),
                Duration.ZERO,
                1_500,
                200,
                3,
                3,
                10,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofSeconds(1),
                20,
                20,
                Duration.ofSeconds(60));
        var desk = new Desk(
                table, shop.orders, TestMarketplaces.of(ali, other, taobao), database.transactions(), settings, kill);
        var settlement = new Settlement(desk, shop.pay.ledger());
        var watching = new Watching(desk, settlement, shop::publish);
        purchasing = new Purchasing(desk, new Asking(desk), new Ordering(desk, settlement), settlement, watching);
        purchases = new Purchases(desk, settlement, watching, database.transactions());
        listener = new PurchaseListener(desk);
    }

    /** Hands on what orders tell, every piece of news twice; what the warehouse would hear stays. */
    void hear() {
        var all = shop.news.stream()
                .filter(news -> !(news instanceof InboundExpected))
                .toList();
        for (var news : all) {
            shop.news.remove(news);
            for (int i = 0; i < 2; i++) {
                shop.database.transactions().run(() -> tell(news));
            }
        }
        shop.pay.afterwards();
    }

    /** One turn of the caretaker, as if its time had come. */
    void tend() {
        hear();
        purchasing.tend();
        hear();
    }

    /** The same in this thread, so that a kill goes through to the test and nothing cleans up behind it. */
    void tendDeadly() {
        for (var lease : table.claim(shop.pay.clock().instant(), Duration.ofSeconds(60), 20)) {
            purchasing.work(lease);
        }
    }

    Purchase only(Order order) {
        return purchases.of(order.id()).getFirst();
    }

    private void tell(Object news) {
        switch (news) {
            case OrderNews.OrderPaid paid -> listener.on(paid);
            case OrderNews.OrderPriceAccepted accepted -> listener.on(accepted);
            case OrderNews.OrderPriceDeclined declined -> listener.on(declined);
            case OrderNews.OrderLineDearer dearer -> listener.on(dearer);
            case OrderNews.OrderCancelled cancelled -> listener.on(cancelled);
            case OrderNews.OrderReceived received -> listener.on(received);
            case MarketplaceNews pushed -> listener.on(pushed);
            default -> {}
        }
    }
}
