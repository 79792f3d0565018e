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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What gateways say over HTTP that they moved, beside what our book says. */
class SettlementsTest {
    private final Simulators world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
    private final Clock clock = world.clock().withZone(ZoneOffset.UTC);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"STRIPE_CARD", "PAYPAL", "PAYPAL_YEN", "ALIPAY", "WECHAT_CODE"})
    void whatWasPaidAndGivenBackAgrees(Rail rail) {
        try (var counter = new Counter(rail)) {
            var day = counter.today();
            var order = counter.paid(counter.shop);
            world.clock().advance(Duration.ofMinutes(2));
            counter.shop.payments().refund(order, counter.one(), "a", "test");
            for (int i = 0; i < 30 && !counter.isBack(order); i++) {
                world.clock().advance(Duration.ofMinutes(2));
                counter.shop.tend();
            }
            assertThat(counter.isBack(order)).isTrue();
            world.clock().advance(Duration.ofDays(3));
            var before = counter.compared(day);
            assertThat(before.differences()).isEmpty();
            assertThat(before.until())
                    .isEqualTo(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            boolean tellsFeesLater = rail.currency.equals("CNY");
            assertThat(before.fees()).hasSize(tellsFeesLater ? 2 : 0);
            assertThat(counter.settlements.bookFees(rail.gateway, day))
                    .isEqualTo(new Told.Yes<>(before.fees().size()));
            assertThat(counter.settlements.bookFees(rail.gateway, day)).isEqualTo(new Told.Yes<>(0));
            var after = counter.compared(day);
            assertThat(after.fees()).isEmpty();
            assertThat(after.told())
                    .singleElement()
                    .satisfies(sum -> assertThat(sum.isPositive()
                                    && sum.compareTo(rail.price().minus(counter.one())) < 0)
                            .isTrue());
            assertThat(counter.kept()).isEqualTo(after.told().getFirst());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STRIPE_CARD", "PAYPAL", "ALIPAY", "WECHAT_CODE"})
    void whatOnlyTheGatewayKnowsIsTold(Rail rail) {
        try (var counter = new Counter(rail)) {
            var day = counter.today();
            counter.paid(counter.shop);
            counter.paid(counter.shop());
            world.clock().advance(Duration.ofDays(3));
            assertThat(counter.compared(day).differences()).singleElement().satisfies(one -> {
                assertThat(one.booked().isZero()).isTrue();
                assertThat(one.told().isPositive()).isTrue();
            });
        }
    }

    @Test
    void whatOnlyTheBookKnowsIsTold() {
        try (var counter = new Counter(Rail.STRIPE_CARD)) {
            counter.paid(counter.shop);
            counter.shop
                    .ledger()
                    .post(new Entry(
                            "by-hand:7",
                            Entry.Kind.CORRECTION,
                            "somebody",
                            clock.instant(),
                            List.of(
                                    new Posting(AccountRef.gateway("stripe"), counter.one()),
                                    new Posting(
                                            AccountRef.expense("goodwill"),
                                            counter.one().negated()))))
                    .orThrow();
            assertThat(counter.compared(counter.today()).differences())
                    .containsExactly(
                            new Difference("7", Money.zero(counter.one().currency()), counter.one()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PAYPAL", "ALIPAY", "WECHAT_CODE"})
    void aDayIsComparedAsFarAsItIsTold(Rail rail) {
        try (var counter = new Counter(rail)) {
            assertThat(counter.settlements.of(rail.gateway, counter.today().plusDays(1)))
                    .isEqualTo(new Told.No<>("not-yet"));
            var day = counter.today();
            counter.paid(counter.shop);
            for (int hours = 0; hours < 60; hours++) {
                world.clock().advance(Duration.ofHours(1));
                if (counter.settlements.of(rail.gateway, day) instanceof Told.Yes<Settlement>(var settlement)) {
                    assertThat(settlement.differences()).isEmpty();
                }
            }
            assertThat(counter.compared(day).told()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STRIPE_CARD", "PAYPAL", "ALIPAY", "WECHAT_CODE"})
    void aGatewayThatDoesNotAnswerIsNoDifference(Rail rail) {
        try (var counter = new Counter(rail)) {
            var day = counter.today();
            counter.paid(counter.shop);
            world.clock().advance(Duration.ofDays(3));
            world.kernel().faults().arm(new Fault(rail.gateway, "*", FaultKind.ERROR_5XX, 9, 0, 0));
            assertThat(counter.settlements.of(rail.gateway, day)).isNotInstanceOf(Told.Yes.class);
            assertThat(counter.settlements.of("nobody", day)).isEqualTo(new Told.No<>("no-report"));
        }
    }

    /** A shop that takes money over one rail, and compares. */
    private final class Counter implements AutoCloseable {
        private final Rail rail;
        private final Connected connected;
        private final PaymentsAtGateways shop;
        private final Settlements settlements;

        Counter(Rail rail) {
            this.rail = rail;
            connected = rail.connect(world, clock);
            shop = shop();
            settlements = new Settlements(new Gateways(List.of(connected.gateway())), shop.ledger(), clock);
        }

        PaymentsAtGateways shop() {
            return new PaymentsAtGateways(TestDatabase.fresh(), List.of(connected.gateway()), clock);
        }

        Money one() {
            return Money.of(100, rail.currency);
        }

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }

        UUID paid(PaymentsAtGateways at) {
            var order = UUID.randomUUID();
            at.isPaid(order, rail, world.addresses().get(rail.gateway));
            return order;
        }

        boolean isBack(UUID order) {
            return shop.payments().of(order).getFirst().refunds().getFirst().state() == RefundView.State.DONE;
        }

        Settlement compared(LocalDate day) {
            var told = settlements.of(rail.gateway, day);
            return told instanceof Told.Yes<Settlement>(var settlement) ? settlement : fail(told.why());
        }

        Money kept() {
            return shop.ledger().balance(AccountRef.gateway(rail.gateway), one().currency());
        }

        @Override
        public void close() {
            connected.close();
        }
    }
}
