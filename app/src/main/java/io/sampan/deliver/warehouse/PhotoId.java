package io.sampan.deliver.warehouse;

import java.util.UUID;

/** One photo of an item. */
public record PhotoId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
