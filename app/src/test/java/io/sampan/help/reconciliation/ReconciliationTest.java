package io.sampan.help.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.people.identity.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is remembered of discrepancies from run to run, and how they are repaired. That every kind is found is the benchmark's test. */
@SpringBootTest
@ActiveProfiles("test")
class ReconciliationTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final AccountId OPERATOR = new AccountId(UUID.randomUUID());

    @Autowired
    Repairs repairs;

    @Autowired
    ReconciliationSettings settings;

    @Autowired
    Reconciliation whole;

    final DiscrepancyTable table = new DiscrepancyTable(DATABASE.jdbc());
    final RunTable runs = new RunTable(DATABASE.jdbc());
    final Scripted script = new Scripted(Set.of(Kind.ORDER_LINES_BEHIND, Kind.CART_OF_NO_ACCOUNT));
    Instant now = Instant.parse("2026-11-26T03:00:00.123456789Z");

    @DynamicPropertySource
    static void sameDatabase(DynamicPropertyRegistry settings) {
        DATABASE.asSettings().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("sampan.ordering.sweep-every", () -> "10h");
    }

    @BeforeEach
    void forgetOtherTests() {
        DATABASE.jdbc().sql("DELETE FROM reconciliation.discrepancy").update();
        DATABASE.jdbc().sql("DELETE FROM reconciliation.run").update();
        DATABASE.jdbc().sql("DELETE FROM reconciliation.repair").update();
        DATABASE.jdbc()
                .sql("UPDATE reconciliation.turn SET claimed_until = '-infinity'")
                .update();
    }

    /** A comparison that finds what it is told to. */
    static final class Scripted implements Check {
        final List<Finding> finds = new ArrayList<>();
        final Set<Kind> kinds;
        String underWay = "";
        boolean breaks;

        Scripted(Set<Kind> kinds) {
            this.kinds = kinds;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Set<Kind> kinds() {
            return kinds;
        }

        @Override
        public void look(Findings findings) {
            if (breaks) {
                throw new IllegalStateException("broken");
            }
            if (!underWay.isEmpty()) {
                findings.underWay(underWay);
            }
            finds.forEach(findings::add);
        }
    }

    @Test
    void theSameFoundAgainIsTheSameRow() {
        script.finds.add(finding("a"));
        assertThat(run().fresh()).isEqualTo(1);
        var first = only();
        now = now.plus(Duration.ofDays(1));
        var second = run();
        assertThat(second.found()).isEqualTo(1);
        assertThat(second.fresh()).isZero();
        assertThat(only().firstSeen()).isEqualTo(first.firstSeen());
        assertThat(only().lastSeen()).isAfter(first.lastSeen());
    }

    @Test
    void whatIsNotFoundAnyMoreIsResolvedAndMayComeBack() {
        script.finds.add(finding("a"));
        run();
        script.finds.clear();
        now = now.plus(Duration.ofDays(1));
        assertThat(run().resolved()).isEqualTo(1);
        assertThat(table.standing(10)).isEmpty();
        assertThat(table.resolved(10).getFirst().resolvedAt()).isNotNull();
        script.finds.add(finding("a"));
        now = now.plus(Duration.ofDays(1));
        assertThat(run().fresh()).isEqualTo(1);
        assertThat(only().resolvedAt()).isNull();
    }

    @Test
    void aComparisonThatBreaksResolvesNothingAndStopsNoOther() {
        script.finds.add(finding("a"));
        run();
        script.breaks = true;
        now = now.plus(Duration.ofDays(1));
        var other = new Scripted(Set.of(Kind.ENTRY_EMPTY));
        other.finds.add(Finding.of(Kind.ENTRY_EMPTY, "e"));
        var night = reconciliation(List.of(script, other)).run().orElseThrow();
        assertThat(night.broken()).isEqualTo(1);
        assertThat(night.resolved()).isZero();
        assertThat(table.standing(10)).extracting(Discrepancy::subject).containsExactlyInAnyOrder("a", "e");
    }

    @Test
    void ofAnOrderThatIsUnderWayNothingIsResolved() {
        var order = UUID.randomUUID().toString();
        var finding = finding("a");
        script.finds.add(new Finding(finding.kind(), "a", order, "S-1", "x", "y", null, ""));
        run();
        script.finds.clear();
        script.underWay = order;
        now = now.plus(Duration.ofDays(1));
        assertThat(run().resolved()).isZero();
        script.underWay = "";
        now = now.plus(Duration.ofDays(1));
        assertThat(run().resolved()).isEqualTo(1);
    }

    @Test
    void whatWasSetAsideWaitsForNobodyUntilItsValuesChange() {
        script.finds.add(finding("a"));
        run();
        var reconciliation = reconciliation(List.of(script));
        assertThat(reconciliation.forPeople(10)).hasSize(1);
        assertThat(reconciliation.setAside(only().key(), " ")).isEqualTo(Reconciliation.Answer.NOTHING_TO_DO);
        assertThat(reconciliation.setAside(only().key(), "known")).isEqualTo(Reconciliation.Answer.DONE);
        now = now.plus(Duration.ofDays(1));
        run();
        assertThat(reconciliation.forPeople(10)).isEmpty();
        script.finds.set(0, finding("a").differs("other", "y"));
        now = now.plus(Duration.ofDays(1));
        run();
        assertThat(reconciliation.forPeople(10)).hasSize(1);
    }

    @Test
    void onlyOneNodeRunsAtATime() {
        now = now.truncatedTo(ChronoUnit.MICROS);
        assertThat(runs.take(now, now.plus(Duration.ofHours(1)))).isTrue();
        assertThat(reconciliation(List.of(script)).run()).isEmpty();
        now = now.plus(Duration.ofHours(1));
        assertThat(reconciliation(List.of(script)).run()).isPresent();
    }

    @Test
    void whatIsSafeRepairsItselfAndIsLoggedAndTheKeyOfACartIsWrittenNowhere() {
        var cart = UUID.randomUUID();
        DATABASE.jdbc()
                .sql("INSERT INTO ordering.cart (id, account_id, changed_at) VALUES (?, ?, now() - interval '2 days')")
                .params(cart, UUID.randomUUID())
                .update();
        var night = whole.run().orElseThrow();
        assertThat(night.broken()).isZero();
        assertThat(night.repaired()).isEqualTo(1);
        assertThat(carts(cart)).isZero();
        assertThat(whole.mended(10)).singleElement().satisfies(mended -> {
            assertThat(mended.repair()).isEqualTo(Repair.DISCARD_CART);
            assertThat(mended.by()).isNull();
            assertThat(mended.fault()).isEmpty();
        });
        var row = DATABASE.jdbc()
                .sql("SELECT d::text FROM reconciliation.discrepancy d")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(cart.toString());
        assertThat(whole.run().orElseThrow().resolved()).isEqualTo(1);
        assertThat(whole.forPeople(10)).isEmpty();
    }

    @Test
    void aRepairThatDoesNotHelpIsTriedThreeTimesAndThenAPersonLooks() {
        var finding = Finding.of(Kind.PURCHASE_OF_CANCELLED, "p")
                .differs("planned", "cancelled")
                .target(UUID.randomUUID());
        var check = new Scripted(Set.of(Kind.PURCHASE_OF_CANCELLED));
        check.finds.add(finding);
        var reconciliation = reconciliation(List.of(check));
        for (int i = 0; i < 5; i++) {
            reconciliation.run();
            now = now.plus(Duration.ofDays(1));
            reconciliation = reconciliation(List.of(check));
        }
        assertThat(reconciliation.mended(10))
                .hasSize(3)
                .allSatisfy(mended -> assertThat(mended.fault()).isNotEmpty());
        assertThat(reconciliation.forPeople(10)).hasSize(1);
        assertThat(reconciliation.repair(finding.key(), OPERATOR)).isEqualTo(Reconciliation.Answer.FAILED);
        assertThat(reconciliation.mended(1).getFirst().by()).isEqualTo(OPERATOR.value());
    }

    @Test
    void nobodyCanAskForARepairThatThereIsNot() {
        script.finds.add(finding("a"));
        run();
        var reconciliation = reconciliation(List.of(script));
        assertThat(reconciliation.repair(only().key(), OPERATOR)).isEqualTo(Reconciliation.Answer.NOTHING_TO_DO);
        assertThat(reconciliation.repair("no-such:row", OPERATOR)).isEqualTo(Reconciliation.Answer.NOTHING_TO_DO);
    }

    private static Finding finding(String subject) {
        return Finding.of(Kind.ORDER_LINES_BEHIND, subject).differs("x", "y");
    }

    private Night run() {
        return reconciliation(List.of(script)).run().orElseThrow();
    }

    private Reconciliation reconciliation(List<Check> checks) {
        return new Reconciliation(checks, table, runs, repairs, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Discrepancy only() {
        assertThat(table.standing(10)).hasSize(1);
        return table.standing(10).getFirst();
    }

    private static int carts(UUID cart) {
        return DATABASE.jdbc()
                .sql("SELECT count(*) FROM ordering.cart WHERE id = ?")
                .param(cart)
                .query(Integer.class)
                .single();
    }
}
