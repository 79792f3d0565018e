package io.sampan.deliver.haul;

import java.util.Arrays;
import java.util.List;

/** Sets of things that together are all things once. @param masks rising; @param fen what all parcels cost */
record Partition(List<Long> masks, long fen) {
    static Partition of(List<Long> masks, ParcelCosts costs) {
        long sum = 0;
        for (long mask : masks) {
            sum += costs.fen(mask);
        }
        return new Partition(masks.stream().sorted().toList(), Math.min(sum, ParcelCosts.IMPOSSIBLE));
    }

    boolean isPossible() {
        return fen < ParcelCosts.IMPOSSIBLE;
    }

    HaulPlan plan(ParcelCosts costs) {
        return new HaulPlan(
                masks.stream().map(mask -> costs.parcel(mask).orElseThrow()).toList());
    }

    /** All in one. */
    static Partition together(ParcelCosts costs) {
        return of(List.of((1L << costs.things()) - 1), costs);
    }

    /** Each alone. */
    static Partition apart(ParcelCosts costs) {
        var masks = new Long[costs.things()];
        Arrays.setAll(masks, place -> 1L << place);
        return of(List.of(masks), costs);
    }
}
