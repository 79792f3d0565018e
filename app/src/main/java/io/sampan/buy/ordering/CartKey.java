package io.sampan.buy.ordering;

import java.util.UUID;

/** Whoever holds it may change the cart, so that it belongs in a cookie and in no log. */
public record CartKey(UUID value) {
    @Override
    public String toString() {
        return "CartKey[...]";
    }
}
