package io.sampan.buy.shipchoice;

import io.sampan.outside.carrier.LineId;

/**
 * A way to the door.
 *
 * @param fen CNY fen that are paid in all, what is asked at the door included
 * @param leastDays from payment to the door
 * @param mostDays at least {@code leastDays}
 * @param prepaid whether nothing is asked at the door
 */
public record ShipOption(LineId line, long fen, int leastDays, int mostDays, boolean prepaid) {
    public ShipOption {
        if (fen < 0 || leastDays < 0 || leastDays > mostDays) {
            throw new IllegalArgumentException(
                    "No way to a door: " + line + " " + fen + " " + leastDays + " " + mostDays);
        }
    }

    /** Days of which nobody knows beforehand whether they are needed. */
    public int doubtDays() {
        return mostDays - leastDays;
    }

    /** Whether this one is in nothing worse than the other, and in something better: nobody has a reason to choose the other. */
    boolean beats(ShipOption other) {
        boolean noWorse = fen <= other.fen
                && mostDays <= other.mostDays
                && doubtDays() <= other.doubtDays()
                && (prepaid || !other.prepaid);
        boolean better = fen < other.fen
                || mostDays < other.mostDays
                || doubtDays() < other.doubtDays()
                || (prepaid && !other.prepaid);
        return noWorse && better;
    }
}
