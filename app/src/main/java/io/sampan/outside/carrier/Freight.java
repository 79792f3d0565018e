package io.sampan.outside.carrier;

import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import java.util.List;

/** What a line asks for a parcel, or why it does not take it. */
public sealed interface Freight {
    /**
     * @param amount in CNY, as the carrier bills us
     * @param billedGrams the weight that the carrier counts, after volume and rounding
     * @param steps how the amount came about; those with an amount add up to it
     * @param rules the line's and the zone's rule versions
     */
    record Priced(Money amount, int billedGrams, List<Step> steps, List<RuleVersion> rules) implements Freight {
        public Priced {
            steps = List.copyOf(steps);
            rules = List.copyOf(rules);
        }
    }

    /** @param limit the most that the line takes, in grams or millimetres as the reason says; 0 where no figure applies */
    record NotPossible(Reason reason, int limit) implements Freight {}

    enum Reason {
        TOO_HEAVY,
        TOO_LONG,
        TOO_BULKY,
        REFUSED_GOODS,
        NO_SERVICE
    }

    /**
     * One step of the calculation.
     *
     * @param grams the weight that the step speaks of; 0 where none
     * @param amount what the step adds; zero for the steps that only find the weight
     */
    record Step(Kind kind, int grams, Money amount) {
        public enum Kind {
            ACTUAL_WEIGHT,
            VOLUME_WEIGHT,
            BILLED_WEIGHT,
            HANDLING,
            FIRST_WEIGHT,
            FURTHER_WEIGHT,
            ALL_WEIGHT,
            LEAST_CHARGE,
            FUEL,
            SURCHARGE
        }
    }
}
