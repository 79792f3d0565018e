package io.sampan.buy.shipchoice;

import io.sampan.buy.shipchoice.ShipRanking.Mark;
import io.sampan.buy.shipchoice.ShipRanking.Shown;
import io.sampan.buy.shipchoice.ShipRanking.Why;
import io.sampan.outside.carrier.LineId;
import io.sampan.people.preference.Choice;
import io.sampan.people.preference.Levels;
import io.sampan.people.preference.Tastes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ranks ways to the door by how likely the person chooses them; what is beaten in everything comes last, and none is hidden. Learns from every
 * order. No order is ever tried out: whoever takes the first way without looking pays for it. Keeps nothing of a person: who asks keeps the {@link Shipper}.
 */
public final class ShipChooser {
    private static final int ENOUGH_CHOICES = 2;
    private static final int MANY = 3;

    private final Levels levels = new Levels(ShipFeatures.begin());
    /** What is believed of somebody new, by country, until somebody chooses. */
    private final Map<String, Tastes> beginnings = new ConcurrentHashMap<>();

    /** @param offered all that lawfully can be used; at least one */
    public ShipRanking rank(List<ShipOption> offered, String country, Shipper shipper) {
        var chances = tastes(country, shipper).probabilities(ShipFeatures.of(offered, shipper.last()));
        var value = offered.size() < MANY ? null : bestValue(offered, country);
        var rows = new ArrayList<Shown>();
        for (int i = 0; i < offered.size(); i++) {
            var option = offered.get(i);
            rows.add(new Shown(option, chances[i], marks(option, offered, option.equals(value)), Why.OTHER));
        }
        rows.sort(Comparator.comparing((Shown row) -> isBeaten(row.option(), offered))
                .thenComparingDouble(row -> -row.chance()));
        return new ShipRanking(rows.stream()
                .map(row -> new Shown(
                        row.option(), row.chance(), row.marks(), why(row, row == rows.getFirst(), offered, shipper)))
                .toList());
    }

    /** An order went by one of these ways, which were shown in this order. What is known of the person afterwards is returned. */
    public Shipper chose(List<ShipOption> shown, LineId line, String country, Shipper shipper) {
        int place = IntStream.range(0, shown.size())
                .filter(one -> shown.get(one).line().equals(line))
                .findFirst()
                .orElse(-1);
        if (place < 0) {
            return shipper;
        }
        if (shown.size() < 2) {
            return new Shipper(shipper.tastes(), line, shipper.choices(), shipper.pace());
        }
        var after = tastes(country, shipper).after(new Choice(ShipFeatures.shown(shown, shipper.last()), place));
        moved(country, shipper.choices() == 0 ? null : shipper.tastes(), after);
        return new Shipper(after, line, shipper.choices() + 1, shipper.pace());
    }

    /** They say how urgent things are to them: evidence as good as another, which their choices outweigh in time. */
    public Shipper said(Pace pace, String country, Shipper shipper) {
        double moved = pace.deviations() - shipper.pace().deviations();
        var before = tastes(country, shipper);
        var after = before.moved(ShipFeatures.hurried(moved, beginning(country)));
        if (shipper.choices() > 0) {
            moved(country, before, after);
        }
        return new Shipper(after, shipper.last(), shipper.choices(), pace);
    }

    /** Somebody's choices are known from before. */
    public void remember(String country, Shipper shipper) {
        var tastes = shipper.tastes();
        if (tastes != null && shipper.choices() > 0) {
            moved(country, null, tastes);
        }
    }

    /** Somebody wants to be forgotten. */
    public void forget(String country, Shipper shipper) {
        var tastes = shipper.tastes();
        if (tastes != null && shipper.choices() > 0) {
            levels.forgotten(country, tastes);
            beginnings.clear();
        }
    }

    private Tastes tastes(String country, Shipper shipper) {
        var known = shipper.tastes();
        return known == null ? beginning(country) : known;
    }

    private Tastes beginning(String country) {
        return beginnings.computeIfAbsent(country, levels::beginning);
    }

    private void moved(String country, @Nullable Tastes before, Tastes after) {
        levels.moved(country, before, after);
        beginnings.clear();
    }

    private ShipOption bestValue(List<ShipOption> offered, String country) {
        var chances = beginning(country).probabilities(ShipFeatures.of(offered, null));
        int best = IntStream.range(0, offered.size())
                .boxed()
                .max(Comparator.comparingDouble(one -> chances[one]))
                .orElseThrow();
        return offered.get(best);
    }

    private static Set<Mark> marks(ShipOption option, List<ShipOption> offered, boolean isBestValue) {
        var marks = EnumSet.noneOf(Mark.class);
        if (offered.stream().allMatch(other -> option.fen() <= other.fen())) {
            marks.add(Mark.CHEAPEST);
        }
        if (offered.stream().allMatch(other -> option.mostDays() <= other.mostDays())) {
            marks.add(Mark.FASTEST);
        }
        if (isBestValue) {
            marks.add(Mark.BEST_VALUE);
        }
        return marks;
    }

    private static boolean isBeaten(ShipOption option, List<ShipOption> offered) {
        return offered.stream().anyMatch(other -> other.beats(option));
    }

    private static Why why(Shown row, boolean isFirst, List<ShipOption> offered, Shipper shipper) {
        if (!isFirst) {
            return isBeaten(row.option(), offered) ? Why.BEATEN : Why.OTHER;
        }
        if (shipper.pace().isUrgent() && row.marks().contains(Mark.FASTEST)) {
            return Why.SAID_URGENT;
        }
        if (shipper.pace().isThrifty() && row.marks().contains(Mark.CHEAPEST)) {
            return Why.SAID_THRIFTY;
        }
        if (row.option().line().equals(shipper.last())) {
            return Why.LAST_TIME;
        }
        return shipper.choices() >= ENOUGH_CHOICES ? Why.LIKE_BEFORE : Why.USUAL_HERE;
    }
}
