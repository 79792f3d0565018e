package io.sampan.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.Posted.HoldEnd;
import io.sampan.outside.wire.Hands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Money that is promised before it moves, and accounts that are never spent below nothing. */
class HoldsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final AccountRef STRIPE = AccountRef.gateway("stripe");
    private static final AccountRef EARNED = AccountRef.income("fees");

    private final Hands clock = new Hands(NOON);
    private final Ledger ledger = LedgerOfATest.on(DATABASE, clock);
    private final String run = UUID.randomUUID().toString();
    private final AccountRef balance = AccountRef.shopperBalance(UUID.randomUUID());

    @AfterEach
    void whatIsKeptBesideThePostingsIsProvableFromThem() {
        assertThat(ledger.imbalance()).isEmpty();
        assertThat(ledger.balance(balance, euros(0).currency()).negated()).isEqualTo(funds().total());
    }

    @Test
    void aBalanceIsNeverSpentBelowNothing() {
        filled(1_000);
        assertThat(ledger.post(spending("a", 600))).isEqualTo(new Posted.Done());
        assertThat(ledger.post(spending("b", 600))).isEqualTo(new Posted.Overdrawn(balance, euros(200)));
        assertThat(ledger.post(spending("b", 400)))
                .as("the id of what was refused is free")
                .isEqualTo(new Posted.Done());
        assertThat(funds()).isEqualTo(new Funds(euros(0), euros(0)));
    }

    @Test
    void whatIsHeldCannotBeSpentTwice() {
        filled(1_000);
        assertThat(ledger.post(hold("h", 700))).isEqualTo(new Posted.Done());
        assertThat(funds()).isEqualTo(new Funds(euros(1_000), euros(700)));
        assertThat(funds().available()).isEqualTo(euros(300));
        assertThat(ledger.post(spending("a", 301))).isEqualTo(new Posted.Overdrawn(balance, euros(1)));
        assertThat(ledger.post(hold("i", 301))).isEqualTo(new Posted.Overdrawn(balance, euros(1)));
    }

    @Test
    void aSettlementMovesAPartAndFreesTheRest() {
        filled(1_000);
        ledger.post(hold("h", 700));
        assertThat(ledger.post(settlement("s", "h", 500))).isEqualTo(new Posted.Done());
        assertThat(funds()).isEqualTo(new Funds(euros(500), euros(0)));
        assertThat(ledger.entriesOf("subject:" + run))
                .extracting(view -> view.entry().id())
                .contains(run + "s");
    }

    @Test
    void aHoldEndsOnce() {
        filled(1_000);
        ledger.post(hold("h", 700));
        assertThat(ledger.post(settlement("s", "h", 701))).isEqualTo(new Posted.MoreThanHeld(euros(700)));
        assertThat(ledger.post(settlement("s", "h", 700))).isEqualTo(new Posted.Done());
        assertThat(ledger.post(settlement("s", "h", 700))).isEqualTo(new Posted.AlreadyPosted());
        assertThat(ledger.post(settlement("s", "h", 699))).isInstanceOf(Posted.Conflicting.class);
        assertThat(ledger.post(settlement("t", "h", 1))).isEqualTo(new Posted.HoldEnded(HoldEnd.SETTLED));
        assertThat(ledger.post(release("r", "h"))).isEqualTo(new Posted.HoldEnded(HoldEnd.SETTLED));
        assertThat(ledger.post(settlement("t", "h", 701)))
                .as("what is too much is told before what has ended")
                .isEqualTo(new Posted.MoreThanHeld(euros(700)));
    }

    @Test
    void aReleasedHoldMovesNothing() {
        filled(1_000);
        ledger.post(hold("h", 700));
        assertThat(ledger.post(release("r", "h"))).isEqualTo(new Posted.Done());
        assertThat(ledger.post(release("r", "h"))).isEqualTo(new Posted.AlreadyPosted());
        assertThat(ledger.post(release("q", "h"))).isEqualTo(new Posted.HoldEnded(HoldEnd.RELEASED));
        assertThat(ledger.post(settlement("s", "h", 1))).isEqualTo(new Posted.HoldEnded(HoldEnd.RELEASED));
        assertThat(ledger.post(release("x", "nobody's"))).isEqualTo(new Posted.NoSuchHold(run + "nobody's"));
        assertThat(funds()).isEqualTo(new Funds(euros(1_000), euros(0)));
    }

    @Test
    void aHoldWhoseTimeIsOverCannotBeSettledAndItsMoneyComesFree() {
        filled(1_000);
        ledger.post(hold("h", 700));
        clock.now = NOON.plus(Duration.ofHours(1));
        assertThat(ledger.post(settlement("s", "h", 700))).isEqualTo(new Posted.HoldEnded(HoldEnd.EXPIRED));
        ledger.expire();
        ledger.expire();
        assertThat(funds()).isEqualTo(new Funds(euros(1_000), euros(0)));
        assertThat(ledger.post(settlement("s", "h", 700))).isEqualTo(new Posted.HoldEnded(HoldEnd.EXPIRED));
    }

    @Test
    void ofManyMovementsEachStandsByItself() {
        var posted = ledger.post(List.of(
                filling("f", 1_000),
                hold("h", 400),
                spending("a", 700),
                settlement("s", "h", 300),
                spending("b", 700),
                spending("b", 700),
                spending("c", 1),
                release("r", "h")));
        assertThat(posted)
                .containsExactly(
                        new Posted.Done(),
                        new Posted.Done(),
                        new Posted.Overdrawn(balance, euros(100)),
                        new Posted.Done(),
                        new Posted.Done(),
                        new Posted.AlreadyPosted(),
                        new Posted.Overdrawn(balance, euros(1)),
                        new Posted.HoldEnded(HoldEnd.SETTLED));
        assertThat(funds()).isEqualTo(new Funds(euros(0), euros(0)));
    }

    @Test
    void oneIdIsOneMovementOfWhateverKind() {
        filled(1_000);
        ledger.post(hold("h", 100));
        assertThat(ledger.post(spending("h", 100))).isInstanceOf(Posted.Conflicting.class);
        ledger.post(release("r", "h"));
        assertThat(ledger.post(hold("r", 100))).isInstanceOf(Posted.Conflicting.class);
        assertThat(ledger.post(hold("h", 100))).isEqualTo(new Posted.AlreadyPosted());
        assertThat(ledger.post(hold("h", 101))).isInstanceOf(Posted.Conflicting.class);
    }

    @Test
    void aTimeThatIsFinerThanTheBooksIsTheSameTime() {
        filled(1_000);
        var fine = new Hold(
                run + "fine",
                Entry.Kind.BALANCE_SPENT,
                "subject:" + run,
                NOON.plusNanos(1),
                balance,
                EARNED,
                euros(100),
                NOON.plus(Duration.ofHours(1)).plusNanos(1_234_567));
        assertThat(ledger.post(fine)).isEqualTo(new Posted.Done());
        assertThat(ledger.post(fine)).isEqualTo(new Posted.AlreadyPosted());
    }

    @Test
    void oneCurrencysMoneyPaysForNothingInAnother() {
        filled(1_000);
        var dollars = Entry.between(head("usd", Entry.Kind.BALANCE_SPENT), balance, EARNED, Money.of(1, "USD"));
        assertThat(ledger.post(dollars)).isEqualTo(new Posted.Overdrawn(balance, Money.of(1, "USD")));
        ledger.post(hold("h", 100));
        assertThat(ledger.post(new Settlement(run + "s", run + "h", clock.instant(), Money.of(100, "USD"))))
                .isEqualTo(new Posted.MoreThanHeld(euros(100)));
    }

    @Test
    void moneyIsExchangedThroughOneEntryInBothBooks() {
        filled(1_000);
        var change = new Entry(
                run + "fx",
                Entry.Kind.EXCHANGE,
                "subject:" + run,
                NOON,
                List.of(
                        new Posting(balance, euros(1_000)),
                        new Posting(AccountRef.exchange("ecb"), euros(-1_000)),
                        new Posting(AccountRef.exchange("ecb"), Money.of(1_085, "USD")),
                        new Posting(balance, Money.of(-1_085, "USD"))));
        assertThat(ledger.post(change)).isEqualTo(new Posted.Done());
        assertThat(funds().total()).isEqualTo(euros(0));
        assertThat(ledger.funds(balance, Money.of(0, "USD").currency()).total()).isEqualTo(Money.of(1_085, "USD"));
    }

    @Test
    void ofManySpendsOfTheLastMoneyAtOnceOneGoesThrough() throws Exception {
        filled(500);
        var outcomes = atOnce(40, i -> spending("race" + i, 500));
        assertThat(outcomes).filteredOn(Posted.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Posted.Overdrawn.class::isInstance).hasSize(39);
    }

    @Test
    void ofManySettlementsOfOneHoldAtOnceOneGoesThrough() throws Exception {
        filled(500);
        ledger.post(hold("h", 500));
        var outcomes = atOnce(20, i -> settlement("race" + i, "h", 100));
        assertThat(outcomes).filteredOn(Posted.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Posted.HoldEnded.class::isInstance).hasSize(19);
        assertThat(funds()).isEqualTo(new Funds(euros(400), euros(0)));
    }

    @Test
    void theDatabaseItselfRefusesWhatTheRulesWouldRefuse() {
        filled(100);
        var movements = new MovementTable(DATABASE.jdbc(), new EntryTable(DATABASE.jdbc()));
        var overdrawn = new Page(List.of(spending("x", 101)), List.of(), List.of());
        assertThatThrownBy(() -> movements.write(overdrawn, NOON))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never_overdrawn");
        var lopsided = new Entry(
                run + "l",
                Entry.Kind.CORRECTION,
                "x",
                NOON,
                List.of(new Posting(STRIPE, euros(5)), new Posting(EARNED, euros(-4))));
        assertThatThrownBy(() -> movements.write(new Page(List.of(lopsided), List.of(), List.of()), NOON))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not balanced");
    }

    @Test
    void theDatabaseLimitsTheSameAccountsAsTheRules() {
        assertThat(Arrays.stream(AccountRef.Kind.values()))
                .allSatisfy(kind -> assertThat(DATABASE.jdbc()
                                .sql("SELECT ledger.is_limited(?)")
                                .param(kind.name())
                                .query(Boolean.class)
                                .single())
                        .as(kind.name())
                        .isEqualTo(kind.isLimited()));
    }

    private List<Posted> atOnce(int count, IntFunction<Movement> movement) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, count)
                    .<Callable<Posted>>mapToObj(i -> () -> ledger.post(movement.apply(i)))
                    .toList();
            var outcomes = new ArrayList<Posted>();
            for (var done : threads.invokeAll(tries)) {
                outcomes.add(done.get());
            }
            return outcomes;
        }
    }

    private void filled(long cents) {
        assertThat(ledger.post(filling("fill", cents))).isEqualTo(new Posted.Done());
    }

    private Entry filling(String id, long cents) {
        return Entry.between(head(id, Entry.Kind.BALANCE_ADDED), STRIPE, balance, euros(cents));
    }

    private Entry spending(String id, long cents) {
        return Entry.between(head(id, Entry.Kind.BALANCE_SPENT), balance, EARNED, euros(cents));
    }

    private Hold hold(String id, long cents) {
        return new Hold(
                run + id,
                Entry.Kind.BALANCE_SPENT,
                "subject:" + run,
                NOON,
                balance,
                EARNED,
                euros(cents),
                NOON.plus(Duration.ofMinutes(30)));
    }

    private Settlement settlement(String id, String hold, long cents) {
        return new Settlement(run + id, run + hold, clock.instant(), euros(cents));
    }

    private Release release(String id, String hold) {
        return new Release(run + id, run + hold, clock.instant());
    }

    private Entry.Head head(String id, Entry.Kind kind) {
        return new Entry.Head(run + id, kind, "subject:" + run, NOON);
    }

    private Funds funds() {
        return ledger.funds(balance, euros(0).currency());
    }

    private static Money euros(long cents) {
        return Money.of(cents, "EUR");
    }
}
