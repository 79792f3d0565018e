package io.sampan.browse.weight;

import io.sampan.ground.rulebook.RuleVersion;
import org.jspecify.annotations.Nullable;

/**
 * What one packed piece weighs and measures, as far as can be told.
 *
 * @param grams its weight
 * @param mm3 its volume in cubic millimetres
 * @param longestMm its longest side in millimetres, as likely as not
 * @param source what is mostly known of it
 * @param rule the first estimate of its category, where nothing else is known; else null
 */
public record Piece(
        Interval grams,
        Interval mm3,
        int longestMm,
        Source source,
        @Nullable RuleVersion rule) {
    /** What a weight is known from, the best first. */
    public enum Source {
        /** Pieces of this item were weighed. */
        WEIGHED,
        /** Its seller says so, as far as this seller was right before. */
        STATED,
        /** Other goods of its shop and category were weighed. */
        SHOP,
        /** Only its category is known. */
        CATEGORY
    }

    /**
     * Between what a figure lies.
     *
     * @param low one of twenty lies below
     * @param likely half lie below
     * @param high one of twenty lies above
     */
    public record Interval(long low, long likely, long high) {
        public Interval {
            if (low < 1 || low > likely || likely > high) {
                throw new IllegalArgumentException("No interval: " + low + ", " + likely + ", " + high);
            }
        }
    }
}
