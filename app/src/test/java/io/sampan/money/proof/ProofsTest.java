package io.sampan.money.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Closings;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.LedgerOfATest;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.wire.Hands;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What we owe is published for each day, and every shopper finds theirs in it; until somebody changes a row. */
class ProofsTest {
    private static final Instant EVENING = Instant.parse("2026-11-25T20:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Hands clock = new Hands(EVENING);
    private final Ledger ledger = LedgerOfATest.on(database, clock);
    private final Closings closings = LedgerOfATest.closings(database, clock);
    private final Proofs proofs = new Proofs(
            new DayTable(database.jdbc()), closings, clock, new ProofSettings(Duration.ofMinutes(10), Duration.ZERO));
    private final List<AccountRef> shoppers = new ArrayList<>();

    @BeforeEach
    void aDay() {
        for (int i = 1; i <= 5; i++) {
            var shopper = AccountRef.shopperBalance(UUID.randomUUID());
            shoppers.add(shopper);
            post("eur" + i, shopper, Money.of(100L * i, "EUR"));
        }
        post("usd", shoppers.getFirst(), Money.of(77, "USD"));
        post("order", AccountRef.shopperFunds(new UUID(0, 7)), Money.of(5_000, "EUR"));
        clock.now = EVENING.plus(Duration.ofDays(1));
        post("later", shoppers.get(1), Money.of(9_999, "EUR"));
        closings.close();
        proofs.prove();
    }

    @Test
    void theTotalIsWhatAllShoppersHadWhenTheDayEnded() {
        assertThat(proofs.published())
                .extracting(ProvedDay::day, ProvedDay::total, ProvedDay::leaves)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 25), Money.of(6_500, "EUR"), 6),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 25), Money.of(77, "USD"), 1));
    }

    @Test
    void everyShopperFindsWhatIsTheirsInEachCurrency() {
        for (int i = 0; i < shoppers.size(); i++) {
            var found = proofs.of(List.of(shoppers.get(i)));
            assertThat(found).hasSize(i == 0 ? 2 : 1).allMatch(Inclusion::holds);
            assertThat(found.getFirst().amount()).isEqualTo(Money.of(100L * (i + 1), "EUR"));
        }
        assertThat(proofs.of(List.of(AccountRef.shopperFunds(new UUID(0, 7)))))
                .singleElement()
                .matches(Inclusion::holds);
        assertThat(proofs.of(List.of(AccountRef.shopperBalance(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void aDayIsProvedOnceHoweverOftenItIsAskedFor() {
        var before = proofs.published();
        proofs.prove();
        assertThat(proofs.published()).isEqualTo(before);
    }

    @Test
    void aRowThatIsChangedBreaksEveryShoppersProof() {
        database.asOwner()
                .sql("UPDATE ledger.posting SET minor = minor * 2 WHERE entry_id = 'eur3'")
                .update();
        assertThat(shoppers)
                .allSatisfy(shopper -> assertThat(proofs.of(List.of(shopper)))
                        .first()
                        .satisfies(inclusion -> assertThat(inclusion.holds()).isFalse()));
    }

    @Test
    void onlyWhoKnowsTheNonceCanTellWhoseALeafIs() {
        var one = proofs.of(List.of(shoppers.get(2))).getFirst();
        var other = proofs.of(List.of(shoppers.get(3))).getFirst();
        assertThat(one.nonce()).hasSize(64).isNotEqualTo(other.nonce());
    }

    private void post(String id, AccountRef account, Money amount) {
        ledger.post(new Entry(
                        id,
                        Entry.Kind.BALANCE_ADDED,
                        "x",
                        clock.instant(),
                        List.of(
                                new Posting(AccountRef.gateway("stripe"), amount),
                                new Posting(account, amount.negated()))))
                .orThrow();
    }
}
