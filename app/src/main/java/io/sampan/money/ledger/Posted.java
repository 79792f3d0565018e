package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import java.util.List;

/** What came of a movement. When several would fit, the first in this order is the answer. */
public sealed interface Posted {
    /** It is no movement at all; nothing was written. */
    record Malformed(String why) implements Posted {}

    /** The same movement stands already, at the same or another time; nothing was written. */
    record AlreadyPosted() implements Posted {}

    /** Another movement has this id; nothing was written. */
    record Conflicting(Movement standing) implements Posted {}

    /** There is no such hold to settle or release; nothing was written. */
    record NoSuchHold(String hold) implements Posted {}

    /** More is to be settled than is held, or in another currency; nothing was written. */
    record MoreThanHeld(Money held) implements Posted {}

    /** The hold was settled, released, or has expired; nothing was written. */
    record HoldEnded(HoldEnd how) implements Posted {}

    /** It does not sum to zero; nothing was written. {@code off} is the sum of each currency that is not zero. */
    record Unbalanced(List<Money> off) implements Posted {}

    /** A limited account would be spent below nothing; nothing was written, and the id stays free. {@code lacking} is above zero. */
    record Overdrawn(AccountRef account, Money lacking) implements Posted {}

    /** It is written for good. */
    record Done() implements Posted {}

    /** How a hold ended. */
    enum HoldEnd {
        SETTLED,
        RELEASED,
        EXPIRED
    }

    /** Whether the movement stands now. */
    default boolean stands() {
        return this instanceof Done || this instanceof AlreadyPosted;
    }

    /**
     * For callers whose own record must not stand without the movement: undoes their transaction.
     *
     * @throws IllegalStateException unless the movement stands now
     */
    default void orThrow() {
        if (!stands()) {
            throw new IllegalStateException("Not posted: " + this);
        }
    }
}
