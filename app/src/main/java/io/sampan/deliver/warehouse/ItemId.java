package io.sampan.deliver.warehouse;

import java.util.UUID;

/** The pieces of one order line, as the warehouse handles them. */
public record ItemId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
