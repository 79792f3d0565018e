package io.sampan.buy.ordering;

import java.util.List;

/** Why a cart cannot be ordered as it is. */
public sealed interface Hindrance extends Prepared, CheckedOut {
    record EmptyCart() implements Hindrance {}

    /** At least one; the others could be ordered. */
    record Blocked(List<BlockedLine> lines) implements Hindrance {
        public Blocked {
            lines = List.copyOf(lines);
        }
    }

    record CannotShip(Reason reason) implements Hindrance {}

    /** @param limit pieces that are there, or that the seller wants at least; 0 where it does not matter */
    record BlockedLine(Cart.Line line, Why why, int limit) {}

    enum Why {
        SOLD_OUT,
        /** There are fewer pieces than wanted. */
        TOO_FEW_LEFT,
        /** The seller sells no fewer than the limit, over all variants of the item. */
        BELOW_MINIMUM,
        /** The marketplace does not answer, so that nobody knows price and stock. */
        UNREACHABLE
    }

    enum Reason {
        /** Something is missing in the address. */
        ADDRESS,
        /** No line carries all of it there in one parcel. */
        NO_LINE
    }
}
