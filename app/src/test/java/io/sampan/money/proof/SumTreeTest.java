package io.sampan.money.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.money.amount.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SumTreeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Property(tries = 100)
    void everyLeafsWayLeadsToTheRootAndTheSumOfAll(@ForAll @IntRange(min = 1, max = 70) int count) {
        var tree = tree(count);
        assertThat(tree.root().sum()).isEqualTo(IntStream.range(0, count).sum());
        for (int i = 0; i < count; i++) {
            assertThat(inclusion(tree, i).holds())
                    .as("leaf " + i + " of " + count)
                    .isTrue();
        }
    }

    @Test
    void whatIsChangedAnywhereOnTheWayLeadsElsewhere() {
        var tree = tree(9);
        var honest = inclusion(tree, 4);
        var way = honest.way();
        assertThat(with(honest, Money.of(3, "EUR"), honest.nonce(), way).holds())
                .isFalse();
        assertThat(with(honest, honest.amount(), "00", way).holds()).isFalse();
        assertThat(with(honest, Money.of(4, "USD"), honest.nonce(), way).holds())
                .isFalse();
        for (int i = 0; i < way.size(); i++) {
            var step = way.get(i);
            var sum = new ArrayList<>(way);
            sum.set(i, new Inclusion.Step(step.hash(), step.sum() + 1, step.left()));
            assertThat(with(honest, honest.amount(), honest.nonce(), sum).holds())
                    .isFalse();
            var side = new ArrayList<>(way);
            side.set(i, new Inclusion.Step(step.hash(), step.sum(), !step.left()));
            assertThat(with(honest, honest.amount(), honest.nonce(), side).holds())
                    .isFalse();
        }
        assertThat(with(honest, honest.amount(), honest.nonce(), way.subList(1, way.size()))
                        .holds())
                .isFalse();
    }

    @Test
    void aSumBelowNothingHidesNobodysMoney() {
        var leaf = Node.leaf("a", "n", "EUR", 100);
        var debt = new Node("d".repeat(64), -90);
        var root = Node.above(leaf, debt);
        var proved = new ProvedDay(DAY, root.hash(), Money.of(root.sum(), "EUR"), 2);
        var cheat = new Inclusion(
                proved, "a", Money.of(100, "EUR"), "n", List.of(new Inclusion.Step(debt.hash(), debt.sum(), false)));
        assertThat(cheat.holds()).isFalse();
        assertThatThrownBy(() -> Node.leaf("a", "n", "EUR", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Inclusion with(Inclusion one, Money amount, String nonce, List<Inclusion.Step> way) {
        return new Inclusion(one.day(), one.account(), amount, nonce, way);
    }

    private static SumTree tree(int count) {
        return new SumTree(IntStream.range(0, count).mapToObj(SumTreeTest::leaf).toList());
    }

    private static Node leaf(int i) {
        return Node.leaf("account-" + i, "nonce-" + i, "EUR", i);
    }

    private static Inclusion inclusion(SumTree tree, int i) {
        var root = tree.root();
        var proved = new ProvedDay(DAY, root.hash(), Money.of(root.sum(), "EUR"), 0);
        return new Inclusion(proved, "account-" + i, Money.of(i, "EUR"), "nonce-" + i, tree.way(leaf(i)));
    }
}
