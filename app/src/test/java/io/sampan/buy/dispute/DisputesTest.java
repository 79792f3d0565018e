package io.sampan.buy.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.PaymentsAtGateways;
import io.sampan.buy.payment.RefundView;
import io.sampan.buy.payment.Refunding;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.outside.gateway.Connected;
import io.sampan.outside.gateway.Dispute.Stage;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.HearingOfATest;
import io.sampan.outside.gateway.Rail;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Shoppers contest what they paid, at each gateway that knows disputes: the money is booked as it moves, and nobody gets it twice. */
@ParameterizedClass
@EnumSource(
        value = Rail.class,
        names = {"STRIPE_CARD", "PAYPAL"})
class DisputesTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TO_THE_END = Duration.ofDays(60);

    private final List<GatewayNews> heard = new CopyOnWriteArrayList<>();
    private final Simulators world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
    private final Clock clock = world.clock().withZone(ZoneOffset.UTC);
    private final TestDatabase database = TestDatabase.fresh();
    private final UUID order = UUID.randomUUID();
    private final Rail rail;
    private final Connected connected;
    private final PaymentsAtGateways room;
    private final Disputes disputes;
    private final DisputeWatch watch;

    DisputesTest(Rail rail) {
        this.rail = rail;
        connected = rail.connect(world, clock);
        var hearing = HearingOfATest.on(database, news -> heard.add((GatewayNews) news), clock);
        world.kernel().webhooks().set(rail.gateway, connected.hear(hearing).toString());
        room = new PaymentsAtGateways(database, List.of(connected.gateway()), clock);
        var gateways = new Gateways(List.of(connected.gateway()));
        var table = new DisputeTable(database.jdbc());
        disputes = new Disputes(
                table, gateways, room.payments(), new Chargebacks(room.ledger()), database.transactions(), clock);
        var settings = new DisputeSettings(
                Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(30), 20);
        watch = new DisputeWatch(table, disputes, gateways, settings, clock);
    }

    @AfterEach
    void close() {
        connected.close();
        world.close();
    }

    @Test
    void contestedMoneyIsBookedAsLostAndNotGivenBackToo() {
        var before = paid();
        contest(Map.of());
        hear();
        assertThat(disputes.open(10)).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo(order);
            assertThat(one.now().stage()).isEqualTo(Stage.NEEDS_ANSWER);
            assertThat(one.now().amount()).isEqualTo(rail.price());
            assertThat(one.now().withheld()).isEqualTo(rail.price());
            assertThat(one.now().answerBy()).isAfter(clock.instant().plus(Duration.ofDays(5)));
        });
        var fee = disputes.open(1).getFirst().now().fee();
        assertThat(atGateway()).isEqualTo(before.minus(rail.price()).minus(fee));
        assertThat(lost()).isEqualTo(rail.price());
        assertThat(payment().refundable()).isEqualTo(Money.zero(EURO));
        assertThat(room.ledger().imbalance()).isEmpty();
    }

    @Test
    void aRefundWaitsForTheDisputeAndIsTheBanksOnceItIsLost() {
        paid();
        contest(Map.of());
        hear();
        assertThat(refund(rail.price(), "cancelled")).isInstanceOf(Refunding.Accepted.class);
        tend(Duration.ofHours(1));
        assertThat(states()).containsExactly(RefundView.State.ASKED);
        var atGateway = atGateway();
        assertThat(disputes.concede(rail.gateway, reference()))
                .isInstanceOfSatisfying(
                        Disputes.Outcome.Taken.class,
                        taken -> assertThat(taken.dispute().now().stage()).isEqualTo(Stage.LOST));
        tend(Duration.ofHours(1));
        assertThat(states()).containsExactly(RefundView.State.DONE);
        assertThat(atGateway()).as("nothing more left us").isEqualTo(atGateway);
        assertThat(funds()).as("nothing is owed any more").isEqualTo(Money.zero(EURO));
        assertThat(lost()).as("it was never earned").isEqualTo(Money.zero(EURO));
        assertThat(refund(Money.of(1, "EUR"), "again")).isEqualTo(new Refunding.TooMuch(Money.zero(EURO)));
        assertThat(disputes.concede(rail.gateway, reference()))
                .as("a double click")
                .isInstanceOf(Disputes.Outcome.Taken.class);
        assertThat(atGateway()).isEqualTo(atGateway);
    }

    @Test
    void aRefundIsOursAgainOnceTheDisputeIsWon() {
        var before = paid();
        contest(Map.of());
        hear();
        assertThat(refund(rail.price(), "cancelled")).isInstanceOf(Refunding.Accepted.class);
        win();
        hear();
        assertThat(disputes.over(1).getFirst().now().stage()).isEqualTo(Stage.WON);
        assertThat(lost()).isEqualTo(Money.zero(EURO));
        tend(Duration.ofHours(1));
        assertThat(states()).allMatch(state -> state == RefundView.State.DONE || state == RefundView.State.PENDING);
        tend(Duration.ofHours(2));
        assertThat(states()).containsExactly(RefundView.State.DONE);
        assertThat(atGateway()).isEqualTo(before.minus(rail.price()));
        assertThat(funds()).isEqualTo(Money.zero(EURO));
        assertThat(room.ledger().imbalance()).isEmpty();
    }

    /** While we ask, somebody else hears more: what we were told may be old, and is asked again. */
    @Test
    void anAnswerFromBeforeOtherNewsIsNotWrittenDown() {
        paid();
        contest(Map.of());
        hear();
        var table = new DisputeTable(database.jdbc());
        var key = new DisputeTable.Key(rail.gateway, reference());
        var slow = connected.gateway().disputes().orElseThrow();
        var gateways = new Gateways(List.of(new SlowGateway(connected.gateway(), () -> {
            slow.concede(key.reference(), "by-another");
            disputes.look(key);
        })));
        new Disputes(table, gateways, room.payments(), new Chargebacks(room.ledger()), database.transactions(), clock)
                .look(key);
        assertThat(disputes.over(1)).as("the older answer did not win").hasSize(1);
        watch.tend();
        assertThat(disputes.over(1).getFirst().now().stage()).isEqualTo(Stage.LOST);
        assertThat(payment().contested().lost()).isEqualTo(rail.price());
    }

    /** The word comes first, the money a day later: until then it is still with the gateway, and nobody is told that it is lost. */
    @Test
    void aWonDisputeIsFollowedUntilItsMoneyIsBack() {
        assumeTrue(disputes.takesAnswers(rail.gateway), "its money comes with the word");
        paid();
        contest(Map.of());
        hear();
        disputes.answer(rail.gateway, reference(), "winning_evidence");
        refund(rail.price(), "cancelled");
        world.kernel().webhooks().set(rail.gateway, "");
        advanceUntilWon();
        assertThat(lost()).isEqualTo(rail.price());
        tend(Duration.ofHours(1));
        assertThat(states()).as("not ours yet, nor the bank's").containsExactly(RefundView.State.ASKED);
        world.clock().advance(Duration.ofDays(2));
        watch.tend();
        assertThat(lost()).isEqualTo(Money.zero(EURO));
        tend(Duration.ofHours(1));
        tend(Duration.ofHours(2));
        assertThat(states()).containsExactly(RefundView.State.DONE);
        assertThat(funds()).isEqualTo(Money.zero(EURO));
    }

    @Test
    void aQuestionMovesNoMoney() {
        var before = paid();
        contest(Map.of("inquiry", "true"));
        hear();
        assertThat(disputes.open(1).getFirst().now().stage()).isEqualTo(Stage.INQUIRY);
        assertThat(atGateway()).isEqualTo(before);
        assertThat(payment().refundable()).isEqualTo(rail.price());
    }

    /** The same event twice, the events in the wrong order, and a look in between: each move of money is booked once. */
    @Test
    void whateverIsHeardTwiceIsBookedOnce() {
        paid();
        contest(Map.of());
        hear();
        var once = atGateway();
        for (int i = 0; i < 3; i++) {
            heard.reversed().forEach(watch::on);
            watch.tend();
        }
        assertThat(atGateway()).isEqualTo(once);
    }

    @Test
    void whatNoWebhookToldIsFound() {
        paid();
        world.kernel().webhooks().set(rail.gateway, "");
        contest(Map.of());
        watch.seek();
        watch.tend();
        assertThat(disputes.open(10)).hasSize(1);
    }

    @Test
    void whoDoesNotAnswerLoses() {
        paid();
        contest(Map.of());
        hear();
        world.clock().advance(TO_THE_END);
        watch.tend();
        assertThat(disputes.open(1)).isEmpty();
        assertThat(disputes.over(1).getFirst().now().stage()).isEqualTo(Stage.LOST);
        assertThat(lost()).isEqualTo(rail.price());
    }

    /** Eight who ask at once for a third each: together never more than was taken. */
    @Test
    void neverMoreIsPromisedThanWasTakenWhoeverAsksAtOnce() throws Exception {
        paid();
        contest(rail.gateway.equals("stripe") ? Map.of("amount", "10000") : Map.of());
        hear();
        var third = Money.of(rail.price().minor() / 3, "EUR");
        var asked = new ArrayList<Future<Refunding>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                var key = "race-" + i;
                asked.add(threads.submit(() -> refund(third, key)));
            }
        }
        int accepted = 0;
        for (var one : asked) {
            accepted += one.get() instanceof Refunding.Accepted ? 1 : 0;
        }
        assertThat(accepted).isGreaterThanOrEqualTo(3);
        // What the gateway would not give back, of a payment that is contested in part, may be asked again.
        var promised = payment().refunds().stream()
                .filter(refund -> refund.state() != RefundView.State.FAILED)
                .toList();
        assertThat(sum(promised)).isLessThanOrEqualTo(rail.price());
        var contested = disputes.open(1).getFirst().now().withheld();
        var free = promised.stream().filter(refund -> !refund.contested()).toList();
        assertThat(sum(free)).isLessThanOrEqualTo(rail.price().minus(contested));
    }

    private static Money sum(List<RefundView> refunds) {
        return refunds.stream().map(RefundView::amount).reduce(Money.zero(EURO), Money::plus);
    }

    @Test
    void whatIsNoDisputeOfOursIsRefused() {
        assertThat(disputes.concede(rail.gateway, "dp_unknown")).isEqualTo(new Disputes.Outcome.Refused("unknown"));
        assertThat(disputes.concede("nobody", "dp_unknown")).isEqualTo(new Disputes.Outcome.Refused("unknown"));
        assertThat(disputes.answer(rail.gateway, "dp_unknown", " "))
                .isEqualTo(new Disputes.Outcome.Refused("answer-length"));
        assertThatThrownBy(() -> database.transactions().run(() -> disputes.concede(rail.gateway, "dp_unknown")))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Pays; returns what the gateway then holds for us. */
    private Money paid() {
        room.isPaid(order, rail, world.addresses().get(rail.gateway));
        assertThat(payment().captured()).isEqualTo(rail.price());
        return atGateway();
    }

    private void contest(Map<String, String> more) {
        var form = new HashMap<>(more);
        var id = payment().id().value().toString();
        if (rail.gateway.equals("stripe")) {
            for (var intent : world.books("stripe").path("payment_intents")) {
                if (intent.path("metadata").path("payment").asString("").equals(id)) {
                    form.put("payment_intent", intent.path("id").asString());
                }
            }
        } else {
            for (var made : world.books("paypal").path("orders")) {
                if (made.path("terms").path("customId").asString("").equals(id)) {
                    form.put("order", made.path("id").asString());
                }
            }
        }
        heard.clear();
        world.act(rail.gateway, "dispute", form);
    }

    private void win() {
        heard.clear();
        if (disputes.takesAnswers(rail.gateway)) {
            assertThat(disputes.answer(rail.gateway, reference(), "winning_evidence"))
                    .isInstanceOf(Disputes.Outcome.Taken.class);
            assertThat(disputes.open(1).getFirst().now().stage()).isEqualTo(Stage.UNDER_REVIEW);
            assertThat(disputes.answer(rail.gateway, reference(), "once more"))
                    .isInstanceOf(Disputes.Outcome.Refused.class);
            world.clock().advance(TO_THE_END);
        } else {
            world.act(rail.gateway, "decide-dispute", Map.of("dispute", reference()));
        }
    }

    private void advanceUntilWon() {
        for (int hours = 0; disputes.over(1).isEmpty() && hours < 24 * 60; hours += 6) {
            world.clock().advance(Duration.ofHours(6));
            watch.tend();
        }
        assertThat(disputes.over(1).getFirst().now().stage()).isEqualTo(Stage.WON);
    }

    /** Waits for the webhook, and does what follows from it. */
    private void hear() {
        var until = Instant.now().plus(PATIENCE);
        while (heard.stream().noneMatch(news -> news.subject() == GatewayNews.Subject.DISPUTE)) {
            assertThat(Instant.now()).as("a webhook came").isBefore(until);
            Thread.onSpinWait();
        }
        List.copyOf(heard).forEach(watch::on);
        watch.tend();
    }

    private void tend(Duration later) {
        world.clock().advance(later);
        room.tend();
        room.tend();
    }

    private Refunding refund(Money amount, String key) {
        return room.payments().refund(order, amount, key, "test");
    }

    private PaymentView payment() {
        return room.payments().of(order).getFirst();
    }

    private List<RefundView.State> states() {
        return payment().refunds().stream().map(RefundView::state).toList();
    }

    private String reference() {
        return disputes.open(1).isEmpty()
                ? disputes.over(1).getFirst().reference()
                : disputes.open(1).getFirst().reference();
    }

    private Money atGateway() {
        return room.ledger().balance(AccountRef.gateway(rail.gateway), EURO);
    }

    private Money lost() {
        return room.ledger().balance(AccountRef.expense("chargeback"), EURO);
    }

    private Money funds() {
        return room.ledger().balance(AccountRef.shopperFunds(order), EURO);
    }
}
