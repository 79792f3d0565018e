package io.sampan.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.wire.Hands;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;

/** Days whose book is closed, and what becomes of it when somebody changes a row. */
class ClosingsTest {
    private static final Instant EVENING = Instant.parse("2026-11-25T20:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 25);

    private final TestDatabase database = TestDatabase.fresh();
    private final Hands clock = new Hands(EVENING);
    private final Ledger ledger = LedgerOfATest.on(database, clock);
    private final Closings closings = LedgerOfATest.closings(database, clock);
    private final AccountRef balance = AccountRef.shopperBalance(UUID.randomUUID());

    @BeforeEach
    void threeDays() {
        post("a", 1_000);
        ledger.post(new Hold(
                "hold",
                Entry.Kind.BALANCE_SPENT,
                "x",
                EVENING,
                balance,
                AccountRef.income("fees"),
                Money.of(100, "EUR"),
                EVENING.plus(Duration.ofDays(9))));
        clock.now = EVENING.plus(Duration.ofDays(1));
        post("b", 500);
        ledger.post(new Settlement("settled", "hold", clock.instant(), Money.of(60, "EUR")));
        clock.now = EVENING.plus(Duration.ofDays(2));
        post("c", 250);
        closings.close();
    }

    @Test
    void eachDayThatIsOverIsClosedOnce() {
        closings.close();
        assertThat(closings.after(LocalDate.EPOCH))
                .extracting(ClosedDay::day)
                .containsExactly(FIRST, FIRST.plusDays(1));
        assertThat(closings.after(LocalDate.EPOCH)).extracting(ClosedDay::rows).containsExactly(3L, 5L);
        assertThat(closings.tampered()).isEmpty();
    }

    @Test
    void whatIsOwedAtADaysEndKnowsNothingOfTheNextDay() {
        assertThat(closings.owedAt(closings.after(LocalDate.EPOCH).getFirst()))
                .containsExactly(new Ledger.Balance(balance, Money.of(1_000, "EUR")));
        assertThat(closings.owedAt(closings.last().orElseThrow()))
                .containsExactly(new Ledger.Balance(balance, Money.of(1_440, "EUR")));
    }

    @Test
    void aClosedDayTakesNoMore() {
        clock.now = EVENING;
        assertThatThrownBy(() -> post("late", 1)).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(closings.tampered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.posting SET minor = minor + 1 WHERE entry_id = 'a' AND line = 0",
                "UPDATE ledger.posting SET account_subject = 'x' WHERE entry_id = 'a' AND line = 0",
                "UPDATE ledger.entry SET at = at + interval '1 second' WHERE id = 'a'",
                "UPDATE ledger.entry SET recorded_at = recorded_at - interval '1 day' WHERE id = 'b'",
                "DELETE FROM ledger.posting WHERE entry_id = 'settled'",
                "INSERT INTO ledger.entry SELECT 'more', kind, subject, at, recorded_at FROM ledger.entry WHERE id = 'b'",
                "UPDATE ledger.hold SET minor = 99",
                "UPDATE ledger.hold_end SET minor = 59",
                "UPDATE ledger.closed_day SET fingerprint = reverse(fingerprint) WHERE day = '2026-11-25'"
            })
    void whateverIsDoneToARowOfAClosedDayIsSeen(String deed) {
        assertThat(closings.tampered()).isEmpty();
        assertThat(database.asOwner().sql(deed).update()).isPositive();
        assertThat(closings.tampered()).isNotEmpty();
    }

    @Test
    void theAppCannotCloseADayByAnotherWay() {
        for (var sql : List.of(
                "INSERT INTO ledger.closed_day VALUES ('2026-11-27', now(), 'x', 1, now())",
                "UPDATE ledger.closed_day SET fingerprint = 'x'",
                "DELETE FROM ledger.closed_day",
                "SELECT ledger.close_day('2026-11-25', 'x', 1, now())",
                "SELECT ledger.close_day('2999-01-01', 'x', 1, now())")) {
            assertThatThrownBy(() -> database.jdbc().sql(sql).query(row -> {}))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private void post(String id, long cents) {
        var head = new Entry.Head(id, Entry.Kind.BALANCE_ADDED, "x", clock.instant());
        ledger.post(Entry.between(head, AccountRef.gateway("stripe"), balance, Money.of(cents, "EUR")))
                .orThrow();
    }
}
