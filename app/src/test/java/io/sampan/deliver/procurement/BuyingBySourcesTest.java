package io.sampan.deliver.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.PayPage;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that is bought goes through the source whose offer was ordered; what no program can do there, a person does. */
class BuyingBySourcesTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Wanted ONE = new Wanted(MarketplaceId.ALI1688, 1, 11, 2, 5_000);
    static final Wanted THERE = new Wanted(MarketplaceId.ALI1688, 1, 12, 1, 5_000, "other");

    final PurchaseRoom room = new PurchaseRoom(DATABASE);

    private Order run(Wanted... wanted) {
        var order = room.shop.paid(List.of(wanted));
        turns(6);
        return order;
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            room.tend();
            room.shop.pay.forward(Duration.ofMinutes(5));
        }
    }

    private Reason reason(Order order) {
        assertThat(room.only(order).state()).isInstanceOf(NeedsHuman.class);
        return ((NeedsHuman) room.only(order).state()).reason();
    }

    private static Purchases.ByHand deed(String... orders) {
        return new Purchases.ByHand(List.of(orders), Money.fen(10_900), Money.fen(900), List.of());
    }

    @Test
    void oneShopOfOneMarketplaceIsBoughtThroughTwoSourcesAsItsOffersWere() {
        var order = run(ONE, THERE);
        assertThat(room.purchases.of(order.id())).extracting(Purchase::source).containsExactly("fake", "other");
        assertThat(room.ali.all()).singleElement().matches(one -> one.source().equals("fake"));
        assertThat(room.other.all()).singleElement().matches(one -> one.source().equals("other"));
        assertThat(room.ali.payments.values()).containsExactly(1);
        assertThat(room.other.payments.values()).containsExactly(1);
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
    }

    @Test
    void whereAnOrderHoldsOneVariantEachIsAPurchaseOfItsOwn() {
        room.other.mostLines = 1;
        var order = run(THERE, new Wanted(MarketplaceId.ALI1688, 1, 13, 1, 5_000, "other"));
        assertThat(room.purchases.of(order.id()))
                .hasSize(2)
                .allMatch(purchase -> purchase.lines().size() == 1)
                .allMatch(purchase -> purchase.state() instanceof PurchaseState.Paid)
                .extracting(Purchase::reference)
                .doesNotHaveDuplicates();
        assertThat(room.other.all()).hasSize(2).allMatch(one -> one.lines().size() == 1);
        assertThat(room.other.payments.values()).containsExactly(1, 1);
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
    }

    @Test
    void newsThatComesAgainPlansNothingThoughOrdersMayBeSmallerNow() {
        var order = room.shop.paid(List.of(THERE, new Wanted(MarketplaceId.ALI1688, 1, 13, 1, 5_000, "other")));
        room.hear();
        room.other.mostLines = 1;
        room.shop.news.add(new OrderNews.OrderPaid(order.id()));
        room.hear();
        assertThat(room.purchases.of(order.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.lines()).hasSize(2));
    }

    @Test
    void thatAListIsBehindIsWaitedFor() {
        room.other.behind = Duration.ofMinutes(12);
        room.other.placing.add(FakeMarketplace.Mishap.LOST_BEFORE);
        var order = room.shop.paid(List.of(THERE));
        turns(3);
        assertThat(room.other.placements).as("ten minutes later").isZero();
        turns(3);
        assertThat(room.other.placements).isEqualTo(1);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
    }

    @Test
    void ordersOfTwoSourcesMayBearOneNumber() {
        var number = "n" + System.nanoTime();
        room.ali.numbering(number);
        room.other.numbering(number);
        var order = run(ONE, THERE);
        var id = room.other.all().getFirst().orderId();
        assertThat(room.ali.all().getFirst().orderId()).isEqualTo(id);
        room.other.become(id, State.SHIPPED, List.of(new Waybill("圆通速递", "YT-other")));
        var now = room.shop.pay.clock().instant();
        room.shop.news.add(
                new MarketplaceNews(MarketplaceId.ALI1688, "other", MarketplaceNews.Subject.ORDER, id, "m1", now));
        room.hear();
        room.purchasing.tend();
        assertThat(room.purchases.of(order.id()))
                .extracting(purchase -> purchase.state().slug())
                .containsExactly("paid", "shipped");
    }

    @Test
    void whatNoProgramCanOrderIsAPersonsTaskAtOnceWithAllThatTheyNeed() {
        room.other.abilities.remove(Capability.PLACE_ORDER);
        var order = room.shop.paid(List.of(THERE));
        room.tend();
        assertThat(reason(order)).isEqualTo(Reason.NO_API);
        assertThat(room.other.quotes).isZero();
        assertThat(room.shop.orders.cancel(order.id(), Orders.By.SHOPPER).stands())
                .as("somebody may be paying for it right now")
                .isFalse();
        var errand = room.purchases.errand(room.only(order));
        assertThat(errand.request().receiver().city()).isEqualTo("东莞市");
        assertThat(errand.request().reference()).isEqualTo(room.only(order).reference());
        assertThat(errand.request().source()).isEqualTo("other");
    }

    @Test
    void anOrderThatWasCancelledBeforeIsNobodysTask() {
        room.other.abilities.remove(Capability.PLACE_ORDER);
        var order = room.shop.paid(List.of(THERE));
        room.hear();
        room.shop.orders.cancel(order.id(), Orders.By.SHOPPER);
        turns(2);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Cancelled.class);
    }

    @Test
    void whatAPersonBoughtIsBookedAndItsParcelToldLater() {
        room.other.abilities.clear();
        var order = run(THERE);
        var id = room.only(order).id();
        assertThat(room.purchases.sent(id, new Waybill("", "TOO-EARLY"))).isInstanceOf(Acted.Forbidden.class);
        assertThat(room.purchases.boughtByHand(id, deed("h1-" + id, "h2-" + id)))
                .isEqualTo(new Acted.Done());
        turns(2);
        var bought = room.only(order);
        assertThat(bought.state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(bought.open()).extracting(Purchase.Upstream::payment).containsOnly(Purchase.Payment.PAID);
        assertThat(bought.total()).isEqualTo(Money.fen(10_900));
        assertThat(bought.totalFreight()).isEqualTo(Money.fen(900));
        assertThat(room.purchases.errand(bought).told()).isFalse();
        for (int i = 0; i < 2; i++) {
            assertThat(room.purchases.sent(id, new Waybill("中通快递", "ZT-" + id))).isEqualTo(new Acted.Done());
        }
        assertThat(room.shop.news).filteredOn(InboundExpected.class::isInstance).hasSize(1);
        assertThat(room.shop.now(order).lines().getFirst().state()).isInstanceOf(LineState.SellerShipped.class);
        assertThat(room.shop.pay.ledger().imbalance()).isEmpty();
        turns(2);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
    }

    @Test
    void oneOrderOfTheMarketplaceBelongsToOnePurchaseWhateverTheSource() {
        room.other.abilities.clear();
        room.ali.abilities.clear();
        var order = run(ONE, THERE);
        var both = room.purchases.of(order.id());
        var number = "H" + both.getFirst().id();
        assertThat(room.purchases.boughtByHand(both.getFirst().id(), deed(number)))
                .isEqualTo(new Acted.Done());
        assertThat(room.purchases.boughtByHand(both.getLast().id(), deed(number)))
                .isEqualTo(new Acted.TakenBy(both.getFirst().id()));
    }

    @Test
    void aBuyerWhoFindsItDearerAsksTheShopper() {
        room.other.abilities.clear();
        var order = run(THERE);
        var id = room.only(order).id();
        assertThat(room.purchases.dearer(id, room.only(order).agreed())).isInstanceOf(Acted.Forbidden.class);
        assertThat(room.purchases.dearer(id, Money.fen(9_000))).isEqualTo(new Acted.Done());
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.PriceMoved.class);
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.NeedsShopper.class);
        assertThat(room.shop.orders.payPage(order.id())).isInstanceOf(PayPage.Ready.class);
        room.shop.payNow(order.id());
        turns(2);
        assertThat(reason(order)).isEqualTo(Reason.NO_API);
        assertThat(room.only(order).agreed()).isEqualTo(Money.fen(9_000));
    }

    @Test
    void aShopperWhoDeclinesADearerPurchaseGetsTheMoneyBack() {
        room.other.abilities.clear();
        var order = run(THERE);
        room.purchases.dearer(room.only(order).id(), Money.fen(9_000));
        assertThat(room.shop.orders.declinePrice(order.id()).stands()).isTrue();
        turns(2);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Cancelled.class);
        assertThat(room.shop.now(order).funds().left()).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void whatNoProgramCanPayIsReadAndBookedWhenAPersonPaid() {
        room.ali.abilities.remove(Capability.PAY);
        var order = run(ONE);
        assertThat(reason(order)).isEqualTo(Reason.NO_PAYING);
        assertThat(room.ali.payments).isEmpty();
        room.ali.become(room.ali.all().getFirst().orderId(), State.PAID, List.of());
        assertThat(room.purchases.retry(room.only(order).id())).isEqualTo(new Acted.Done());
        turns(2);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(room.ali.payments).isEmpty();
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
    }

    @Test
    void whatNoProgramCanCancelIsCancelledByAPerson() {
        room.ali.abilities.remove(Capability.CANCEL);
        room.ali.surcharge = Money.fen(9_000);
        var order = run(ONE);
        assertThat(reason(order)).isEqualTo(Reason.NOT_WITHDRAWN);
        var upstream = room.ali.all().getFirst();
        assertThat(upstream.state()).isEqualTo(State.WAIT_PAY);
        room.ali.become(upstream.orderId(), State.CLOSED, List.of());
        assertThat(room.purchases.giveUp(room.only(order).id())).isEqualTo(new Acted.Done());
        turns(2);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Cancelled.class);
        assertThat(room.ali.payments).isEmpty();
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Cancelled.class);
    }

    @Test
    void aSourceThatIsNotSetUpAnyMoreIsAPersonsTask() {
        var order = run(new Wanted(MarketplaceId.ALI1688, 1, 13, 1, 5_000, "former"));
        assertThat(reason(order)).isEqualTo(Reason.NO_API);
    }
}
