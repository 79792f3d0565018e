package io.sampan.buy.ordering;

import java.util.UUID;

/** One line of one order. */
public record OrderLineId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
