package io.sampan.buy.ordering;

import java.util.UUID;

/** One order; also the subject of its payments and of its story in the ledger. */
public record OrderId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
