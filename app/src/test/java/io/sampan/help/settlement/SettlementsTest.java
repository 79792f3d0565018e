package io.sampan.help.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sampan.buy.payment.PaymentsAtGateways;
import io.sampan.buy.payment.RefundView;
import io.sampan.ground.database.TestDatabase;
import io.sampan.help.settlement.Settlement.Difference;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.gateway.Connected;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.Rail;
import io.sampan.outside.gateway.Told;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Stripe says over HTTP that it moved, beside what our book says. */
class SettlementsTest {
    private static final Money ONE = Money.of(100, "EUR");

    private final Simulators world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
    private final Clock clock = world.clock().withZone(ZoneOffset.UTC);
    private final Rail rail = Rail.STRIPE_CARD;
    private final Connected connected = rail.connect(world, clock);
    private final PaymentsAtGateways shop = shop();
    private final Settlements settlements = new Settlements(new Gateways(List.of(connected.gateway())), shop.ledger());

    @AfterEach
    void close() {
        connected.close();
        world.close();
    }

    @Test
    void whatWasPaidAndGivenBackAgreesWithItsFees() {
        var order = paid(shop);
        shop.payments().refund(order, ONE, "a", "test");
        for (int i = 0; i < 30 && !isBack(order); i++) {
            world.clock().advance(Duration.ofMinutes(2));
            shop.tend();
        }
        assertThat(isBack(order)).isTrue();
        var day = compared();
        assertThat(day.differences()).isEmpty();
        assertThat(day.told()).isEqualTo(day.booked());
        assertThat(day.told())
                .singleElement()
                .satisfies(sum -> assertThat(sum).isLessThan(rail.price().minus(ONE)));
    }

    @Test
    void whatOnlyTheGatewayKnowsIsTold() {
        paid(shop);
        paid(shop());
        assertThat(compared().differences()).singleElement().satisfies(one -> {
            assertThat(one.booked().isZero()).isTrue();
            assertThat(one.told().isPositive()).isTrue();
        });
    }

    @Test
    void whatOnlyTheBookKnowsIsTold() {
        paid(shop);
        shop.ledger()
                .post(new Entry(
                        "by-hand:7",
                        Entry.Kind.CORRECTION,
                        "somebody",
                        clock.instant(),
                        List.of(
                                new Posting(AccountRef.gateway("stripe"), ONE),
                                new Posting(AccountRef.expense("goodwill"), ONE.negated()))))
                .orThrow();
        assertThat(compared().differences()).containsExactly(new Difference("7", Money.of(0, "EUR"), ONE));
    }

    @Test
    void manyAgree() {
        for (int i = 0; i < 3; i++) {
            paid(shop);
        }
        assertThat(compared().differences()).isEmpty();
    }

    @Test
    void aGatewayThatDoesNotAnswerIsNoDifference() {
        world.kernel().faults().arm(new Fault("stripe", "*", FaultKind.ERROR_5XX, 5, 0, 0));
        assertThat(settlements.of("stripe", today())).isInstanceOf(Told.Lost.class);
        assertThat(settlements.of("nobody", today())).isEqualTo(new Told.No<>("no-report"));
    }

    private boolean isBack(UUID order) {
        return shop.payments().of(order).getFirst().refunds().getFirst().state() == RefundView.State.DONE;
    }

    private PaymentsAtGateways shop() {
        return new PaymentsAtGateways(TestDatabase.fresh(), List.of(connected.gateway()), clock);
    }

    private Settlement compared() {
        var told = settlements.of("stripe", today());
        return told instanceof Told.Yes<Settlement>(var settlement) ? settlement : fail(told.why());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private UUID paid(PaymentsAtGateways at) {
        var order = UUID.randomUUID();
        at.isPaid(order, rail, world.addresses().get(rail.gateway));
        return order;
    }
}
