package io.sampan.deliver.haul;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Good partitions of hauls that are too large to look at all: parcels are merged where that saves most, then things are moved one by one, then
 * a few are taken out again and put back where they cost least, as often as the budget allows. The same haul always gets the same plan.
 */
final class GuidedSearch {
    private static final long SEED = 20_261_128;
    private static final int MOST_IDLE = 2_000;

    private final ParcelCosts costs;
    private final Random random = new Random(SEED);
    private final BestTwo two = new BestTwo();
    private final int budget;

    private GuidedSearch(ParcelCosts costs, int budget) {
        this.costs = costs;
        this.budget = budget;
    }

    /** @param budget how many sets may be priced before it stops trying */
    static BestTwo search(ParcelCosts costs, int budget) {
        return new GuidedSearch(costs, budget).all();
    }

    private BestTwo all() {
        two.see(Partition.apart(costs));
        two.see(Partition.together(costs));
        var current = improved(merged());
        long cost = total(current);
        for (int idle = 0; costs.priced() < budget && idle < MOST_IDLE; idle++) {
            var next = shaken(current);
            // What is far off after things were put back is not worth the reckoning.
            if (total(next) > cost + cost / 50) {
                continue;
            }
            next = improved(next);
            long there = total(next);
            if (there < cost) {
                idle = 0;
            }
            // A little worse is taken now and then, to come out of a dead end.
            if (there <= cost || there < cost + cost / 200 && random.nextInt(8) == 0) {
                current = next;
                cost = there;
            }
        }
        return two;
    }

    /** From parcels of one thing each: whichever two save most together become one, until none do. */
    private List<Long> merged() {
        List<Long> parcels = new ArrayList<>(Partition.apart(costs).masks());
        while (merge(parcels)) {
            two.see(Partition.of(parcels, costs));
        }
        return parcels;
    }

    private boolean merge(List<Long> parcels) {
        long most = 0;
        int one = -1;
        int other = -1;
        for (int i = 0; i < parcels.size(); i++) {
            for (int j = i + 1; j < parcels.size(); j++) {
                long saved = saved(parcels.get(i), parcels.get(j));
                if (saved > most) {
                    most = saved;
                    one = i;
                    other = j;
                }
            }
        }
        if (one < 0) {
            return false;
        }
        long both = parcels.get(one) | parcels.remove(other);
        parcels.set(one, both);
        return true;
    }

    private long saved(long one, long other) {
        return costs.fen(one) + costs.fen(other) - costs.fen(one | other);
    }

    /** Moves single things as long as that helps. */
    private List<Long> improved(List<Long> start) {
        List<Long> parcels = new ArrayList<>(start);
        boolean better = true;
        while (better && costs.priced() < budget) {
            better = false;
            for (int place = 0; place < costs.things(); place++) {
                better |= moved(parcels, place);
            }
        }
        two.see(Partition.of(parcels, costs));
        return parcels;
    }

    private boolean moved(List<Long> parcels, int place) {
        long thing = 1L << place;
        int from = holder(parcels, thing);
        long left = parcels.get(from) ^ thing;
        long gained = costs.fen(parcels.get(from)) - (left == 0 ? 0 : costs.fen(left));
        long best = left == 0 ? ParcelCosts.IMPOSSIBLE : costs.fen(thing);
        int to = -1;
        for (int i = 0; i < parcels.size(); i++) {
            long added =
                    i == from ? ParcelCosts.IMPOSSIBLE : costs.fen(parcels.get(i) | thing) - costs.fen(parcels.get(i));
            if (added < best) {
                best = added;
                to = i;
            }
        }
        if (best >= gained) {
            return false;
        }
        if (to < 0) {
            parcels.add(thing);
        } else {
            parcels.set(to, parcels.get(to) | thing);
        }
        parcels.set(from, left);
        parcels.removeIf(mask -> mask == 0);
        return true;
    }

    private static int holder(List<Long> parcels, long thing) {
        for (int i = 0; i < parcels.size(); i++) {
            if ((parcels.get(i) & thing) != 0) {
                return i;
            }
        }
        throw new IllegalStateException("a thing in no parcel");
    }

    /** Takes some things out, or a whole parcel apart, and puts each back where it costs least. */
    private List<Long> shaken(List<Long> start) {
        List<Long> parcels = new ArrayList<>(start);
        long out = 0;
        int kind = random.nextInt(4);
        if (parcels.size() > 1 && kind < 2) {
            // One parcel, or two, are taken apart.
            for (int i = 0; i <= kind && parcels.size() > 1; i++) {
                out |= parcels.remove(random.nextInt(parcels.size()));
            }
        } else {
            int many = 2 + random.nextInt(Math.max(2, costs.things() / 5));
            for (int i = 0; i < many; i++) {
                out |= 1L << random.nextInt(costs.things());
            }
            long taken = out;
            parcels.replaceAll(mask -> mask & ~taken);
            parcels.removeIf(mask -> mask == 0);
        }
        var loose = new ArrayList<Long>();
        for (long rest = out; rest != 0; rest &= rest - 1) {
            loose.add(Long.lowestOneBit(rest));
        }
        Collections.shuffle(loose, random);
        loose.forEach(thing -> put(parcels, thing));
        return parcels;
    }

    private void put(List<Long> parcels, long thing) {
        long best = costs.fen(thing);
        int to = -1;
        for (int i = 0; i < parcels.size(); i++) {
            long added = costs.fen(parcels.get(i) | thing) - costs.fen(parcels.get(i));
            if (added < best) {
                best = added;
                to = i;
            }
        }
        if (to < 0) {
            parcels.add(thing);
        } else {
            parcels.set(to, parcels.get(to) | thing);
        }
    }

    private long total(List<Long> parcels) {
        return Partition.of(parcels, costs).fen();
    }
}
