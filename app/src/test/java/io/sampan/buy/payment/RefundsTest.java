package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payment.FakeGateway.Mishap;
import io.sampan.buy.payment.RefundView.State;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.Returned;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final FakeGateway gateway = new FakeGateway();
    private final PaymentRoom room = new PaymentRoom(DATABASE, gateway);
    private UUID order = UUID.randomUUID();
    private PaymentId payment = new PaymentId(order);

    @BeforeEach
    void paid() {
        payment = room.page(order, 1_000);
        gateway.authorise(payment);
        room.payments.look(order);
        room.events.clear();
    }

    @AfterEach
    void theBookBalances() {
        assertThat(room.ledger.imbalance()).isEmpty();
    }

    @Test
    void givesBackInPartsUpToWhatWasTaken() {
        assertThat(ask(400, "a")).isInstanceOf(Refunding.Accepted.class);
        assertThat(ask(500, "b")).isInstanceOf(Refunding.Accepted.class);
        assertThat(ask(101, "c")).isEqualTo(new Refunding.TooMuch(Money.of(100, "EUR")));
        room.afterwards();
        assertThat(room.view(order).refunds()).extracting(RefundView::state).containsExactly(State.DONE, State.DONE);
        assertThat(room.view(order).refundable()).isEqualTo(Money.of(100, "EUR"));
        assertThat(room.ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(Money.of(-100, "EUR"));
        assertThat(room.events).hasOnlyElementsOfType(RefundSettled.class).hasSize(2);
    }

    @Test
    void theSameKeyIsTheSameRefund() {
        var first = ask(400, "a");
        room.afterwards();
        var again = ask(400, "a");
        room.afterwards();
        assertThat(first).isInstanceOf(Refunding.Accepted.class);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Refunding.Accepted.class,
                        a -> assertThat(a.parts())
                                .singleElement()
                                .satisfies(part -> assertThat(part.state()).isEqualTo(State.DONE)));
        assertThat(ask(401, "a")).isEqualTo(new Refunding.Conflicting(Money.of(400, "EUR")));
        assertThat(gateway.refunds).hasSize(1);
    }

    @Test
    void refusesNothingLessThanNothingAndAnotherCurrency() {
        assertThat(ask(0, "a")).isInstanceOf(Refunding.TooMuch.class);
        assertThat(ask(-5, "b")).isInstanceOf(Refunding.TooMuch.class);
        assertThat(room.payments.refund(order, Money.fen(5), "c", "test"))
                .isEqualTo(new Refunding.TooMuch(Money.fen(0)));
        assertThat(room.payments.refund(UUID.randomUUID(), Money.fen(5), "d", "test"))
                .isEqualTo(new Refunding.TooMuch(Money.fen(0)));
    }

    @Test
    void sixteenAtOnceNeverGiveBackMoreThanWasTaken() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asks = new ArrayList<Callable<Refunding>>();
            for (int i = 0; i < 16; i++) {
                var key = "race-" + i;
                asks.add(() -> ask(90 + ThreadLocalRandom.current().nextInt(40), key));
            }
            for (var done : threads.invokeAll(asks)) {
                done.get();
            }
        }
        room.afterwards();
        assertThat(room.view(order).refundable().isNegative()).isFalse();
        assertThat(room.view(order).refunds()).hasSizeBetween(7, 11).allMatch(r -> r.state() == State.DONE);
        assertThat(room.ledger.balance(AccountRef.shopperFunds(order), EUR).minor())
                .isBetween(-129L, 0L);
    }

    @Test
    void sixteenAtOnceWithOneKeyAreOneRefund() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asks = new ArrayList<Callable<Refunding>>();
            for (int i = 0; i < 16; i++) {
                asks.add(() -> ask(300, "one"));
            }
            for (var done : threads.invokeAll(asks)) {
                assertThat(done.get()).isInstanceOf(Refunding.Accepted.class);
            }
        }
        room.afterwards();
        assertThat(room.view(order).refunds()).hasSize(1);
        assertThat(room.view(order).refundable()).isEqualTo(Money.of(700, "EUR"));
    }

    @Test
    void anAnswerLostAfterTheRefundLeadsToOneRefund() {
        ask(400, "a");
        gateway.mishaps.add(Mishap.LOST_AFTER);
        room.afterwards();
        assertThat(room.view(order).refunds().getFirst().state()).isEqualTo(State.ASKED);
        room.clock.forward(Duration.ofMinutes(1));
        room.caretaker.tend();
        assertThat(room.view(order).refunds().getFirst().state()).isEqualTo(State.DONE);
        assertThat(gateway.held("cs_" + payment.value()).returned).isEqualTo(Money.of(400, "EUR"));
    }

    @Test
    void aPromiseSurvivesThatTheAppIsKilledBeforeItIsKept() {
        ask(400, "a");
        room.afterwards.clear();
        room.caretaker.tend();
        assertThat(room.view(order).refunds().getFirst().state()).isEqualTo(State.DONE);
    }

    @Test
    void aPendingRefundIsSettledByAWebhook() {
        gateway.refundAnswer = new Returned.Pending("");
        ask(400, "a");
        room.afterwards();
        var refund = room.view(order).refunds().getFirst();
        assertThat(refund.state()).isEqualTo(State.PENDING);
        assertThat(room.view(order).refundable()).isEqualTo(Money.of(600, "EUR"));
        gateway.refundNow(refund.id(), new Returned.Done(""));
        room.listener.on(news(refund, "evt_1"));
        room.listener.on(news(refund, "evt_1"));
        room.afterwards();
        assertThat(room.events).containsExactly(new RefundSettled(refund.id(), order));
        assertThat(room.ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(Money.of(-600, "EUR"));
    }

    @Test
    void aRefundThatFailsAfterItWasDoneIsBookedBackAndShown() {
        ask(400, "a");
        room.afterwards();
        var refund = room.view(order).refunds().getFirst();
        gateway.refundNow(refund.id(), new Returned.Failed("", "lost_or_stolen_card"));
        room.listener.on(news(refund, "evt_9"));
        room.afterwards();
        var failed = room.view(order).refunds().getFirst();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.why()).isEqualTo("lost_or_stolen_card");
        assertThat(room.events).endsWith(new RefundFailed(refund.id(), order));
        assertThat(room.ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(Money.of(-1_000, "EUR"));
        assertThat(room.payments.unsettled(5))
                .singleElement()
                .satisfies(p -> assertThat(p.attention()).isEqualTo(Attention.of(Attention.Why.REFUND_FAILED)));
        assertThat(ask(1_000, "b")).isInstanceOf(Refunding.Accepted.class);
    }

    @Test
    void aRefundThatFailsLateIsFoundByLookingAgainWhenNoNewsOfItEverComes() {
        ask(400, "a");
        room.afterwards();
        room.clock.forward(Duration.ofHours(25));
        room.caretaker.tend();
        var refund = room.view(order).refunds().getFirst();
        assertThat(refund.state()).isEqualTo(State.DONE);
        gateway.refundNow(refund.id(), new Returned.Failed("", "lost_or_stolen_card"));
        room.caretaker.tend();
        assertThat(room.view(order).refunds().getFirst().state())
                .as("not before the next look is due")
                .isEqualTo(State.DONE);
        room.clock.forward(Duration.ofDays(8));
        room.caretaker.tend();
        assertThat(room.view(order).refunds().getFirst().state()).isEqualTo(State.FAILED);
        assertThat(room.events).endsWith(new RefundFailed(refund.id(), order));
    }

    @Test
    void looksAgainAtADoneRefundOnlyWhileItCanStillFail() {
        ask(400, "a");
        room.afterwards();
        for (int day = 1; day <= 40; day++) {
            room.clock.forward(Duration.ofDays(1));
            room.caretaker.tend();
        }
        assertThat(DATABASE.jdbc()
                        .sql("SELECT count(*) FROM payment.refund WHERE look_at IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRefusedRefundFailsAndFreesItsAmount() {
        gateway.held("cs_" + payment.value()).returned = Money.of(1_000, "EUR");
        ask(400, "a");
        room.afterwards();
        assertThat(room.view(order).refunds().getFirst().why()).isEqualTo("too_much");
        assertThat(room.events).singleElement().isInstanceOf(RefundFailed.class);
        assertThat(room.view(order).refundable()).isEqualTo(Money.of(1_000, "EUR"));
    }

    @Test
    void goesBackToEachPaymentThatItCameFrom() {
        var page = URI.create("https://shop.example/");
        var topUp = new Payable(order, "top-up-1", Money.of(200, "EUR"), "Sampan", page, page, Locale.ENGLISH);
        room.clock.forward(Duration.ofSeconds(1));
        room.payments.open(topUp);
        var second = room.payments.of(order).getLast().id();
        gateway.authorise(second);
        room.payments.look(order);
        assertThat(ask(1_201, "all")).isEqualTo(new Refunding.TooMuch(Money.of(1_200, "EUR")));
        ask(1_150, "all");
        room.afterwards();
        assertThat(gateway.held("cs_" + second.value()).returned).isEqualTo(Money.of(200, "EUR"));
        assertThat(gateway.held("cs_" + payment.value()).returned).isEqualTo(Money.of(950, "EUR"));
    }

    private Refunding ask(long cents, String key) {
        return room.payments.refund(order, Money.of(cents, "EUR"), key, "test");
    }

    private GatewayNews news(RefundView refund, String event) {
        return new GatewayNews(
                "stripe",
                GatewayNews.Subject.REFUND,
                "re_" + refund.id().value(),
                refund.id().value().toString(),
                event,
                room.clock.instant());
    }
}
