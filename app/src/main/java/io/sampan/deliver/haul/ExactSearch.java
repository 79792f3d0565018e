package io.sampan.deliver.haul;

import java.util.ArrayList;
import java.util.List;

/** Looks at every partition, by what the cheapest two of every smaller set are. */
final class ExactSearch {
    /** One way to pack a set: a parcel with its lowest thing, and the best or second way for the rest. */
    private record Way(long fen, int parcel, int restRank) {}

    private static final Way NOTHING = new Way(0, 0, 0);
    private static final Way NONE = new Way(ParcelCosts.IMPOSSIBLE, 0, 0);

    private final ParcelCosts costs;
    private final Way[][] ways;

    private ExactSearch(ParcelCosts costs) {
        this.costs = costs;
        this.ways = new Way[1 << costs.things()][];
    }

    static BestTwo search(ParcelCosts costs) {
        return new ExactSearch(costs).all();
    }

    private BestTwo all() {
        ways[0] = new Way[] {NOTHING, NONE};
        for (int set = 1; set < ways.length; set++) {
            ways[set] = cheapestTwo(set);
        }
        var two = new BestTwo();
        for (int rank = 0; rank < 2; rank++) {
            if (ways[ways.length - 1][rank].fen() < ParcelCosts.IMPOSSIBLE) {
                two.see(Partition.of(masks(ways.length - 1, rank), costs));
            }
        }
        return two;
    }

    private Way[] cheapestTwo(int set) {
        int lowest = Integer.lowestOneBit(set);
        int others = set ^ lowest;
        var two = new Way[] {NONE, NONE};
        // Every subset of the others, from all of them to none.
        for (int with = others, more = 1; more > 0; with = (with - 1) & others) {
            more = with;
            int parcel = with | lowest;
            long here = costs.fen(parcel);
            for (int rank = 0; rank < 2; rank++) {
                see(two, new Way(here + ways[set ^ parcel][rank].fen(), parcel, rank));
            }
        }
        return two;
    }

    private static void see(Way[] two, Way way) {
        if (way.fen() < two[0].fen()) {
            two[1] = two[0];
            two[0] = way;
        } else if (way.fen() < two[1].fen()) {
            two[1] = way;
        }
    }

    private List<Long> masks(int all, int bestOrSecond) {
        var masks = new ArrayList<Long>();
        int set = all;
        int rank = bestOrSecond;
        while (set != 0) {
            var way = ways[set][rank];
            masks.add((long) way.parcel());
            set ^= way.parcel();
            rank = way.restRank();
        }
        return masks;
    }
}
