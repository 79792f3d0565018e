package io.sampan.deliver.haul;

import io.sampan.deliver.haul.PlannedParcel.Cost;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight;
import io.sampan.outside.carrier.Line;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.customs.Aggregated;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each set of things costs in one parcel, by the line that is cheapest for it. A set is a mask: bit i is the haul's thing i. A search asks
 * thousands of times; so the answers are remembered as two numbers, and a parcel is described only when it is part of a plan.
 */
final class ParcelCosts {
    /** What no parcel costs: no line takes the set. */
    static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

    private static final Answer NO = new Answer(IMPOSSIBLE, null);

    private record Answer(long fen, @Nullable Line line) {}

    /** A set added up. @param headings one bit for each heading; @param hazards one bit for each hazard */
    private record Sum(long mm3, int grams, int[] longest, long value, long headings, int hazards, int day) {}

    private final List<HaulItem> items;
    private final Means means;
    private final int[][] sides;
    private final long[] headings;
    private final int[] hazards;
    private final Map<Integer, Set<Hazard>> hazardSets = new HashMap<>();
    private final Map<Long, Answer> known = new HashMap<>();

    /** @param boxes the smallest first */
    record Means(List<Line> lines, List<Box> boxes, Aggregated customs, HaulSettings terms) {}

    /** @param hs6 each thing's heading */
    ParcelCosts(List<HaulItem> items, List<String> hs6, Means means) {
        this.items = items;
        this.means = means;
        this.sides = items.stream().map(ParcelCosts::sides).toArray(int[][]::new);
        var distinct = hs6.stream().distinct().toList();
        this.headings =
                hs6.stream().mapToLong(one -> 1L << distinct.indexOf(one)).toArray();
        this.hazards = items.stream()
                .mapToInt(item -> item.hazards().stream()
                        .mapToInt(hazard -> 1 << hazard.ordinal())
                        .sum())
                .toArray();
    }

    private static int[] sides(HaulItem item) {
        var size = item.size();
        var sides = new int[] {size.lengthMm(), size.widthMm(), size.heightMm()};
        Arrays.sort(sides);
        return sides;
    }

    int things() {
        return items.size();
    }

    /** How many sets were priced. */
    int priced() {
        return known.size();
    }

    /** Fen; {@link #IMPOSSIBLE} where no line takes the set. */
    long fen(long mask) {
        var before = known.get(mask);
        if (before != null) {
            return before.fen();
        }
        var made = answer(mask);
        known.put(mask, made);
        return made.fen();
    }

    /** The parcel itself; empty where no line takes the set. */
    Optional<PlannedParcel> parcel(long mask) {
        return fen(mask) == IMPOSSIBLE ? Optional.empty() : described(mask);
    }

    private Optional<PlannedParcel> described(long mask) {
        var answer = known.get(mask);
        var sum = sum(mask);
        var size = size(sum);
        if (answer == null || answer.line() == null || size == null) {
            return Optional.empty();
        }
        return Optional.of(new PlannedParcel(
                places(mask), answer.line().id(), size, sum.day(), cost(mask, sum, freight(answer.line(), size, sum))));
    }

    private Answer answer(long mask) {
        var sum = sum(mask);
        var size = size(sum);
        if (size == null) {
            return NO;
        }
        // What a country asks never falls when freight rises, so the cheapest freight is the cheapest in all.
        Line cheapest = null;
        long least = IMPOSSIBLE;
        for (var line : means.lines()) {
            long freight = freight(line, size, sum);
            if (freight < least) {
                cheapest = line;
                least = freight;
            }
        }
        return cheapest == null ? NO : new Answer(cost(mask, sum, least).total().minor(), cheapest);
    }

    private long freight(Line line, ParcelSize size, Sum sum) {
        return line.price(size, hazards(sum.hazards())) instanceof Freight.Priced priced
                ? priced.amount().minor()
                : IMPOSSIBLE;
    }

    private Cost cost(long mask, Sum sum, long freight) {
        var border = means.customs().asks(Money.fen(sum.value()), Money.fen(freight), Long.bitCount(sum.headings()));
        return new Cost(
                Money.fen(freight),
                border,
                means.terms().packing(),
                means.terms().storagePerDay().times(overdue(mask, sum.day())));
    }

    /** Days that things lie longer than they may, added up, when all go on this day. */
    private long overdue(long mask, int day) {
        long days = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            var item = items.get(Long.numberOfTrailingZeros(rest));
            days += Math.max(0, day - item.readyDay() - item.freeDays());
        }
        return days;
    }

    private Sum sum(long mask) {
        long mm3 = 0;
        int grams = 0;
        var longest = new int[3];
        long value = 0;
        long heading = 0;
        int hazard = 0;
        int day = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            int place = Long.numberOfTrailingZeros(rest);
            var item = items.get(place);
            mm3 += item.size().volumeMm3();
            grams += item.size().grams();
            value += item.value().minor();
            heading |= headings[place];
            hazard |= hazards[place];
            day = Math.max(day, item.readyDay());
            for (int i = 0; i < longest.length; i++) {
                longest[i] = Math.max(longest[i], sides[place][i]);
            }
        }
        return new Sum(mm3, grams, longest, value, heading, hazard, day);
    }

    /** In the smallest box that holds them; null where there is none so large. */
    private @Nullable ParcelSize size(Sum sum) {
        for (var box : means.boxes()) {
            if (box.holds(sum.mm3(), sum.longest())) {
                return box.with(sum.grams());
            }
        }
        return null;
    }

    private Set<Hazard> hazards(int bits) {
        return hazardSets.computeIfAbsent(bits, _ -> {
            var set = EnumSet.noneOf(Hazard.class);
            for (var hazard : Hazard.values()) {
                if ((bits & 1 << hazard.ordinal()) != 0) {
                    set.add(hazard);
                }
            }
            return set;
        });
    }

    private static List<Integer> places(long mask) {
        var places = new ArrayList<Integer>();
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            places.add(Long.numberOfTrailingZeros(rest));
        }
        return places;
    }
}
