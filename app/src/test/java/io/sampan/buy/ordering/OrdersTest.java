package io.sampan.buy.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Offers;
import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.ordering.Prepared.Hindrance;
import io.sampan.buy.payment.Refunding;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.people.identity.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class OrdersTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final AccountId ADA = new AccountId(UUID.randomUUID());

    final OrderRoom room = new OrderRoom(DATABASE);
    final ItemRef dress = shelved("dress" + UUID.randomUUID().toString().substring(0, 8), 3900, 50);
    final CartKey cart = room.carts.fresh();

    @Test
    void ordersACartAtThePriceTheShopperHasSeenAndTakesThePayment() {
        room.carts.add(cart, dress, "k1", 2, "");
        var placed = (CheckedOut.Placed) room.checkout.place(room.form(cart, ADA, seen()));
        assertThat(placed.payPage().toString()).startsWith("https://pay.example/");
        assertThat(room.carts.of(cart).isEmpty()).isTrue();
        room.payNow(placed.order());
        var order = room.orders.find(placed.order()).orElseThrow();
        assertThat(order.state()).isInstanceOf(OrderState.Paid.class);
        assertThat(order.address()).isEqualTo(OrderRoom.BERLIN);
        assertThat(order.toString()).doesNotContain("Muster");
        assertThat(room.orders.find(order.number().toLowerCase(java.util.Locale.ROOT)))
                .contains(order);
        assertThat(room.orders.timeline(order.id()))
                .extracting(TimelineEvent::kind)
                .containsExactly(TimelineEvent.Kind.PLACED, TimelineEvent.Kind.PAID);
        assertThat(room.news)
                .containsOnlyOnce(new OrderNews.OrderPlaced(order.id()), new OrderNews.OrderPaid(order.id()));
    }

    @Test
    void theSameFormTwiceIsOneOrderEvenAtOnce() throws Exception {
        room.carts.add(cart, dress, "k1", 1, "");
        var form = room.form(cart, ADA, seen());
        Callable<CheckedOut> click = () -> room.checkout.place(form);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(click, click));
            var first = (CheckedOut.Placed) both.getFirst().get();
            assertThat(both.getLast().get()).isEqualTo(first);
            assertThat(room.checkout.place(form)).isEqualTo(first);
        }
    }

    @Test
    void ordersNothingWhenThePriceIsNoLongerTheOneSeen() {
        room.carts.add(cart, dress, "k1", 1, "");
        var seen = seen();
        shelved(dress.itemId(), 4900, 50);
        room.pay.forward(Duration.ofMinutes(1));
        var changed = (CheckedOut.PriceChanged) room.checkout.place(room.form(cart, ADA, seen));
        assertThat(changed.quote().total().compareTo(seen)).isPositive();
        assertThat(room.carts.of(cart).lines()).hasSize(1);
    }

    @Test
    void whatHasNoBelievablePriceIsNeitherPutIntoACartNorOrdered() {
        room.carts.add(cart, dress, "k1", 1, "");
        var seen = seen();
        shelved(dress.itemId(), 390_000, 50);
        room.pay.forward(Duration.ofMinutes(1));
        assertThat(room.checkout.place(room.form(cart, ADA, seen)))
                .isInstanceOfSatisfying(
                        Hindrance.Blocked.class,
                        blocked -> assertThat(blocked.lines())
                                .extracting(Hindrance.BlockedLine::why)
                                .containsExactly(Hindrance.Why.NO_PRICE));
        assertThat(room.carts.add(room.carts.fresh(), dress, "k1", 1, "")).isEqualTo(new CartChange.NoPrice(dress));
    }

    @Test
    void saysWhichLinesCannotBeHad() {
        room.carts.add(cart, dress, "k1", 5, "");
        shelved(dress.itemId(), 3900, 2);
        room.pay.forward(Duration.ofMinutes(1));
        var blocked = (Hindrance.Blocked) room.checkout.place(room.form(cart, ADA, Money.of(1, "EUR")));
        assertThat(blocked.lines())
                .extracting(Hindrance.BlockedLine::why, Hindrance.BlockedLine::limit)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Hindrance.Why.TOO_FEW_LEFT, 2));
        assertThat(room.checkout.place(room.form(room.carts.fresh(), ADA, Money.of(1, "EUR"))))
                .isEqualTo(new Hindrance.EmptyCart());
    }

    @Test
    void aCartHasLimits() {
        assertThat(room.carts.add(cart, dress, "k1", 51, "")).isEqualTo(new CartChange.TooMany(50));
        assertThat(room.carts.add(cart, dress, "k1", 0, "")).isEqualTo(new CartChange.Malformed());
        assertThat(room.carts.add(cart, dress, "k1", 1, "x".repeat(201))).isEqualTo(new CartChange.Malformed());
        assertThat(room.carts.add(cart, dress, "k9", 1, "")).isEqualTo(new CartChange.NotOnSale(dress));
        for (int i = 0; i < 3; i++) {
            room.carts.add(cart, shelved("limit" + i, 3900, 50), "k1", 1, "");
        }
        assertThat(room.carts.add(cart, dress, "k1", 1, "")).isEqualTo(new CartChange.Full(3));
    }

    @Test
    void piecesThatAreAddedAtOnceAllLieInTheCartAndTheRemarkStays() throws Exception {
        room.carts.add(cart, dress, "k1", 1, "the darker blue");
        Callable<CartChange> click = () -> room.carts.add(cart, dress, "k1", 2, "");
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(List.of(click, click, click, click))) {
                assertThat(done.get()).isInstanceOf(CartChange.Changed.class);
            }
        }
        assertThat(room.carts.of(cart).lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(9);
            assertThat(line.remark()).isEqualTo("the darker blue");
        });
        assertThat(room.carts.add(cart, dress, "k1", 42, "")).isEqualTo(new CartChange.TooMany(50));
        room.carts.set(cart, dress, "k1", 3, "");
        assertThat(room.carts.of(cart).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.remark()).isEmpty());
    }

    @Test
    void strangersCartsAreSweptAwayWhenTheirBrowsersHaveForgottenThem() {
        var own = room.carts.of(new AccountId(UUID.randomUUID()));
        room.carts.add(own, dress, "k1", 1, "");
        room.carts.add(cart, dress, "k1", 1, "");
        room.pay.forward(Duration.ofDays(100));
        var younger = room.carts.fresh();
        room.carts.add(younger, dress, "k1", 1, "");
        room.pay.forward(Duration.ofDays(81));
        room.carts.sweep();
        assertThat(room.carts.of(cart).isEmpty()).isTrue();
        assertThat(room.carts.of(own).isEmpty()).isFalse();
        assertThat(room.carts.of(younger).isEmpty()).isFalse();
        assertThat(DATABASE.jdbc()
                        .sql("SELECT count(*) FROM ordering.cart WHERE id = :id")
                        .param("id", cart.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void signingInJoinsTheAnonymousCartToTheAccountsOwn() {
        var account = new AccountId(UUID.randomUUID());
        var other = shelved("other", 1000, 50);
        var own = room.carts.of(account);
        room.carts.add(own, dress, "k1", 1, "");
        room.carts.add(cart, dress, "k1", 4, "red");
        room.carts.add(cart, other, "k1", 1, "");
        assertThat(room.carts.claim(cart, account)).isEqualTo(own);
        assertThat(room.carts.of(own).lines()).extracting(Cart.Line::quantity).containsExactlyInAnyOrder(4, 1);
        assertThat(room.carts.of(cart).isEmpty()).isTrue();
        var thief = new AccountId(UUID.randomUUID());
        assertThat(room.carts.of(room.carts.claim(own, thief)).isEmpty()).isTrue();
        assertThat(room.carts.of(own).lines()).hasSize(2);
    }

    @Test
    void anUnpaidOrderLapsesAndLateMoneyGoesBack() {
        var order = room.place(List.of(wanted(1)));
        assertThat(room.orders.payPage(order.id())).isInstanceOf(PayPage.Ready.class);
        room.lapsing.tend();
        assertThat(room.now(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
        room.pay.forward(Duration.ofHours(25));
        room.lapsing.tend();
        assertThat(room.now(order).state()).isEqualTo(new OrderState.Cancelled(OrderState.Why.UNPAID));
        room.payNow(order.id());
        assertThat(balance(order)).isEqualTo(Money.of(0, "EUR"));
        assertThat(room.orders.payPage(order.id())).isInstanceOf(PayPage.NothingDue.class);
    }

    @Test
    void oneOrderThatBreaksStopsNoOtherFromLapsing() {
        var broken = room.place(List.of(wanted(1)));
        room.pay.forward(Duration.ofSeconds(1));
        var other = room.place(List.of(wanted(1)));
        room.pay.forward(Duration.ofHours(25));
        DATABASE.jdbc()
                .sql("UPDATE ordering.orders SET story = '{\"state\": 7}' WHERE id = :id")
                .param("id", broken.id().value())
                .update();
        room.lapsing.tend();
        DATABASE.jdbc()
                .sql("DELETE FROM ordering.orders WHERE id = :id")
                .param("id", broken.id().value())
                .update();
        assertThat(room.now(other).state()).isEqualTo(new OrderState.Cancelled(OrderState.Why.UNPAID));
    }

    @Test
    void anOrderIsPaidAtItsTotalLongAfterItsQuoteExpired() {
        var order = room.place(List.of(wanted(1)));
        room.pay.forward(Duration.ofHours(23));
        assertThat(order.quote().expiresAt()).isBefore(room.pay.clock().instant());
        assertThat(room.orders.payPage(order.id())).isInstanceOf(PayPage.Ready.class);
        room.payNow(order.id());
        assertThat(room.now(order).state()).isInstanceOf(OrderState.Paid.class);
        assertThat(room.now(order).funds().taken()).isEqualTo(order.total());
    }

    @Test
    void whoHasWaitedLongestIsFirstAlsoWhenMoreWaitThanAreShown() {
        var first = room.place(List.of(wanted(1)));
        room.pay.forward(Duration.ofSeconds(1));
        var second = room.place(List.of(wanted(1)));
        DATABASE.jdbc()
                .sql("UPDATE ordering.orders SET state = 'waiting-test' WHERE id IN (:first, :second)")
                .param("first", first.id().value())
                .param("second", second.id().value())
                .update();
        assertThat(room.orders.waiting("waiting-test", 1)).extracting(Order::id).containsExactly(first.id());
        assertThat(room.orders.waiting("waiting-test", 9))
                .extracting(Order::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void cancellingGivesTheMoneyBackToTheGateway() {
        var order = room.paid(List.of(wanted(1)));
        assertThat(room.orders.cancel(order.id(), Orders.By.SHOPPER)).isEqualTo(new Moved.Done());
        room.pay.afterwards();
        room.hear();
        assertThat(room.pay.returned(order.id().value())).isEqualTo(order.total());
        assertThat(balance(order)).isEqualTo(Money.of(0, "EUR"));
        assertThat(room.orders.timeline(order.id()))
                .extracting(TimelineEvent::kind)
                .containsSubsequence(TimelineEvent.Kind.REFUND_PROMISED, TimelineEvent.Kind.REFUND_SETTLED);
    }

    @Test
    void aRefundThatDidNotArriveCanBeGivenBackAgain() {
        var order = room.paid(List.of(wanted(1)));
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        room.pay.afterwards();
        room.hear();
        room.pay.refundsBounce(order.id().value());
        room.hear();
        assertThat(room.now(order).funds().left()).isEqualTo(order.total());
        assertThat(balance(order)).isEqualTo(order.total().negated());
        assertThat(room.orders.timeline(order.id()).stream()
                        .filter(event -> event.kind() == TimelineEvent.Kind.REFUND_FAILED))
                .singleElement()
                .satisfies(event -> assertThat(event.amount()).contains(order.total()));
        assertThat(room.orders.giveBack(order.id(), order.total(), "another-card", "bounced", Refunding.To.SOURCE))
                .isEqualTo(new Moved.Done());
        room.pay.afterwards();
        room.hear();
        assertThat(balance(order)).isEqualTo(Money.of(0, "EUR"));
        assertThat(room.now(order).funds().left()).isEqualTo(Money.of(0, "EUR"));
    }

    /** Payments give back by themselves what is taken after an order's end, and tell orders only when that fails. */
    @Test
    void lateMoneyWhoseRefundDidNotArriveIsThereOnce() {
        var order = room.place(List.of(wanted(1)));
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        var late = new Funds.Receipt(UUID.randomUUID(), Order.PURPOSE, order.total());
        assertThat(room.orders.bounced(order.id(), "refund-failed:1", late, order.total()))
                .isEqualTo(new Moved.Done());
        assertThat(room.orders.bounced(order.id(), "refund-failed:1", late, order.total()))
                .isEqualTo(new Moved.Already());
        var funds = room.now(order).funds();
        assertThat(funds.taken()).isEqualTo(order.total());
        assertThat(funds.givenBack()).isEqualTo(Money.of(0, "EUR"));
        assertThat(funds.left()).isEqualTo(order.total());
        assertThat(funds.bounced()).isEqualTo(order.total());
    }

    @Test
    void aBouncedRefundIsNeverEarnedAndGivenBackWithoutExpense() {
        var order = room.paid(List.of(wanted(1), wanted(2)));
        var share = order.lines().getLast().share();
        room.orders.soldOut(order.id(), order.lines().getLast().id());
        room.pay.afterwards();
        room.hear();
        room.pay.refundsBounce(order.id().value());
        room.hear();
        deliver(order, order.lines().getFirst().id());
        assertThat(balance(order)).as("still the shopper's").isEqualTo(share.negated());
        var cent = Money.of(1, "EUR");
        assertThat(room.orders.giveBack(order.id(), share.plus(cent), "again", "bounced", Refunding.To.SOURCE))
                .isEqualTo(new Moved.Done());
        room.pay.afterwards();
        room.hear();
        assertThat(balance(order)).isEqualTo(Money.of(0, "EUR"));
        assertThat(goodwill(order)).as("beyond what bounced").containsExactly(cent);
    }

    private List<Money> goodwill(Order order) {
        return room.pay.ledger().entriesOf(order.id().toString()).stream()
                .flatMap(view -> view.entry().postings().stream())
                .filter(posting -> posting.account().equals(AccountRef.expense("goodwill")))
                .map(Posting::amount)
                .toList();
    }

    private void deliver(Order order, OrderLineId line) {
        room.orders.startBuying(order.id(), Set.of(line));
        room.orders.bought(order.id(), line);
        room.orders.sellerShipped(order.id(), line, "圆通速递", "YT1");
        room.orders.received(order.id(), line);
        room.orders.accepted(order.id(), line);
        room.orders.packed(order.id());
        room.orders.handedOver(order.id(), "SX1");
        assertThat(room.orders.delivered(order.id(), room.pay.clock().instant()))
                .isEqualTo(new Moved.Done());
    }

    @Test
    void goesFromPaidToDeliveredAndEarnsWhatWasKept() {
        var order = room.paid(List.of(wanted(1), wanted(2)));
        var one = order.lines().getFirst().id();
        var two = order.lines().getLast().id();
        room.orders.soldOut(order.id(), two);
        room.orders.startBuying(order.id(), Set.of(one));
        room.orders.bought(order.id(), one);
        room.orders.sellerShipped(order.id(), one, "圆通速递", "YT1");
        room.orders.received(order.id(), one);
        room.orders.accepted(order.id(), one);
        room.orders.packed(order.id());
        room.orders.handedOver(order.id(), "SX1");
        var at = room.pay.clock().instant();
        assertThat(room.orders.delivered(order.id(), at)).isEqualTo(new Moved.Done());
        assertThat(room.orders.delivered(order.id(), at)).isEqualTo(new Moved.Already());
        room.pay.afterwards();
        assertThat(balance(order)).isEqualTo(Money.of(0, "EUR"));
        assertThat(room.pay.ledger().imbalance()).isEmpty();
        assertThat(room.now(order).state()).isEqualTo(new OrderState.Delivered(at));
        givesBackAtOurExpense(room.now(order));
    }

    /** What is given back after delivery was earned before: it becomes our expense, and nothing stays on the shopper's account. */
    private void givesBackAtOurExpense(Order order) {
        var amount = Money.of(500, "EUR");
        var all = order.funds().left().plus(amount);
        assertThat(room.orders.giveBack(order.id(), all, "a", "late", Refunding.To.SOURCE))
                .isEqualTo(new Moved.Forbidden(order.state()));
        assertThat(room.orders.giveBack(order.id(), amount, "b", "late", Refunding.To.SOURCE))
                .isEqualTo(new Moved.Done());
        assertThat(room.orders.giveBack(order.id(), amount, "b", "late", Refunding.To.SOURCE))
                .isEqualTo(new Moved.Already());
        room.pay.afterwards();
        room.hear();
        assertThat(room.now(order).funds().givenBack())
                .isEqualTo(order.funds().givenBack().plus(amount));
        assertThat(balance(order)).isEqualTo(Money.of(0, "EUR"));
        assertThat(goodwill(order)).containsExactly(amount);
        assertThat(room.pay.ledger().balances())
                .noneMatch(one -> one.account().subject().equals(order.id().toString()));
    }

    @Test
    void acceptingANewPricePaysTheDifference() {
        var order = room.paid(List.of(wanted(1)));
        var line = order.lines().getFirst();
        room.orders.priceMoved(
                order.id(), line.id(), line.unitPrice(), line.unitPrice().times(2));
        assertThat(room.orders.payPage(order.id())).isInstanceOf(PayPage.Ready.class);
        room.payNow(order.id());
        var now = room.now(order);
        assertThat(now.line(line.id()).orElseThrow().unitPrice())
                .isEqualTo(line.unitPrice().times(2));
        assertThat(now.state()).isInstanceOf(OrderState.Paid.class);
        assertThat(now.funds().left()).isEqualTo(now.lines().getFirst().share());
    }

    @Test
    void twoEventsAtOnceLoseNothing() throws Exception {
        var order = room.paid(List.of(wanted(1), wanted(2), wanted(3), wanted(4)));
        Callable<List<Moved>> buyAll = () -> order.lines().stream()
                .map(line -> {
                    room.orders.startBuying(order.id(), Set.of(line.id()));
                    return room.orders.bought(order.id(), line.id());
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(List.of(buyAll, buyAll, buyAll, buyAll))) {
                done.get();
            }
        }
        assertThat(room.now(order).state()).isInstanceOf(OrderState.Bought.class);
        assertThat(room.orders.timeline(order.id()).stream().filter(event -> event.kind() == TimelineEvent.Kind.BOUGHT))
                .hasSize(4);
    }

    private static Wanted wanted(int item) {
        return new Wanted(MarketplaceId.ALI1688, 1, item, 2, 5_000);
    }

    private Money balance(Order order) {
        return room.pay.ledger().balance(AccountRef.shopperFunds(order.id().value()), OrderRoom.EUR);
    }

    private ItemRef shelved(String itemId, long fen, int stock) {
        var offer = Offers.dress(itemId).costing(fen).stocked(stock);
        room.shelf.put(itemId, () -> offer.seen(room.pay.clock().instant()));
        return offer.item();
    }

    private Money seen() {
        var ready = (Prepared.Ready) room.checkout.prepare(cart, Checkout.destination(OrderRoom.BERLIN), OrderRoom.EUR);
        return ready.quotes().stream()
                .filter(quote -> quote.line().equals(new LineId("express")))
                .findFirst()
                .orElseThrow()
                .total();
    }
}
