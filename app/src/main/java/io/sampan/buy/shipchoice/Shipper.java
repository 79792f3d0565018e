package io.sampan.buy.shipchoice;

import io.sampan.outside.carrier.LineId;
import io.sampan.people.preference.Tastes;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how one person has things shipped.
 *
 * @param tastes null before their first choice and their first word
 * @param last the line of their last order; null before it
 * @param choices how many orders taught something
 * @param pace what they said
 */
public record Shipper(@Nullable Tastes tastes, @Nullable LineId last, int choices, Pace pace) {
    /** Somebody of whom nothing is known, or who wants nothing to be known. */
    public static final Shipper UNKNOWN = new Shipper(null, null, 0, Pace.BALANCED);
}
