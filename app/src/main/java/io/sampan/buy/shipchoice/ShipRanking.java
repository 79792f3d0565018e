package io.sampan.buy.shipchoice;

import io.sampan.outside.carrier.LineId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The ways to the door in the order in which they are shown. */
public record ShipRanking(List<Shown> shown) {
    public ShipRanking {
        shown = List.copyOf(shown);
    }

    /** What a way is among those that are offered. */
    public enum Mark {
        CHEAPEST,
        FASTEST,
        /** What most people of the country would choose among three or more. */
        BEST_VALUE
    }

    /** Why a way stands where it stands. */
    public enum Why {
        /** They say that they are in a hurry. */
        SAID_URGENT,
        /** They say that they save. */
        SAID_THRIFTY,
        /** Their last order went this way. */
        LAST_TIME,
        /** It is like what they chose before. */
        LIKE_BEFORE,
        /** What most people of their country would choose. */
        USUAL_HERE,
        /** Another way is better in something and worse in nothing. */
        BEATEN,
        /** One of the rest. */
        OTHER
    }

    /**
     * One of them.
     *
     * @param chance how likely the person chooses it, wherever it stands
     */
    public record Shown(ShipOption option, double chance, Set<Mark> marks, Why why) {
        public Shown {
            marks = marks.isEmpty() ? Set.of() : EnumSet.copyOf(marks);
        }
    }

    public List<ShipOption> options() {
        return shown.stream().map(Shown::option).toList();
    }

    public List<LineId> lines() {
        return shown.stream().map(row -> row.option().line()).toList();
    }
}
