package io.sampan.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for every sequence of entries, good and bad, told in any order and repeated. */
class LedgerInvariantsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static TestDatabase database;
    private static Ledger ledger;

    @BeforeContainer
    static void open() {
        database = TestDatabase.fresh();
        ledger = LedgerOfATest.on(database, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Property(tries = 60)
    void balancesAreTheSumsOfWhatWasPostedAndTheBookBalances(@ForAll("stories") List<Entry> entries) {
        var run = Long.toString(System.nanoTime(), 36);
        Map<AccountRef, Map<Currency, Long>> expected = new HashMap<>();
        Map<String, Entry> standing = new HashMap<>();
        for (var drawn : entries) {
            var entry = within(run, drawn);
            var known = standing.get(entry.id());
            var posted = ledger.post(entry);
            if (known != null) {
                assertThat(posted)
                        .isInstanceOf(
                                entry.saysTheSameAs(known) ? Posted.AlreadyPosted.class : Posted.Conflicting.class);
            } else if (!entry.imbalance().isEmpty()) {
                assertThat(posted).isInstanceOf(Posted.Unbalanced.class);
            } else {
                assertThat(posted).isEqualTo(new Posted.Done());
                standing.put(entry.id(), entry);
                entry.postings()
                        .forEach(p -> expected.computeIfAbsent(p.account(), _ -> new HashMap<>())
                                .merge(p.amount().currency(), p.amount().minor(), Math::addExact));
            }
        }
        expected.forEach((account, sums) -> sums.forEach((currency, minor) ->
                assertThat(ledger.balance(account, currency)).isEqualTo(new Money(minor, currency))));
        assertThat(ledger.imbalance()).isEmpty();
    }

    @Property(tries = 200)
    void anEntryIsBalancedExactlyWhenEachCurrencySumsToZero(@ForAll("stories") List<Entry> entries) {
        for (var entry : entries) {
            var sums = new HashMap<Currency, Long>();
            entry.postings()
                    .forEach(p -> sums.merge(p.amount().currency(), p.amount().minor(), Math::addExact));
            assertThat(entry.imbalance().isEmpty())
                    .isEqualTo(sums.values().stream().allMatch(sum -> sum == 0));
        }
    }

    @Provide
    Arbitrary<List<Entry>> stories() {
        var amount = Arbitraries.longs().between(1, 1_000_000_000L);
        var currency = Arbitraries.of("EUR", "CNY", "JPY");
        var account = Arbitraries.of("a", "b", "c").map(AccountRef::gateway);
        var off = Arbitraries.frequency(net.jqwik.api.Tuple.of(4, 0L), net.jqwik.api.Tuple.of(1, 1L));
        var id = Arbitraries.integers().between(1, 6);
        var pairs = Combinators.combine(account, account, amount, currency, off)
                .as((from, to, minor, code, wrong) -> List.of(
                        new Posting(from, Money.of(minor, code)), new Posting(to, Money.of(-minor - wrong, code))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(id, pairs)
                .as((number, sides) -> new Entry(
                        "e" + number,
                        Entry.Kind.CORRECTION,
                        "story",
                        NOON,
                        sides.stream().flatMap(List::stream).toList()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Entry within(String run, Entry entry) {
        var postings = new ArrayList<Posting>();
        entry.postings()
                .forEach(p -> postings.add(
                        new Posting(AccountRef.gateway(run + p.account().subject()), p.amount())));
        return new Entry(run + entry.id(), entry.kind(), entry.subject(), entry.at(), postings);
    }
}
