package io.sampan.deliver.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.FakeMarketplace.Mishap;
import io.sampan.deliver.procurement.Purchase.Payment;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order that its marketplace splits after it took it: what was one is several, of which nothing is lost, ordered or paid twice. */
class SplitLaterTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Wanted ONE = new Wanted(MarketplaceId.ALI1688, 1, 11, 2, 5_000);
    static final Wanted TWO = new Wanted(MarketplaceId.ALI1688, 1, 12, 1, 5_000);

    final PurchaseRoom room = new PurchaseRoom(DATABASE);

    private Order bought() {
        var order = room.shop.paid(List.of(ONE, TWO));
        turns();
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        return order;
    }

    private void turns() {
        for (int i = 0; i < 6; i++) {
            room.tend();
            room.shop.pay.forward(Duration.ofMinutes(5));
        }
    }

    private String onlyUpstream() {
        assertThat(room.ali.all()).hasSize(1);
        return room.ali.all().getFirst().orderId();
    }

    private void news(String orderId, String message) {
        var now = room.shop.pay.clock().instant();
        room.shop.news.add(new MarketplaceNews(
                MarketplaceId.ALI1688, "fake", MarketplaceNews.Subject.ORDER, orderId, message, now));
        room.tend();
    }

    private Money supplied(Order order) {
        return room.shop.pay.ledger().entriesOf(order.id().value().toString()).stream()
                .map(view -> view.entry())
                .filter(entry -> entry.kind() == Entry.Kind.PURCHASE)
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().kind() == AccountRef.Kind.SUPPLIER)
                .map(posting -> posting.amount().negated())
                .reduce(Money.fen(0), Money::plus);
    }

    @Test
    void itsPartsAreBoughtAndPaidAsItWasAndEachIsFollowedByItself() {
        var order = bought();
        var whole = onlyUpstream();
        var before = supplied(order);
        var parts = room.ali.splitNow(whole, false);
        news(whole, "split");
        assertThat(room.only(order).open())
                .extracting(one -> one.order().orderId())
                .containsExactlyElementsOf(parts);
        assertThat(room.only(order).open())
                .extracting(Purchase.Upstream::payment)
                .containsOnly(Payment.PAID);
        assertThat(room.only(order).upstream().getFirst().payment()).isEqualTo(Payment.SPLIT);
        room.ali.become(parts.getFirst(), State.SHIPPED, List.of(new Waybill("京东快递", "JD-1" + whole)));
        news(parts.getFirst(), "first");
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(sent(order)).containsExactly(true, false);
        room.ali.become(parts.getLast(), State.SHIPPED, List.of(new Waybill("京东快递", "JD-2" + whole)));
        news(parts.getLast(), "last");
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Shipped.class);
        assertThat(sent(order)).containsExactly(true, true);
        assertThat(room.ali.placements).isEqualTo(1);
        assertThat(room.ali.payments).hasSize(1);
        assertThat(supplied(order)).isEqualTo(before).isEqualTo(Money.fen(3 * 5_000 + 800));
    }

    private List<Boolean> sent(Order order) {
        return room.shop.now(order).lines().stream()
                .map(line -> line.state() instanceof LineState.SellerShipped)
                .toList();
    }

    @Test
    void aPaymentThatIsUnclearWhenItIsSplitIsBookedOnItsParts() {
        room.ali.paying.add(Mishap.LOST_AFTER);
        var order = room.shop.paid(List.of(ONE, TWO));
        room.tend();
        var parts = room.ali.splitNow(onlyUpstream(), false);
        turns();
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(room.only(order).open())
                .extracting(one -> one.order().orderId())
                .containsExactlyElementsOf(parts);
        assertThat(room.ali.payments.values()).containsExactly(1);
        assertThat(supplied(order)).isEqualTo(Money.fen(3 * 5_000 + 800));
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
        assertThat(room.shop.pay.ledger().imbalance()).isEmpty();
    }

    @Test
    void aSplitThatLosesSomethingIsAPersonsTask() {
        var order = bought();
        var whole = onlyUpstream();
        room.ali.splitNow(whole, true);
        news(whole, "split");
        assertThat(((NeedsHuman) room.only(order).state()).reason()).isEqualTo(Reason.LINES_DIFFER);
    }
}
