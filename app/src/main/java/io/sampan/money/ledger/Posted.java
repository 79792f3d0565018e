package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import java.util.List;

/** What came of posting an entry. When several would fit, the first in this order is the answer. */
public sealed interface Posted {
    /** It is no entry at all; nothing was written. */
    record Malformed(String why) implements Posted {}

    /** The same entry stands already, at the same or another time; nothing was written. */
    record AlreadyPosted() implements Posted {}

    /** Another entry has this id; nothing was written. */
    record Conflicting(Entry standing) implements Posted {}

    /** It does not sum to zero; nothing was written. {@code off} is the sum of each currency that is not zero. */
    record Unbalanced(List<Money> off) implements Posted {}

    /** It is written for good. */
    record Done() implements Posted {}

    /**
     * For callers whose own record must not stand without the entry: undoes their transaction.
     *
     * @throws IllegalStateException unless the entry stands now
     */
    default void orThrow() {
        switch (this) {
            case Done _, AlreadyPosted _ -> {}
            case Malformed m -> throw new IllegalStateException("Not an entry: " + m.why());
            case Conflicting c ->
                throw new IllegalStateException(
                        "Another entry has the id " + c.standing().id());
            case Unbalanced u -> throw new IllegalStateException("Entry is off by " + u.off());
        }
    }
}
