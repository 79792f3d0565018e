package io.sampan.deliver.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.CheckoutForm.Tolerance;
import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.PayPage;
import io.sampan.deliver.procurement.FakeMarketplace.Mishap;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PurchasingTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Wanted ONE = new Wanted(MarketplaceId.ALI1688, 1, 11, 2, 5_000);
    static final Wanted TWO = new Wanted(MarketplaceId.ALI1688, 1, 12, 1, 5_000);
    static final Wanted OTHER_SHOP = new Wanted(MarketplaceId.ALI1688, 2, 21, 1, 5_000);
    static final Wanted TAOBAO = new Wanted(MarketplaceId.TAOBAO, 1, 31, 1, 5_000);

    final PurchaseRoom room = new PurchaseRoom(DATABASE);

    @Test
    void buysOnceOfEachShopOfEachMarketplace() {
        var order = room.shop.paid(List.of(ONE, TWO, OTHER_SHOP, TAOBAO));
        room.tend();
        room.tend();
        assertThat(room.purchases.of(order.id()))
                .hasSize(3)
                .allSatisfy(purchase -> assertThat(purchase.state()).isInstanceOf(PurchaseState.Paid.class));
        assertThat(room.ali.placements).isEqualTo(2);
        assertThat(room.taobao.placements).isEqualTo(1);
        assertThat(room.ali.payments.values()).containsOnly(1);
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
        var supplied = entries(order).stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().kind() == AccountRef.Kind.SUPPLIER)
                .map(posting -> posting.amount().negated())
                .reduce(Money::plus);
        assertThat(supplied).contains(Money.fen(5 * 5_000 + 3 * 800));
        assertThat(room.shop.pay.ledger().imbalance()).isEmpty();
    }

    @Test
    void keepsAndPaysEveryOrderThatTheMarketplaceMakesOfOurs() {
        room.ali.split = true;
        var order = bought(ONE, TWO);
        assertThat(room.only(order).open()).hasSize(2);
        assertThat(room.ali.payments).hasSize(2).containsValue(1);
        assertThat(entries(order)).hasSize(2);
    }

    @Test
    void aTimeoutAfterTheMarketplaceAcceptedMakesExactlyOneOrder() {
        room.ali.placing.add(Mishap.LOST_AFTER);
        var order = bought(ONE);
        assertThat(room.ali.placements).isEqualTo(1);
        assertThat(room.only(order).open()).hasSize(1);
    }

    @Test
    void anOrderThatTheMarketplaceTakesUpLateIsNotPlacedAgain() {
        room.ali.placing.add(Mishap.LATE);
        var order = room.shop.paid(List.of(ONE));
        for (int i = 0; i < 12; i++) {
            room.tend();
            room.shop.pay.forward(Duration.ofSeconds(6));
        }
        assertThat(room.ali.placements).isEqualTo(1);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
    }

    @Test
    void aTimeoutBeforeItAcceptedIsTriedAgain() {
        room.ali.placing.add(Mishap.LOST_BEFORE);
        room.ali.placing.add(Mishap.BUSY);
        room.ali.paying.add(Mishap.BUSY);
        bought(ONE);
        assertThat(room.ali.placements).isEqualTo(1);
        assertThat(room.ali.payments.values()).containsOnly(1);
    }

    @Test
    void aBusyMarketplaceIsAskedEverMoreRarely() {
        room.ali.placing.addAll(Collections.nCopies(50, Mishap.BUSY));
        room.shop.paid(List.of(ONE));
        for (int i = 0; i < 60; i++) {
            room.tend();
            room.shop.pay.forward(Duration.ofSeconds(5));
        }
        assertThat(50 - room.ali.placing.size()).isBetween(5, 8);
    }

    @Test
    void anUnclearPaymentIsReadBeforeItIsTriedAgain() {
        room.ali.paying.add(Mishap.LOST_BEFORE);
        room.ali.paying.add(Mishap.LOST_AFTER);
        bought(ONE);
        assertThat(room.ali.payments.values()).containsOnly(1);
    }

    @Test
    void aPaymentThatStaysUnclearBecomesAPersonsTask() {
        for (int i = 0; i < 3; i++) {
            room.ali.paying.add(Mishap.LOST_BEFORE);
        }
        var order = run(ONE);
        assertThat(reason(order)).isEqualTo(Reason.PAYMENT_UNCLEAR);
        assertThat(room.purchases.retry(room.only(order).id())).isEqualTo(new Acted.Done());
        turns(3);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(room.ali.payments.values()).containsOnly(1);
    }

    @Test
    void aSmallRiseIsOursToBear() {
        room.ali.prices.put(item(ONE), Money.fen(5_200));
        var order = bought(ONE);
        assertThat(room.shop.now(order).funds().receipts()).hasSize(1);
    }

    @Test
    void freightThatWasGuessedTooLowIsOursToBear() {
        room.ali.freight = Money.fen(800 + 1_500);
        var order = bought(ONE);
        assertThat(room.shop.now(order).funds().receipts()).hasSize(1);
    }

    @Test
    void freightFarAboveTheGuessWaitsForTheShopper() {
        room.ali.freight = Money.fen(9_000);
        assertThat(room.only(run(ONE)).state()).isInstanceOf(PurchaseState.PriceMoved.class);
    }

    @Test
    void aLargeRiseWaitsForTheShopperWhoPaysTheDifference() {
        room.ali.prices.put(item(ONE), Money.fen(9_000));
        var order = run(ONE);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.PriceMoved.class);
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.NeedsShopper.class);
        assertThat(room.ali.placements).isZero();
        assertThat(room.shop.orders.payPage(order.id())).isInstanceOf(PayPage.Ready.class);
        room.shop.payNow(order.id());
        turns(2);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(room.ali.placements).isEqualTo(1);
    }

    @Test
    void aShopperWhoDeclinesARiseGetsTheMoneyBackAndNothingIsBought() {
        room.ali.prices.put(item(ONE), Money.fen(9_000));
        var order = run(ONE, OTHER_SHOP);
        assertThat(room.shop.orders.declinePrice(order.id()).stands()).isTrue();
        turns(2);
        assertThat(room.ali.placements).isEqualTo(1);
        assertThat(room.shop.now(order).funds().givenBack())
                .isEqualTo(order.lines().getFirst().share());
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
    }

    @Test
    void aLargeRiseCancelsTheLineWhenTheShopperWantedItSo() {
        room.shop.tolerance = new Tolerance(5, Tolerance.Beyond.CANCEL);
        room.ali.prices.put(item(ONE), Money.fen(9_000));
        var order = run(ONE, OTHER_SHOP);
        turns(2);
        var dear = room.shop.now(order).lines().getFirst();
        assertThat(dear.state()).isEqualTo(new LineState.Cancelled(LineState.Why.PRICE_ROSE));
        assertThat(room.shop.now(order).funds().givenBack()).isEqualTo(dear.share());
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
        assertThat(room.ali.placements).isEqualTo(1);
        room.shop.hear();
        assertThat(room.shop.pay.returned(order.id().value())).isEqualTo(dear.share());
    }

    @Test
    void aSmallRiseIsOursToBearEvenThen() {
        room.shop.tolerance = new Tolerance(5, Tolerance.Beyond.CANCEL);
        room.ali.prices.put(item(ONE), Money.fen(5_200));
        bought(ONE);
    }

    @Test
    void aRiseThatShowsOnlyInTheOrderIsWithdrawnBeforeItIsPaid() {
        room.ali.surcharge = Money.fen(9_000);
        var order = run(ONE);
        assertThat(reason(order)).isEqualTo(Reason.PRICE_UNSTEADY);
        assertThat(room.ali.payments).isEmpty();
        assertThat(room.ali.all().stream().filter(one -> one.state() == State.WAIT_PAY))
                .hasSize(1);
        assertThat(room.ali.all().stream().map(UpstreamOrder::reference).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void whatSellsOutAfterAGoodQuoteIsRefundedAndTheRestIsBought() {
        room.ali.soldOutOnlyWhenPlacing = true;
        room.ali.soldOut.add(item(TWO));
        var order = bought(ONE, TWO);
        var two = room.shop.now(order).lines().getLast();
        assertThat(two.state()).isEqualTo(new LineState.Cancelled(LineState.Why.SOLD_OUT));
        assertThat(room.shop.now(order).funds().givenBack()).isEqualTo(two.share());
        room.shop.hear();
        assertThat(room.shop.pay.returned(order.id().value())).isEqualTo(two.share());
    }

    @Test
    void anOrderOfWhichNothingCanBeHadIsCancelled() {
        room.ali.soldOut.add(item(ONE));
        var order = run(ONE);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.SoldOut.class);
        assertThat(room.shop.now(order).state()).isEqualTo(new OrderState.Cancelled(OrderState.Why.NOTHING_LEFT));
        assertThat(room.shop.now(order).funds().left()).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void nothingIsBoughtOfAnOrderCancelledBefore() {
        var order = room.shop.paid(List.of(ONE));
        room.hear();
        room.shop.orders.cancel(order.id(), Orders.By.SHOPPER);
        turns(2);
        assertThat(room.ali.placements).isZero();
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Cancelled.class);
    }

    @Test
    void anOrderCancelledWhileAnotherPurchaseIsPlacedIsWithdrawn() {
        room.ali.prices.put(item(ONE), Money.fen(9_000));
        room.ali.paying.addAll(List.of(Mishap.BUSY, Mishap.BUSY, Mishap.BUSY));
        var order = room.shop.paid(List.of(ONE, OTHER_SHOP));
        room.tend();
        assertThat(room.shop.orders.cancel(order.id(), Orders.By.SHOPPER).stands())
                .isTrue();
        turns(3);
        assertThat(room.purchases.of(order.id()))
                .allSatisfy(purchase -> assertThat(purchase.state()).isInstanceOf(PurchaseState.Cancelled.class));
        assertThat(room.ali.all()).allSatisfy(one -> assertThat(one.state()).isEqualTo(State.CLOSED));
        assertThat(room.ali.payments).isEmpty();
    }

    @Test
    void aMarketplaceThatSellsToNoProgramIsAPersonsTask() {
        room.ali.abilities.remove(Capability.PLACE_ORDER);
        var order = run(ONE);
        assertThat(reason(order)).isEqualTo(Reason.NO_API);
        var id = room.only(order).id();
        var waybill = List.of(new UpstreamOrder.Waybill("中通快递", "ZT-" + id));
        var deed =
                new Purchases.ByHand(List.of("hand-" + id, "more-" + id), Money.fen(11_000), Money.fen(600), waybill);
        assertThat(room.purchases.boughtByHand(id, deed)).isEqualTo(new Acted.Done());
        assertThat(room.purchases.boughtByHand(id, deed)).isInstanceOf(Acted.Forbidden.class);
        assertThat(room.shop.now(order).lines().getFirst().state()).isInstanceOf(LineState.SellerShipped.class);
        assertThat(room.shop.news).filteredOn(InboundExpected.class::isInstance).hasSize(1);
        assertThat(entries(order)).hasSize(1);
    }

    @Test
    void whatIsGivenUpGoesBackToTheShopper() {
        room.ali.refusal = "500_001";
        var order = run(ONE, OTHER_SHOP);
        for (var purchase : room.purchases.of(order.id())) {
            assertThat(room.purchases.giveUp(purchase.id())).isEqualTo(new Acted.Done());
        }
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Cancelled.class);
        assertThat(room.shop.now(order).funds().left()).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void anOrderWithoutOneOfOurLinesIsNotPaid() {
        room.ali.losesALine = true;
        var order = run(ONE, TWO);
        assertThat(reason(order)).isEqualTo(Reason.LINES_DIFFER);
        assertThat(room.ali.payments).isEmpty();
    }

    @Test
    void aPushTellsTheOrderAndTheWarehouseOnceWhatTheSellerSent() {
        var order = bought(ONE);
        var upstream = room.ali.all().getFirst().orderId();
        room.ali.become(upstream, State.SHIPPED, List.of(new UpstreamOrder.Waybill("圆通速递", "YT1")));
        for (int i = 0; i < 2; i++) {
            room.shop.news.add(new MarketplaceNews(
                    MarketplaceId.ALI1688,
                    "fake",
                    MarketplaceNews.Subject.LOGISTICS,
                    upstream,
                    "m" + i,
                    room.shop.pay.clock().instant()));
            room.hear();
            room.purchasing.tend();
        }
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Shipped.class);
        assertThat(room.shop.news)
                .containsExactly(new InboundExpected(
                        room.only(order).id(),
                        order.id(),
                        List.of(order.lines().getFirst().id()),
                        "圆通速递",
                        "YT1"));
        var line = order.lines().getFirst().id();
        room.shop.orders.received(order.id(), line);
        room.shop.orders.accepted(order.id(), line);
        room.tend();
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Done.class);
    }

    @Test
    void aSilentSellerIsReadNowAndThen() {
        var order = bought(ONE);
        room.ali.become(
                room.ali.all().getFirst().orderId(), State.SHIPPED, List.of(new UpstreamOrder.Waybill("", "Z")));
        room.tend();
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        room.shop.pay.forward(Duration.ofHours(3));
        room.tend();
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Shipped.class);
    }

    @Test
    void aSellerWhoClosesAPaidOrderIsAPersonsTask() {
        var order = bought(ONE);
        room.ali.become(room.ali.all().getFirst().orderId(), State.REFUNDED, List.of());
        room.shop.pay.forward(Duration.ofHours(3));
        room.tend();
        assertThat(reason(order)).isEqualTo(Reason.CLOSED_BY_SELLER);
        assertThat(room.purchases.giveUp(room.only(order).id())).isEqualTo(new Acted.Done());
        assertThat(entries(order)).hasSize(2);
        assertThat(room.shop.pay.ledger().imbalance()).isEmpty();
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Cancelled.class);
    }

    @Test
    void aNodeWhoseLeaseRanOutWhileAnotherWorksBuysNothing() throws Exception {
        for (int i = 0; i < 8; i++) {
            var order = room.shop.paid(List.of(ONE));
            room.hear();
            var slow = claimed();
            room.shop.pay.forward(Duration.ofSeconds(61));
            var next = claimed();
            try (var nodes = Executors.newFixedThreadPool(2)) {
                for (var work : nodes.invokeAll(List.of(
                        Executors.callable(() -> room.purchasing.work(slow)),
                        Executors.callable(() -> room.purchasing.work(next))))) {
                    work.get();
                }
            }
            assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        }
        assertThat(room.ali.placements).isEqualTo(8);
        assertThat(room.ali.payments.values()).hasSize(8).containsOnly(1);
    }

    private Lease claimed() {
        return room.table
                .claim(room.shop.pay.clock().instant(), Duration.ofSeconds(60), 1)
                .getFirst();
    }

    @Test
    void aCrashBetweenAnyTwoStepsLosesAndDoublesNothing() {
        int point = 1;
        for (boolean struck = true; struck; point++) {
            struck = killedAt(point, List.of());
        }
        assertThat(point).as("points at which it was killed").isGreaterThan(15);
    }

    @Test
    void aCrashAroundUnclearAnswersLosesAndDoublesNothing() {
        int point = 1;
        for (boolean struck = true; struck; point++) {
            struck = killedAt(point, List.of(Mishap.LOST_AFTER));
        }
        assertThat(point).isGreaterThan(15);
    }

    /** Buys a split order, killed once at this point and started again; whether there was such a point. */
    private boolean killedAt(int point, List<Mishap> mishaps) {
        var fresh = new PurchaseRoom(DATABASE);
        fresh.ali.split = true;
        fresh.ali.placing.addAll(mishaps);
        fresh.ali.paying.addAll(mishaps);
        var order = fresh.shop.paid(List.of(ONE, TWO));
        fresh.hear();
        fresh.kill.strikeAt(point);
        for (int i = 0; i < 6; i++) {
            try {
                fresh.tendDeadly();
            } catch (KillSwitch.Killed killed) {
                assertThat(fresh.kill.hasStruck()).isTrue();
            }
            fresh.shop.pay.forward(Duration.ofMinutes(2));
        }
        assertThat(fresh.only(order).state()).as("killed at " + point).isInstanceOf(PurchaseState.Paid.class);
        assertThat(fresh.ali.placements).as("killed at " + point).isEqualTo(1);
        assertThat(fresh.ali.payments).as("killed at " + point).hasSize(2);
        assertThat(fresh.ali.payments.values()).as("killed at " + point).containsOnly(1);
        assertThat(fresh.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
        assertThat(fresh.shop.pay.ledger().entriesOf(order.id().toString()).stream()
                        .filter(entry -> entry.entry().kind() == Entry.Kind.PURCHASE))
                .as("killed at " + point)
                .hasSize(2);
        return fresh.kill.hasStruck();
    }

    private Order bought(Wanted... wanted) {
        var order = run(wanted);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        return order;
    }

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

    private List<Entry> entries(Order order) {
        return room.shop.pay.ledger().entriesOf(order.id().toString()).stream()
                .map(io.sampan.money.ledger.EntryView::entry)
                .filter(entry -> entry.kind() == Entry.Kind.PURCHASE || entry.kind() == Entry.Kind.PURCHASE_RETURNED)
                .toList();
    }

    private static ItemRef item(Wanted wanted) {
        return new ItemRef(wanted.marketplace(), Integer.toString(wanted.item()));
    }
}
