package io.sampan.buy.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payout.PayoutView.State;
import io.sampan.buy.payout.Payouts.Asked;
import io.sampan.buy.payout.Payouts.Wish;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.LedgerOfATest;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.gateway.Connected;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.Rail;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Balances are paid out by PayPal over HTTP: what is asked for is set aside, leaves us once, and comes back when nobody takes it. */
class PayoutsTest {
    private static final Money TWELVE = Money.of(1_230, "EUR");
    private static final Duration A_MINUTE = Duration.ofMinutes(2);

    private final Simulators world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
    private final Clock clock = world.clock().withZone(ZoneOffset.UTC);
    private final TestDatabase database = TestDatabase.fresh();
    private final Ledger ledger = LedgerOfATest.on(database, clock);
    private final UUID account = UUID.randomUUID();
    private final Connected connected = Rail.PAYPAL.connect(world, clock);
    private final Payouts payouts = new Payouts(
            new PayoutTable(database.jdbc()),
            ledger,
            new Gateways(List.of(connected.gateway())),
            database.transactions(),
            new PayoutSettings(
                    Duration.ofSeconds(2),
                    20,
                    Duration.ofSeconds(60),
                    Duration.ofHours(1),
                    Duration.ofDays(25),
                    Duration.ofDays(120),
                    Duration.ofMinutes(30)),
            clock);

    @BeforeEach
    void fill() {
        ledger.post(new Entry(
                        "fill",
                        Entry.Kind.BALANCE_ADDED,
                        "fill",
                        clock.instant(),
                        List.of(
                                new Posting(AccountRef.expense("goodwill"), TWELVE),
                                new Posting(AccountRef.shopperBalance(account), TWELVE.negated()))))
                .orThrow();
    }

    @AfterEach
    void close() {
        connected.close();
        world.close();
    }

    @Test
    void whatIsAskedForIsSetAsideAndLeavesUsWhenItIsPaid() {
        var wish = wish("anna@example.com", TWELVE);
        assertThat(payouts.ask(wish)).isEqualTo(Asked.ACCEPTED);
        assertThat(payouts.ask(wish)).as("a double click").isEqualTo(Asked.ACCEPTED);
        assertThat(available()).isEqualTo(Money.of(0, "EUR"));
        assertThat(state()).isEqualTo(State.ASKED);
        tend();
        assertThat(state()).isEqualTo(State.PENDING);
        later(A_MINUTE);
        assertThat(state()).isEqualTo(State.DONE);
        assertThat(atPayPal()).isEqualTo(TWELVE.negated());
        assertThat(held()).isEqualTo(Money.of(0, "EUR"));
        assertThat(payouts.of(account, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.receiver()).isEqualTo("a…@example.com"));
        assertThat(database.jdbc()
                        .sql("SELECT receiver FROM payout.payout")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void whatFailsIsInTheBalanceAgain() {
        payouts.ask(wish("locked@example.com", TWELVE));
        tend();
        later(A_MINUTE);
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(available()).isEqualTo(TWELVE);
        assertThat(atPayPal()).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void whatNobodyClaimsComesBackAfterAMonth() {
        payouts.ask(wish("nobody@example.com", TWELVE));
        tend();
        later(Duration.ofDays(20));
        assertThat(state()).isEqualTo(State.PENDING);
        later(Duration.ofDays(11));
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(available()).isEqualTo(TWELVE);
    }

    @Test
    void nobodyHasMorePaidOutThanTheyHave() {
        assertThat(payouts.ask(wish("anna@example.com", TWELVE.plus(Money.of(1, "EUR")))))
                .isEqualTo(Asked.TOO_MUCH);
        assertThat(payouts.ask(wish("anna@example.com", TWELVE))).isEqualTo(Asked.ACCEPTED);
        assertThat(payouts.ask(wish("anna@example.com", TWELVE))).isEqualTo(Asked.TOO_MUCH);
    }

    @Test
    void whatIsNoAddressIsNotTried() {
        assertThat(payouts.ask(wish("anna", TWELVE))).isEqualTo(Asked.NO_RECEIVER);
        assertThat(available()).isEqualTo(TWELVE);
        assertThat(payouts.of(account, 10)).isEmpty();
    }

    /** The answer is lost after PayPal has done it: asking again with the same key finds it done. */
    @Test
    void aLostAnswerPaysOnce() {
        payouts.ask(wish("anna@example.com", TWELVE));
        world.kernel().faults().arm(new Fault("paypal", "*", FaultKind.DROP_AFTER_SUCCESS, 3, 0, 0));
        tend();
        assertThat(state()).isEqualTo(State.ASKED);
        later(A_MINUTE);
        later(A_MINUTE);
        later(A_MINUTE);
        assertThat(state()).isEqualTo(State.DONE);
        assertThat(atPayPal()).isEqualTo(TWELVE.negated());
    }

    private Wish wish(String receiver, Money amount) {
        return new Wish(UUID.randomUUID(), account, amount, "paypal", receiver);
    }

    private void tend() {
        while (payouts.tend()) {
            // Each turn takes one.
        }
    }

    private void later(Duration time) {
        world.clock().advance(time);
        tend();
    }

    private State state() {
        return payouts.of(account, 1).getFirst().state();
    }

    private Money available() {
        return ledger.funds(AccountRef.shopperBalance(account), TWELVE.currency())
                .available();
    }

    private Money held() {
        return ledger.funds(AccountRef.shopperBalance(account), TWELVE.currency())
                .held();
    }

    private Money atPayPal() {
        return ledger.balance(AccountRef.gateway("paypal"), TWELVE.currency());
    }
}
