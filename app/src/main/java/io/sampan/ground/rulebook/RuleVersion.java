package io.sampan.ground.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a rule, as a quote names it.
 *
 * @param id the rule and its first day, such as {@code eu-150@2026-07-01}
 * @param source who says so, and when
 * @param validFrom first day (UTC) on which it holds
 * @param validTo last day on which it holds; null while no end is known
 * @param confirmed false for a figure that nobody has confirmed: pages must say so
 */
public record RuleVersion(
        String id,
        String source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean confirmed) {
    /** Whether it holds on this day; both ends count. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean overlaps(RuleVersion other) {
        return (validTo == null || !other.validFrom.isAfter(validTo))
                && (other.validTo == null || !validFrom.isAfter(other.validTo));
    }
}
