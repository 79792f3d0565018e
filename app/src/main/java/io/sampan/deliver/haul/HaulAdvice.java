package io.sampan.deliver.haul;

import java.util.List;
import java.util.Optional;

/**
 * How to send a haul, and what else there is.
 *
 * @param best the cheapest plan found; for a few things there is no cheaper one
 * @param second the cheapest of the others that were seen
 * @param together all in one parcel; empty where no line takes that
 * @param apart each thing in a parcel of its own
 */
public record HaulAdvice(HaulPlan best, Optional<HaulPlan> second, Optional<HaulPlan> together, HaulPlan apart) {
    /** Advice, or why there is none. */
    public sealed interface Outcome {}

    public record Advised(HaulAdvice advice) implements Outcome {}

    /** @param items places in the haul of the things that no line takes, even alone */
    public record NotCarried(List<Integer> items) implements Outcome {}

    /** The country takes no consignment of this value, or we do not know its rules or the currency that they are written in. */
    public record NotAdmitted() implements Outcome {}
}
