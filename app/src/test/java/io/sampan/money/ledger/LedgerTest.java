package io.sampan.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class LedgerTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static TestDatabase database;
    private static Ledger ledger;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        ledger = LedgerOfATest.on(database, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void booksAMovementOnceHoweverOftenItIsTold() {
        var order = UUID.randomUUID();
        var entry = capture("capture:once", order, 1_850);
        assertThat(ledger.post(entry)).isEqualTo(new Posted.Done());
        var later = new Entry(
                entry.id(),
                entry.kind(),
                entry.subject(),
                NOON.plusSeconds(9),
                entry.postings().reversed());
        assertThat(ledger.post(later)).isEqualTo(new Posted.AlreadyPosted());
        assertThat(ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(Money.of(-1_850, "EUR"));
    }

    @Test
    void refusesAnotherMovementUnderTheSameId() {
        var order = UUID.randomUUID();
        var entry = capture("capture:other", order, 100);
        ledger.post(entry);
        assertThat(ledger.post(capture("capture:other", order, 101))).isEqualTo(new Posted.Conflicting(entry));
        assertThat(ledger.post(capture("capture:other", UUID.randomUUID(), 100)))
                .isInstanceOf(Posted.Conflicting.class);
        assertThatThrownBy(
                        () -> ledger.post(capture("capture:other", order, 101)).orThrow())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKnownIdIsAnsweredBeforeABadSum() {
        var order = UUID.randomUUID();
        ledger.post(capture("capture:first", order, 100));
        assertThat(ledger.post(lopsided("capture:first"))).isInstanceOf(Posted.Conflicting.class);
        assertThat(ledger.post(lopsided("capture:new"))).isEqualTo(new Posted.Unbalanced(List.of(Money.of(1, "EUR"))));
    }

    @Test
    void balancesEachCurrencyByItself() {
        var entry = new Entry(
                "mixed",
                Entry.Kind.CORRECTION,
                "x",
                NOON,
                List.of(
                        new Posting(AccountRef.gateway("a"), Money.of(5, "EUR")),
                        new Posting(AccountRef.gateway("b"), Money.of(-5, "CNY"))));
        assertThat(ledger.post(entry))
                .isEqualTo(new Posted.Unbalanced(List.of(Money.of(-5, "CNY"), Money.of(5, "EUR"))));
    }

    @Test
    void refusesWhatIsNoEntryAtAll() {
        var one = new Posting(AccountRef.gateway("a"), Money.of(5, "EUR"));
        var nothing = new Posting(AccountRef.gateway("a"), Money.of(0, "EUR"));
        assertThat(ledger.post(new Entry("e", Entry.Kind.CORRECTION, "x", NOON, List.of(one))))
                .isInstanceOf(Posted.Malformed.class);
        assertThat(ledger.post(new Entry("e", Entry.Kind.CORRECTION, "x", NOON, List.of(nothing, nothing))))
                .isInstanceOf(Posted.Malformed.class);
        assertThat(ledger.post(capture(" ", UUID.randomUUID(), 5))).isInstanceOf(Posted.Malformed.class);
    }

    @Test
    void theAppMayNeitherChangeNorRemoveWhatIsWritten() {
        ledger.post(capture("capture:fixed", UUID.randomUUID(), 5));
        for (var sql : List.of(
                "UPDATE ledger.entry SET subject = 'x'",
                "DELETE FROM ledger.entry",
                "UPDATE ledger.posting SET minor = 1",
                "DELETE FROM ledger.posting",
                "INSERT INTO ledger.posting VALUES ('capture:fixed', 9, 'GATEWAY', 'x', 1, 'EUR')",
                "INSERT INTO ledger.entry VALUES ('x', 'CAPTURE', 'x', now(), now())",
                "INSERT INTO ledger.limited_account VALUES ('COUPON', 'x', 'EUR', 0, 9, 0)",
                "UPDATE ledger.limited_account SET credits = credits + 1",
                "UPDATE ledger.hold SET minor = 1",
                "DELETE FROM ledger.hold_end",
                "DELETE FROM ledger.hold_open",
                "SELECT ledger.count_limited('{}')",
                "TRUNCATE ledger.posting",
                "DROP TABLE ledger.posting")) {
            assertThatThrownBy(() -> database.jdbc().sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void tellsAnOrdersStoryOldestFirst() {
        var order = UUID.randomUUID();
        var taken = capture("capture:story", order, 900);
        var returned = new Entry(
                "refund:story",
                Entry.Kind.REFUND,
                order.toString(),
                NOON.plusSeconds(60),
                List.of(
                        new Posting(AccountRef.shopperFunds(order), Money.of(400, "EUR")),
                        new Posting(AccountRef.gateway("stripe"), Money.of(-400, "EUR"))));
        ledger.post(returned);
        ledger.post(taken);
        assertThat(ledger.entriesOf(order.toString()))
                .extracting(EntryView::entry)
                .containsExactly(taken, returned);
        assertThat(ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(Money.of(-500, "EUR"));
    }

    @Test
    void eightAtOnceBookOneMovementOnce() throws Exception {
        var order = UUID.randomUUID();
        var entry = capture("capture:race", order, 700);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Posted>>();
            for (int i = 0; i < 8; i++) {
                tries.add(() -> ledger.post(entry));
            }
            var outcomes = new ArrayList<Posted>();
            for (var done : threads.invokeAll(tries)) {
                outcomes.add(done.get());
            }
            assertThat(outcomes).filteredOn(Posted.Done.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Posted.AlreadyPosted.class::isInstance)
                    .hasSize(7);
        }
        assertThat(ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(Money.of(-700, "EUR"));
    }

    @Test
    void twoWrongEntriesDoNotMakeARight() {
        var tampered = TestDatabase.fresh();
        var own = LedgerOfATest.on(tampered, Clock.fixed(NOON, ZoneOffset.UTC));
        own.post(capture("capture:a", UUID.randomUUID(), 500));
        own.post(capture("capture:b", UUID.randomUUID(), 500));
        assertThat(own.imbalance()).isEmpty();
        tampered.asOwner()
                .sql("UPDATE ledger.posting SET minor = minor + 3 WHERE entry_id = 'capture:a' AND line = 0")
                .update();
        tampered.asOwner()
                .sql("UPDATE ledger.posting SET minor = minor - 3 WHERE entry_id = 'capture:b' AND line = 0")
                .update();
        assertThat(own.imbalance()).containsEntry(EUR, Money.of(6, "EUR"));
    }

    private static Entry capture(String id, UUID order, long cents) {
        return new Entry(
                id,
                Entry.Kind.CAPTURE,
                order.toString(),
                NOON,
                List.of(
                        new Posting(AccountRef.gateway("stripe"), Money.of(cents, "EUR")),
                        new Posting(AccountRef.shopperFunds(order), Money.of(-cents, "EUR"))));
    }

    private static Entry lopsided(String id) {
        return new Entry(
                id,
                Entry.Kind.CORRECTION,
                "x",
                NOON,
                List.of(
                        new Posting(AccountRef.gateway("a"), Money.of(5, "EUR")),
                        new Posting(AccountRef.gateway("b"), Money.of(-4, "EUR"))));
    }
}
