package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.buy.payment.FakeGateway.Killed;
import io.sampan.buy.payment.FakeGateway.Mishap;
import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Capturing;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.buy.payment.PaymentState.Requested;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PaymentsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money PRICE = Money.of(1_850, "EUR");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final FakeGateway gateway = new FakeGateway();
    private final PaymentRoom room = new PaymentRoom(DATABASE, gateway);
    private UUID order = UUID.randomUUID();

    @AfterEach
    void theBookBalances() {
        assertThat(room.ledger.imbalance()).isEmpty();
    }

    @RepeatedTest(20)
    void aDoubleClickGivesTheSamePage() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = Collections.nCopies(
                    6, (Callable<Opening>) () -> room.payments.open(PaymentRoom.order(order, 1_850)));
            var pages = new ArrayList<Opening>();
            for (var click : threads.invokeAll(clicks)) {
                pages.add(click.get());
            }
            assertThat(pages)
                    .hasSize(6)
                    .allMatch(pages.getFirst()::equals)
                    .first()
                    .isInstanceOf(Opening.Page.class);
        }
        assertThat(gateway.payments).hasSize(1);
        assertThat(gateway.calls).filteredOn("open"::equals).hasSize(1);
    }

    @Test
    void takesTheMoneyOnceAndWritesItDown() {
        var id = room.page(order, 1_850);
        gateway.authorise(id);
        var before = balance(AccountRef.gateway("stripe"));
        var view = room.payments.look(order).getFirst();
        assertThat(view.state()).isEqualTo(new Captured(PRICE, Money.of(30, "EUR"), room.clock.instant()));
        assertThat(gateway.captures(id)).isOne();
        assertThat(room.events).containsExactly(new PaymentCaptured(id, order, "order"));
        assertThat(balance(AccountRef.shopperFunds(order))).isEqualTo(PRICE.negated());
        assertThat(balance(AccountRef.gateway("stripe"))).isEqualTo(before.plus(Money.of(1_820, "EUR")));
        assertThat(room.payments.open(PaymentRoom.order(order, 1_850))).isEqualTo(new Opening.AlreadyPaid(id));
    }

    @Test
    void whoPaidIsNotSentToThePageAgainWhileTheGatewayIsSilentOrStillChecking() {
        var id = room.page(order, 1_850);
        for (var unclear : List.of(new Standing.Unclear("silent"), new Standing.Pending())) {
            gateway.held("cs_" + id.value()).standing = unclear;
            assertThat(room.payments.look(order).getFirst().state().isUnderWay())
                    .isTrue();
            assertThat(room.payments.open(PaymentRoom.order(order, 1_850))).isEqualTo(new Opening.BeingTaken(id));
        }
        gateway.held("cs_" + id.value()).standing = new Standing.Open("insufficient_funds");
        assertThat(room.payments.look(order).getFirst().state().isUnderWay()).isFalse();
        assertThat(room.payments.open(PaymentRoom.order(order, 1_850))).isInstanceOf(Opening.Page.class);
    }

    @Test
    void aWebhookTwiceAndBeforeTheReturnIsHarmless() {
        var id = room.page(order, 1_850);
        gateway.authorise(id);
        room.listener.on(news("evt_1", null, "cs_" + id.value()));
        room.listener.on(news("evt_1", null, "cs_" + id.value()));
        room.listener.on(news("evt_2", id.value().toString(), "pi_unknown"));
        room.afterwards();
        room.payments.look(order);
        assertThat(gateway.captures(id)).isOne();
        assertThat(room.events).hasSize(1);
        assertThat(room.ledger.entriesOf(order.toString())).hasSize(2);
    }

    @Test
    void newsOfWhatIsNotOursIsIgnored() {
        room.listener.on(news("evt_1", "not an id", "cs_x"));
        room.listener.on(news("evt_1", UUID.randomUUID().toString(), "cs_x"));
        room.listener.on(
                new GatewayNews("stripe", GatewayNews.Subject.REFUND, "re_x", null, "evt_3", room.clock.instant()));
        assertThat(room.afterwards).isEmpty();
    }

    @Test
    void keepsThePageOpenAfterADecline() {
        var id = room.page(order, 1_850);
        gateway.stands(id, new Standing.Open("insufficient_funds"));
        var view = room.payments.look(order).getFirst();
        assertThat(view.state())
                .isInstanceOfSatisfying(
                        Open.class, open -> assertThat(open.lastDecline()).isEqualTo("insufficient_funds"));
        gateway.authorise(id);
        assertThat(room.payments.look(order).getFirst().state()).isInstanceOf(Captured.class);
    }

    @Test
    void anAnswerLostAfterTheCaptureLeadsToOneCapture() {
        var id = room.page(order, 1_850);
        gateway.authorise(id);
        gateway.mishaps.add(Mishap.NONE); // look
        gateway.mishaps.add(Mishap.LOST_AFTER); // capture
        assertThat(room.payments.look(order).getFirst().state()).isInstanceOf(Capturing.class);
        room.clock.forward(Duration.ofSeconds(30));
        room.caretaker.tend();
        assertThat(room.view(order).state()).isInstanceOf(Captured.class);
        assertThat(gateway.captures(id)).isOne();
        assertThat(room.events).hasSize(1);
    }

    @Test
    void aCaptureThatNeverArrivedIsAskedAgainAfterALook() {
        var id = room.page(order, 1_850);
        gateway.authorise(id);
        gateway.mishaps.add(Mishap.NONE);
        gateway.mishaps.add(Mishap.LOST_BEFORE);
        room.payments.look(order);
        room.clock.forward(Duration.ofSeconds(30));
        room.caretaker.tend();
        assertThat(room.view(order).state()).isInstanceOf(Captured.class);
        assertThat(gateway.captures(id)).isOne();
    }

    @Test
    void killedAtAnyCallItEndsWithOneCaptureAndOneEvent() {
        for (int callToDieIn = 0; callToDieIn < 3; callToDieIn++) {
            for (var death : new Mishap[] {Mishap.KILLED_BEFORE, Mishap.KILLED_AFTER}) {
                gateway.mishaps.clear();
                room.events.clear();
                order = UUID.randomUUID();
                for (int i = 0; i < callToDieIn; i++) {
                    gateway.mishaps.add(Mishap.NONE);
                }
                gateway.mishaps.add(death);
                runUntilKilled();
                afterRestart();
                assertThat(room.view(order).state())
                        .as("killed in call %d, %s", callToDieIn, death)
                        .isInstanceOf(Captured.class);
                assertThat(gateway.captures(room.view(order).id())).isOne();
                assertThat(room.events).hasSize(1);
                assertThat(balance(AccountRef.shopperFunds(order))).isEqualTo(PRICE.negated());
            }
        }
    }

    @Test
    void anExpiredPageClosesThePaymentAndANewOneCanBeOpened() {
        var id = room.page(order, 1_850);
        gateway.stands(id, new Standing.Closed("expired"));
        room.clock.forward(Duration.ofHours(25));
        gateway.expires = room.clock.instant().plus(Duration.ofDays(1));
        room.caretaker.tend();
        assertThat(room.view(order).state()).isEqualTo(new Closed("expired"));
        assertThat(room.events).containsExactly(new PaymentClosed(id, order, "order"));
        assertThat(room.page(order, 1_850)).isNotEqualTo(id);
    }

    @Test
    void looksAgainEverLessOftenUntilThePageEndsAndThenNoMore() {
        var id = room.page(order, 1_850);
        for (int minute = 0; minute < 24 * 60; minute++) {
            room.clock.forward(Duration.ofMinutes(1));
            room.caretaker.tend();
        }
        assertThat(gateway.calls).filteredOn("look"::equals).hasSizeBetween(45, 65);
        gateway.stands(id, new Standing.Closed("expired"));
        room.clock.forward(Duration.ofMinutes(2));
        room.caretaker.tend();
        assertThat(room.view(order).state()).isEqualTo(new Closed("expired"));
        int calls = gateway.calls.size();
        room.clock.forward(Duration.ofDays(30));
        room.caretaker.tend();
        assertThat(gateway.calls).hasSize(calls);
    }

    @Test
    void moneyAuthorisedForAClosedSubjectIsLetGo() {
        var id = room.page(order, 1_850);
        room.payments.close(order);
        gateway.authorise(id);
        room.afterwards();
        assertThat(room.view(order).state()).isInstanceOf(Closed.class);
        assertThat(gateway.captures(id)).isZero();
        assertThat(room.events).containsExactly(new PaymentClosed(id, order, "order"));
        assertThat(room.payments.open(PaymentRoom.order(order, 1_850))).isEqualTo(new Opening.Refused("withdrawn"));
    }

    @Test
    void moneyTakenForASubjectThatClosedMeanwhileIsGivenBack() {
        var id = room.page(order, 1_850);
        gateway.authorise(id);
        gateway.mishaps.add(Mishap.NONE);
        gateway.mishaps.add(Mishap.LOST_AFTER);
        room.payments.look(order);
        room.payments.close(order);
        room.clock.forward(Duration.ofMinutes(2));
        room.caretaker.tend();
        room.afterwards();
        assertThat(room.view(order).refunds()).singleElement().satisfies(r -> {
            assertThat(r.amount()).isEqualTo(PRICE);
            assertThat(r.state()).isEqualTo(RefundView.State.DONE);
        });
        assertThat(room.events).noneMatch(PaymentCaptured.class::isInstance);
        assertThat(balance(AccountRef.shopperFunds(order))).isEqualTo(Money.zero(EUR));
        assertThat(gateway.captures(id)).isOne();
    }

    @Test
    void closingASubjectLeavesWhatWasPaidBefore() {
        var id = room.page(order, 1_850);
        gateway.authorise(id);
        room.payments.look(order);
        room.payments.close(order);
        room.afterwards();
        assertThat(room.view(order).state()).isInstanceOf(Captured.class);
        assertThat(room.view(order).refunds()).isEmpty();
    }

    @Test
    void aPaymentThatNobodySawAPageOfIsGivenUpAndOpenedAnew() {
        gateway.opening = new Opened.Unclear("silent");
        assertThat(room.payments.open(PaymentRoom.order(order, 1_850))).isInstanceOf(Opening.Unavailable.class);
        assertThat(room.view(order).state()).isInstanceOf(Requested.class);
        room.payments.open(PaymentRoom.order(order, 1_850));
        gateway.opening = null;
        assertThat(room.payments.open(PaymentRoom.order(order, 1_850))).isInstanceOf(Opening.Page.class);
        assertThat(room.payments.of(order)).hasSize(1);

        var other = UUID.randomUUID();
        gateway.opening = new Opened.Unclear("silent");
        for (int i = 0; i < 3; i++) {
            room.payments.open(PaymentRoom.order(other, 900));
        }
        gateway.opening = null;
        assertThat(room.payments.open(PaymentRoom.order(other, 900))).isInstanceOf(Opening.Page.class);
        assertThat(room.payments.of(other)).hasSize(2);
    }

    @Test
    void aRefusedOpeningIsToldAndNeitherRetriedNorKeptOpen() {
        gateway.opening = new Opened.Refused("amount_too_small");
        assertThat(room.payments.open(PaymentRoom.order(order, 1))).isEqualTo(new Opening.Refused("amount_too_small"));
        assertThat(room.view(order).state()).isEqualTo(new Closed("amount_too_small"));
    }

    @Test
    void anotherAmountForTheSamePurposeMakesAnotherPage() {
        var first = room.page(order, 1_850);
        var second = room.page(order, 1_750);
        room.afterwards();
        assertThat(second).isNotEqualTo(first);
        assertThat(room.payments.of(order))
                .filteredOn(payment -> payment.state() instanceof PaymentState.Open)
                .singleElement()
                .satisfies(open -> assertThat(open.amount()).isEqualTo(Money.of(1_750, "EUR")));
    }

    @Test
    void anotherAmountForWhatIsPaidIsRefused() {
        gateway.authorise(room.page(order, 1_850));
        room.payments.look(order);
        assertThat(room.payments.open(PaymentRoom.order(order, 1_851))).isEqualTo(new Opening.Refused("other-amount"));
    }

    @Test
    void whatIsNotAsExpectedWaitsForAnOperator() {
        var id = room.page(order, 1_850);
        gateway.stands(id, new Standing.Authorised(Money.of(1, "EUR")));
        room.payments.look(order);
        assertThat(room.payments.unsettled(10))
                .singleElement()
                .satisfies(p -> assertThat(p.attention()).isEqualTo(Attention.of(Attention.Why.AUTHORISED_TOO_LITTLE)));
        room.payments.attended(id);
        assertThat(room.payments.unsettled(10)).isEmpty();
        gateway.stands(id, new Standing.Captured(Money.of(1, "EUR"), Money.of(0, "EUR")));
        room.payments.look(order);
        assertThat(room.payments.unsettled(10))
                .singleElement()
                .satisfies(p -> assertThat(p.attention()).isEqualTo(Attention.of(Attention.Why.CAPTURED_TOO_LITTLE)));
        assertThat(room.events).noneMatch(PaymentCaptured.class::isInstance);
        assertThat(balance(AccountRef.shopperFunds(order))).isEqualTo(Money.of(-1, "EUR"));
    }

    @Test
    void whatTheDeskAsksAllTheTimeIsReadFromIndexes() {
        var plan = DATABASE.transactions().run(() -> {
            DATABASE.jdbc().sql("SET LOCAL enable_seqscan = off").update();
            return DATABASE.jdbc()
                    .sql("EXPLAIN " + PaymentTable.UNSETTLED)
                    .param("since", PaymentTable.utc(room.clock.instant()))
                    .param("limit", 100)
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan))
                .contains("payment_attention", "payment_slow", "refund_slow")
                .doesNotContain("Seq Scan");
    }

    @Test
    void neverCallsTheGatewayWithinATransaction() {
        assertThatThrownBy(() ->
                        room.database.transactions().run(() -> room.payments.open(PaymentRoom.order(order, 1_850))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> room.database.transactions().run(() -> room.payments.look(order)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onePaymentThatCannotBeLookedAfterDoesNotKeepTheOthers() {
        var bad = room.page(order, 1_850);
        var other = UUID.randomUUID();
        var good = room.page(other, 900);
        gateway.payments.remove("cs_" + bad.value());
        gateway.authorise(good);
        room.clock.forward(Duration.ofHours(1));
        room.caretaker.tend();
        assertThat(room.payments.of(other).getFirst().state()).isInstanceOf(Captured.class);
    }

    private void runUntilKilled() {
        try {
            var opening = room.payments.open(PaymentRoom.order(order, 1_850));
            assertThat(opening).isInstanceOf(Opening.Page.class);
            gateway.authorise(room.view(order).id());
            room.payments.look(order);
            throw new IllegalStateException("Was not killed");
        } catch (Killed dead) {
            room.afterwards.clear();
        }
    }

    /** The shopper comes back and pays, if they had not; the caretaker does the rest. */
    private void afterRestart() {
        room.clock.forward(Duration.ofMinutes(2));
        gateway.expires = room.clock.instant().plus(Duration.ofDays(1));
        if (room.payments.open(PaymentRoom.order(order, 1_850)) instanceof Opening.Page page) {
            gateway.authorise(page.payment());
        }
        room.clock.forward(Duration.ofMinutes(31));
        room.caretaker.tend();
    }

    private Money balance(AccountRef account) {
        return room.ledger.balance(account, EUR);
    }

    private GatewayNews news(String event, @org.jspecify.annotations.Nullable String key, String reference) {
        return new GatewayNews("stripe", GatewayNews.Subject.PAYMENT, reference, key, event, room.clock.instant());
    }
}
