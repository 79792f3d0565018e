package io.sampan.browse.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sampan.browse.weight.Nested.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hierarchy believes, against the plain formula for normal distributions with every covariance written out. */
class NestedTest {
    private static final Variances FIRST = Variances.AT_FIRST;

    private record Seen(Place place, double figure) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void believesWhatTheFormulaSays(long seed) {
        var random = new Random(seed);
        var nested = new Nested();
        var seen = new ArrayList<Seen>();
        // Fewer than after which variances are estimated anew.
        for (int i = 0; i < 24; i++) {
            var one = new Seen(place(random), random.nextGaussian());
            seen.add(one);
            nested.learn(one.place(), one.figure());
        }
        for (int i = 0; i < 20; i++) {
            var asked = i == 0 ? new Place("other", "other", "other") : place(random);
            var plain = plain(asked, seen);
            var believed = nested.of(asked);
            assertThat(believed.mean()).isCloseTo(plain.mean(), within(1e-9));
            assertThat(believed.variance()).isCloseTo(plain.variance(), within(1e-9));
        }
    }

    @Test
    void learnsWhereTheDifferencesLie() {
        var random = new Random(7);
        var nested = new Nested();
        // Shops are all alike, items differ by one, pieces by a tenth.
        for (int item = 0; item < 300; item++) {
            double itself = random.nextGaussian();
            for (int piece = 0; piece < 3; piece++) {
                nested.learn(
                        new Place("c" + item % 4, "s" + item % 40, "i" + item), itself + 0.1 * random.nextGaussian());
            }
        }
        assertThat(nested.ofPieces()).isBetween(0.008, 0.014);
        var ofANewItem = nested.of(new Place("c0", "s0", "new"));
        assertThat(ofANewItem.variance()).isBetween(0.8, 1.3);
        assertThat(nested.of(new Place("c0", "s0", "i0")).variance()).isLessThan(0.006);
    }

    private static Place place(Random random) {
        return new Place("c" + random.nextInt(2), "s" + random.nextInt(3), "i" + random.nextInt(4));
    }

    private static Belief plain(Place asked, List<Seen> seen) {
        int size = seen.size();
        var covariance = new DMatrixRMaj(size, size);
        var along = new DMatrixRMaj(size, 1);
        var figures = new DMatrixRMaj(size, 1);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double own = row == column ? FIRST.piece() : 0;
                covariance.set(
                        row,
                        column,
                        own + shared(seen.get(row).place(), seen.get(column).place()));
            }
            along.set(row, 0, shared(seen.get(row).place(), asked));
            figures.set(row, 0, seen.get(row).figure());
        }
        var weights = new DMatrixRMaj(size, 1);
        assertThat(CommonOps_DDRM.solve(covariance, along, weights)).isTrue();
        return new Belief(
                CommonOps_DDRM.dot(weights, figures), shared(asked, asked) - CommonOps_DDRM.dot(weights, along));
    }

    private static double shared(Place one, Place other) {
        boolean category = one.category().equals(other.category());
        boolean shop = category && one.shop().equals(other.shop());
        boolean item = shop && one.item().equals(other.item());
        return (category ? FIRST.category() : 0) + (shop ? FIRST.shop() : 0) + (item ? FIRST.item() : 0);
    }
}
