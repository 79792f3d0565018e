package io.sampan.deliver.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.deliver.procurement.FakeMarketplace.Mishap;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.EntryView;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a purchase whose seller goes back on it. */
class ClosedBySellerTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Wanted ONE = new Wanted(MarketplaceId.ALI1688, 1, 11, 2, 5_000);
    static final Wanted TWO = new Wanted(MarketplaceId.ALI1688, 1, 12, 1, 5_000);
    static final Money PRICE = Money.fen(2 * 5_000 + 800);

    final PurchaseRoom room = new PurchaseRoom(DATABASE);

    @AfterEach
    void theBookBalances() {
        assertThat(room.shop.pay.ledger().imbalance()).isEmpty();
    }

    @Test
    void theMoneyThatCameBackIsInTheLedgerAtOnceAndTheShoppersOrderHearsOfIt() {
        var order = closed(State.REFUNDED, ONE);
        assertThat(kinds(order)).containsExactly(Entry.Kind.PURCHASE, Entry.Kind.PURCHASE_RETURNED);
        assertThat(spent(order)).isEqualTo(Money.fen(0));
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Buying.class);
        assertThat(told(order)).endsWith(Kind.BOUGHT, Kind.SALE_CLOSED);
    }

    @Test
    void tryingAgainBuysItAnewUnderANewReference() {
        var order = closed(State.REFUNDED, ONE);
        assertThat(retry(order)).isEqualTo(new Acted.Done());
        turns(4);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Bought.class);
        assertThat(room.ali.placements).isEqualTo(2);
        assertThat(room.ali.all()).extracting(UpstreamOrder::reference).doesNotHaveDuplicates();
        assertThat(room.only(order).open()).hasSize(1);
        assertThat(spent(order)).isEqualTo(PRICE);
        assertThat(told(order)).endsWith(Kind.SALE_CLOSED, Kind.BOUGHT);
    }

    @Test
    void aSellerMayCloseItTwice() {
        var order = closed(State.REFUNDED, ONE);
        retry(order);
        turns(4);
        close(State.REFUNDED);
        assertThat(reason(order)).isEqualTo(Reason.CLOSED_BY_SELLER);
        retry(order);
        turns(4);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(room.ali.placements).isEqualTo(3);
        assertThat(spent(order)).isEqualTo(PRICE);
    }

    @Test
    void nothingIsBoughtAnewBeforeTheMoneyIsBack() {
        var order = closed(State.REFUNDING, ONE);
        assertThat(retry(order)).isEqualTo(new Acted.Done());
        turns(3);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Withdrawing.class);
        assertThat(room.ali.placements).isEqualTo(1);
        assertThat(spent(order)).isEqualTo(PRICE);
        become(State.REFUNDED);
        turns(6);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(room.ali.placements).isEqualTo(2);
        assertThat(spent(order)).isEqualTo(PRICE);
    }

    @Test
    void givenUpItWaitsForTheMoneyAndBooksIt() {
        var order = closed(State.REFUNDING, ONE);
        assertThat(room.purchases.giveUp(room.only(order).id())).isEqualTo(new Acted.Done());
        turns(2);
        assertThat(spent(order)).isEqualTo(PRICE);
        become(State.REFUNDED);
        turns(6);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Cancelled.class);
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.Cancelled.class);
        assertThat(spent(order)).isEqualTo(Money.fen(0));
    }

    @Test
    void whatIsMuchDearerTheSecondTimeIsAskedOfTheShopper() {
        var order = closed(State.REFUNDED, ONE);
        room.ali.prices.put(new ItemRef(ONE.marketplace(), "11"), Money.fen(9_000));
        retry(order);
        turns(3);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.PriceMoved.class);
        assertThat(room.shop.now(order).state()).isInstanceOf(OrderState.NeedsShopper.class);
        assertThat(room.ali.placements).isEqualTo(1);
    }

    @Test
    void whatWasClosedBeforeWePaidIsBoughtAnewAndPaidOnce() {
        room.ali.paying.add(Mishap.LOST_BEFORE);
        var order = room.shop.paid(List.of(ONE));
        room.tend();
        become(State.CLOSED);
        turns(3);
        assertThat(reason(order)).isEqualTo(Reason.CLOSED_BY_SELLER);
        assertThat(told(order)).contains(Kind.SALE_CLOSED);
        retry(order);
        turns(4);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        assertThat(kinds(order)).containsExactly(Entry.Kind.PURCHASE);
    }

    @Test
    void whereOnlyAPartWasClosedNoProgramBuysTheRestTwice() {
        room.ali.split = true;
        var order = closed(State.REFUNDED, ONE, TWO);
        assertThat(retry(order)).isEqualTo(new Acted.InPart());
        turns(3);
        assertThat(reason(order)).isEqualTo(Reason.CLOSED_BY_SELLER);
        assertThat(room.ali.placements).isEqualTo(1);
        assertThat(kinds(order))
                .containsExactlyInAnyOrder(Entry.Kind.PURCHASE, Entry.Kind.PURCHASE, Entry.Kind.PURCHASE_RETURNED);
    }

    @Test
    void ofOneThatWasPaidAndClosedWithoutARefundNothingIsBoughtAnew() {
        var order = closed(State.CLOSED, ONE);
        retry(order);
        turns(3);
        assertThat(reason(order)).isEqualTo(Reason.CLOSED_BY_SELLER);
        assertThat(room.ali.placements).isEqualTo(1);
        assertThat(spent(order)).isEqualTo(PRICE);
        assertThat(room.purchases.giveUp(room.only(order).id())).isEqualTo(new Acted.Done());
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Cancelled.class);
    }

    /** An order that is bought, and whose first purchase its seller then closes. */
    private Order closed(State state, Wanted... wanted) {
        var order = room.shop.paid(List.of(wanted));
        turns(4);
        assertThat(room.only(order).state()).isInstanceOf(PurchaseState.Paid.class);
        close(state);
        assertThat(reason(order)).isEqualTo(Reason.CLOSED_BY_SELLER);
        return order;
    }

    private void close(State state) {
        become(state);
        room.shop.pay.forward(Duration.ofHours(3));
        room.tend();
    }

    /** The marketplace's only order, or the latest of a later round. */
    private void become(State state) {
        var orders = room.ali.all();
        room.ali.become((room.ali.split ? orders.getFirst() : orders.getLast()).orderId(), state, List.of());
    }

    private Acted retry(Order order) {
        return room.purchases.retry(room.only(order).id());
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            room.tend();
            room.shop.pay.forward(Duration.ofMinutes(31));
        }
    }

    private Reason reason(Order order) {
        assertThat(room.only(order).state()).isInstanceOf(NeedsHuman.class);
        return ((NeedsHuman) room.only(order).state()).reason();
    }

    private List<Kind> told(Order order) {
        return room.shop.orders.timeline(order.id()).stream()
                .map(TimelineEvent::kind)
                .toList();
    }

    private List<Entry.Kind> kinds(Order order) {
        return purchases(order).map(Entry::kind).toList();
    }

    /** What left us for the marketplace and did not come back. */
    private Money spent(Order order) {
        return purchases(order)
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().kind() == AccountRef.Kind.SUPPLIER)
                .map(posting -> posting.amount().negated())
                .reduce(Money.fen(0), Money::plus);
    }

    private Stream<Entry> purchases(Order order) {
        return room.shop.pay.ledger().entriesOf(order.id().toString()).stream()
                .map(EntryView::entry)
                .filter(entry -> entry.kind() == Entry.Kind.PURCHASE || entry.kind() == Entry.Kind.PURCHASE_RETURNED);
    }
}
