package io.sampan.deliver.haul;

import io.sampan.ground.rulebook.Rule;
import io.sampan.outside.carrier.ParcelSize;
import java.util.Arrays;

/** A box of the warehouse. @param sides outer millimetres, rising; @param grams of the empty box with what it is filled up with */
record Box(int[] sides, int grams) {
    /** Goods of odd shapes fill no box to the brim. */
    private static final int FILLED_PERCENT = 85;

    static Box of(Rule rule) {
        var sides = new int[] {rule.whole("length_mm"), rule.whole("width_mm"), rule.whole("height_mm")};
        Arrays.sort(sides);
        return new Box(sides, rule.whole("grams"));
    }

    long mm3() {
        return (long) sides[0] * sides[1] * sides[2];
    }

    /** @param longest of the things' sides: the longest of their shortest sides, of their middle ones, of their longest ones */
    boolean holds(long mm3, int[] longest) {
        return mm3 * 100 <= mm3() * FILLED_PERCENT
                && longest[0] <= sides[0]
                && longest[1] <= sides[1]
                && longest[2] <= sides[2];
    }

    ParcelSize with(int goods) {
        return new ParcelSize(goods + grams, sides[2], sides[1], sides[0]);
    }
}
