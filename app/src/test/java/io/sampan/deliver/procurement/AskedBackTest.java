package io.sampan.deliver.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.procurement.FakeMarketplace.Mishap;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the money that a marketplace got for an order which its shopper cancelled at that very moment. */
class AskedBackTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Wanted DEARER = new Wanted(MarketplaceId.ALI1688, 1, 11, 2, 5_000);
    static final Wanted ONE = new Wanted(MarketplaceId.ALI1688, 2, 21, 2, 5_000);
    static final Money PRICE = Money.fen(2 * 5_000 + 800);

    final PurchaseRoom room = new PurchaseRoom(DATABASE);

    @AfterEach
    void theBookBalances() {
        assertThat(room.shop.pay.ledger().imbalance()).isEmpty();
    }

    @Test
    void theSellerIsAskedOnceAndTheMoneyIsBookedWhenItIsBack() {
        var order = cancelledWhileItWasPaid();
        turns(3);
        assertThat(onlyOrder().state()).isEqualTo(State.REFUNDING);
        assertThat(purchase(order).state()).isInstanceOf(PurchaseState.Withdrawing.class);
        assertThat(spent(order)).isEqualTo(PRICE);
        become(State.REFUNDED);
        turns(3);
        assertThat(purchase(order).state()).isInstanceOf(PurchaseState.Cancelled.class);
        assertThat(spent(order)).isEqualTo(Money.fen(0));
        assertThat(room.ali.refunds).hasSize(1).containsValue(1);
    }

    @Test
    void aSellerWhoRefusesIsNotAskedAgain() {
        var order = cancelledWhileItWasPaid();
        turns(3);
        become(State.PAID);
        turns(3);
        assertThat(reason(order)).isEqualTo(Reason.CANCELLED_AFTER_PAYING);
        assertThat(room.ali.refunds).hasSize(1).containsValue(1);
        assertThat(spent(order)).isEqualTo(PRICE);
    }

    @Test
    void aSellerWhoSendsTheGoodsNeverthelessIsAPersonsTask() {
        var order = cancelledWhileItWasPaid();
        turns(3);
        become(State.SHIPPED);
        turns(3);
        assertThat(reason(order)).isEqualTo(Reason.CANCELLED_AFTER_PAYING);
    }

    @Test
    void whereNoProgramCanAskAPersonDoes() {
        room.ali.abilities.remove(Capability.REFUND);
        var order = cancelledWhileItWasPaid();
        turns(3);
        assertThat(reason(order)).isEqualTo(Reason.CANCELLED_AFTER_PAYING);
        assertThat(onlyOrder().state()).isEqualTo(State.PAID);
        assertThat(room.purchases.giveUp(purchase(order).id())).isEqualTo(new Acted.Done());
        assertThat(purchase(order).state()).isInstanceOf(PurchaseState.Cancelled.class);
    }

    @Test
    void aMarketplaceThatTakesNoSuchWishLeavesItToAPerson() {
        var order = cancelledWhileItWasPaid(() -> room.ali.refusal = "5010");
        turns(3);
        assertThat(reason(order)).isEqualTo(Reason.CANCELLED_AFTER_PAYING);
        assertThat(((NeedsHuman) purchase(order).state()).detail()).contains("5010");
    }

    private Order cancelledWhileItWasPaid() {
        return cancelledWhileItWasPaid(() -> {});
    }

    /** The answer to the payment is lost; meanwhile the shopper, who was asked about the other shop's price, cancels everything. */
    private Order cancelledWhileItWasPaid(Runnable meanwhile) {
        room.ali.prices.put(new ItemRef(MarketplaceId.ALI1688, "11"), Money.fen(9_000));
        room.ali.paying.add(Mishap.LOST_AFTER);
        var order = room.shop.paid(List.of(DEARER, ONE));
        room.tend();
        assertThat(purchase(order).state()).isInstanceOf(PurchaseState.Paying.class);
        assertThat(room.shop.orders.cancel(order.id(), Orders.By.SHOPPER).stands())
                .isTrue();
        meanwhile.run();
        return order;
    }

    /** What was bought of the shop whose price stood. */
    private Purchase purchase(Order order) {
        return room.purchases.of(order.id()).stream()
                .filter(one -> one.shop().id().contains("2"))
                .findFirst()
                .orElseThrow();
    }

    private UpstreamOrder onlyOrder() {
        assertThat(room.ali.all()).hasSize(1);
        return room.ali.all().getFirst();
    }

    private void become(State state) {
        room.ali.become(onlyOrder().orderId(), state, List.of());
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            room.hear();
            room.tend();
            room.shop.pay.forward(Duration.ofMinutes(31));
        }
    }

    private Reason reason(Order order) {
        assertThat(purchase(order).state()).isInstanceOf(NeedsHuman.class);
        return ((NeedsHuman) purchase(order).state()).reason();
    }

    private Money spent(Order order) {
        return room.shop.pay.ledger().entriesOf(order.id().toString()).stream()
                .flatMap(entry -> entry.entry().postings().stream())
                .filter(posting -> posting.account().kind() == AccountRef.Kind.SUPPLIER)
                .map(posting -> posting.amount().negated())
                .reduce(Money.fen(0), Money::plus);
    }
}
