package io.sampan.bench.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.help.reconciliation.Discrepancy;
import io.sampan.help.reconciliation.Kind;
import io.sampan.help.reconciliation.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each comparison on a small shop, with its discrepancy and without: what the benchmark measures on a large one. */
class BrokenShopTest {
    @TempDir
    static Path folder;

    static BrokenShop shop;
    static List<Discrepancy> clean = List.of();
    static List<Discrepancy> broken = List.of();
    static List<Reconciliation.Mended> mended = List.of();
    static int freshAgain;
    static Map<Kind, List<String>> happened = Map.of();

    @BeforeAll
    static void breakAShop() throws IOException {
        shop = BrokenShop.open(folder.resolve("postgres"), 7);
        shop.fill(500);
        shop.awaitSearch();
        shop.reconcile();
        clean = shop.standing();
        happened = shop.breakIt(1);
        shop.reconcile();
        broken = shop.standing();
        mended = shop.mended();
        freshAgain = shop.reconcile().fresh();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void findsNothingInAShopInWhichEverythingAgrees() {
        assertThat(clean).isEmpty();
    }

    @TestFactory
    List<DynamicTest> findsEachKindWhereItHappened() {
        return happened.entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(
                        fault.getKey().slug(),
                        () -> assertThat(broken)
                                .anyMatch(one -> one.kind() == fault.getKey()
                                        && isAbout(one, fault.getValue().getFirst()))))
                .toList();
    }

    @Test
    void everyKindHasAFault() {
        assertThat(happened.keySet()).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void findsNothingWhereNothingHappened() {
        assertThat(broken)
                .allMatch(
                        one -> happened.values().stream().flatMap(List::stream).anyMatch(id -> isAbout(one, id)));
    }

    @Test
    void repairsWhatIsSafeOnceAndLogsIt() {
        var repaired = mended.stream().collect(Collectors.groupingBy(Reconciliation.Mended::key));
        assertThat(repaired)
                .isNotEmpty()
                .allSatisfy((key, times) -> assertThat(times).hasSize(1));
        assertThat(mended).allSatisfy(one -> {
            assertThat(one.repair().byItself()).isTrue();
            assertThat(one.fault()).isEmpty();
        });
    }

    @Test
    void theSameAgainFindsNothingNew() {
        assertThat(freshAgain).isZero();
    }

    private static boolean isAbout(Discrepancy one, String id) {
        return one.order().equals(id)
                || one.subject().contains(id)
                || one.about().equals(id);
    }
}
