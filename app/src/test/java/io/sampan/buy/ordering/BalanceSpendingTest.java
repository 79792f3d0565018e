package io.sampan.buy.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.payment.Refunding;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.people.identity.AccountId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are paid from what their shopper has with us, alone or together with a gateway. */
class BalanceSpendingTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Money NOTHING = Money.of(0, "EUR");

    private OrderRoom room;

    @BeforeEach
    void room() {
        room = new OrderRoom(DATABASE);
    }

    @Test
    void aBalanceThatIsEnoughPaysAtOnceAndIsSpentOnce() {
        var order = room.place(List.of(wanted()));
        fill(order, order.total().plus(Money.of(250, "EUR")));
        for (int i = 0; i < 2; i++) {
            room.checkout.payFromBalance(order.id());
            room.hear();
        }
        assertThat(room.now(order).state()).isInstanceOf(OrderState.Paid.class);
        assertThat(room.now(order).funds().taken()).isEqualTo(order.total());
        assertThat(balance(order)).isEqualTo(Money.of(250, "EUR"));
        assertThat(held(order)).isEqualTo(order.total());
    }

    @Test
    void aSmallBalancePaysFirstAndTheGatewayTheRest() {
        var order = room.place(List.of(wanted()));
        var part = Money.of(700, "EUR");
        fill(order, part);
        room.checkout.payFromBalance(order.id());
        room.hear();
        assertThat(room.now(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
        assertThat(room.orders.due(room.now(order))).contains(order.total().minus(part));
        assertThat(room.orders.payPage(order.id())).isInstanceOf(PayPage.Ready.class);
        room.payNow(order.id());
        assertThat(room.now(order).state()).isInstanceOf(OrderState.Paid.class);
        assertThat(room.now(order).funds().receipts())
                .extracting(Funds.Receipt::amount)
                .containsExactly(part, order.total().minus(part));
        assertThat(held(order)).isEqualTo(order.total());

        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        settle();
        assertThat(balance(order)).as("back to where it came from").isEqualTo(part);
        assertThat(room.pay.returned(order.id().value()))
                .isEqualTo(order.total().minus(part));
        assertThat(held(order)).isEqualTo(NOTHING);
    }

    @Test
    void aPageForTheWholeSumIsReplacedByOneForTheRest() {
        var order = room.place(List.of(wanted()));
        var whole = room.orders.payPage(order.id());
        fill(order, Money.of(700, "EUR"));
        room.checkout.payFromBalance(order.id());
        room.hear();
        assertThat(room.orders.payPage(order.id()))
                .isInstanceOf(PayPage.Ready.class)
                .isNotEqualTo(whole);
    }

    /** The page for the whole sum was open in another window. */
    @Test
    void whoPaysTheWholeSumAllTheSameGetsTheRestBack() {
        var order = room.place(List.of(wanted()));
        room.orders.payPage(order.id());
        room.pay.forward(Duration.ofSeconds(1));
        fill(order, Money.of(700, "EUR"));
        room.checkout.payFromBalance(order.id());
        room.payNow(order.id());
        settle();
        assertThat(room.now(order).state()).isInstanceOf(OrderState.Paid.class);
        assertThat(room.now(order).funds().left()).isEqualTo(order.total());
        assertThat(held(order)).isEqualTo(order.total());
        assertThat(balance(order)).isEqualTo(Money.of(700, "EUR"));
    }

    @Test
    void aSpentBalancePaysNothing() {
        var order = room.place(List.of(wanted()));
        assertThat(room.checkout.payFromBalance(order.id())).isFalse();
        fill(order, Money.of(700, "EUR"));
        assertThat(room.checkout.payFromBalance(order.id())).isTrue();
        assertThat(room.checkout.payFromBalance(order.id())).isFalse();
    }

    @Test
    void anOrderThatIsNotPaidInFullGivesItsPartBack() {
        var order = room.place(List.of(wanted()));
        fill(order, Money.of(700, "EUR"));
        room.checkout.payFromBalance(order.id());
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        settle();
        assertThat(balance(order)).isEqualTo(Money.of(700, "EUR"));
        assertThat(held(order)).isEqualTo(NOTHING);
    }

    @Test
    void moneyThatCannotGoBackToItsSourceGoesToTheBalance() {
        var order = room.paid(List.of(wanted()));
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        settle();
        room.pay.refundsBounce(order.id().value());
        room.hear();
        assertThat(room.orders.giveBack(order.id(), order.total(), "here", "bounced", Refunding.To.BALANCE))
                .isEqualTo(new Moved.Done());
        settle();
        assertThat(balance(order)).isEqualTo(order.total());
        assertThat(held(order)).isEqualTo(NOTHING);
        assertThat(room.orders.giveBack(order.id(), order.total(), "twice", "bounced", Refunding.To.BALANCE))
                .isInstanceOf(Moved.Forbidden.class);
    }

    /** Each click is a request of its own, and reads the order before any other has taken anything. */
    @Test
    void manyClicksTakeWhatCameBackOnce() throws Exception {
        var order = room.paid(List.of(wanted(), new Wanted(MarketplaceId.ALI1688, 1, 2, 1, 5_000)));
        room.orders.soldOut(order.id(), order.lines().getLast().id());
        settle();
        room.pay.refundsBounce(order.id().value());
        room.hear();
        var bounced = room.now(order).funds().bounced();
        assertThat(bounced).isEqualTo(order.lines().getLast().share());
        atOnce(() -> room.orders.takeBounced(order.id()).stands());
        settle();
        assertThat(balance(order)).isEqualTo(bounced);
        assertThat(held(order)).isEqualTo(order.total().minus(bounced));
        assertThat(room.now(order).funds().left()).isEqualTo(order.total().minus(bounced));
    }

    @Test
    void twoOrdersAtOnceNeverSpendMoreThanThereIs() throws Exception {
        room.shopper = new AccountId(UUID.randomUUID());
        var orders = List.of(room.place(List.of(wanted())), room.place(List.of(wanted())));
        var total = orders.getFirst().total();
        fill(orders.getFirst(), total);
        try (var windows = Executors.newFixedThreadPool(2)) {
            Callable<Object> one =
                    () -> room.checkout.payFromBalance(orders.getFirst().id());
            Callable<Object> other =
                    () -> room.checkout.payFromBalance(orders.getLast().id());
            for (var done : windows.invokeAll(List.of(one, other))) {
                done.get();
            }
        }
        room.hear();
        assertThat(orders.stream().map(order -> room.now(order).funds().taken()).reduce(Money::plus))
                .contains(total);
        assertThat(balance(orders.getFirst())).isEqualTo(NOTHING);
    }

    @Test
    void manyClicksPayAnOrderOnce() throws Exception {
        var one = room.place(List.of(wanted()));
        fill(one, one.total());
        atOnce(() -> room.checkout.payFromBalance(one.id()));
        room.hear();
        assertThat(room.now(one).state()).isInstanceOf(OrderState.Paid.class);
        assertThat(room.now(one).funds().taken()).isEqualTo(one.total());
        assertThat(balance(one)).isEqualTo(NOTHING);
    }

    private static void atOnce(Callable<Object> click) throws Exception {
        try (var windows = Executors.newFixedThreadPool(8)) {
            for (var done : windows.invokeAll(Collections.nCopies(8, click))) {
                done.get();
            }
        }
    }

    private void settle() {
        room.pay.afterwards();
        room.hear();
    }

    private void fill(Order order, Money amount) {
        var id = UUID.randomUUID();
        room.pay
                .ledger()
                .post(new Entry(
                        "fill:" + id,
                        Entry.Kind.BALANCE_ADDED,
                        id.toString(),
                        room.pay.clock().instant(),
                        List.of(
                                new Posting(AccountRef.expense("goodwill"), amount),
                                new Posting(
                                        AccountRef.shopperBalance(
                                                order.shopper().value()),
                                        amount.negated()))))
                .orThrow();
    }

    private Money balance(Order order) {
        return room.pay
                .balances()
                .available(order.shopper().value(), order.total().currency());
    }

    private Money held(Order order) {
        return room.pay
                .ledger()
                .balance(
                        AccountRef.shopperFunds(order.id().value()),
                        order.total().currency())
                .negated();
    }

    private static Wanted wanted() {
        return new Wanted(MarketplaceId.ALI1688, 1, 1, 2, 5_000);
    }
}
