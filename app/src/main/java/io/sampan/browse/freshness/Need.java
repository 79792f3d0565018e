package io.sampan.browse.freshness;

import java.time.Duration;

/** Why an item must be looked at again, and how old an answer may be. */
public sealed interface Need {
    /** @param maxAge how old the knowledge may be; zero asks the marketplace in any case */
    record InCart(Duration maxAge) implements Need {}

    /** The marketplace is asked in any case: what is paid for is never what it was. */
    record ToPay() implements Need {}

    /** How old an answer may be. */
    default Duration maxAge() {
        return switch (this) {
            case InCart inCart -> inCart.maxAge;
            case ToPay _ -> Duration.ZERO;
        };
    }
}
