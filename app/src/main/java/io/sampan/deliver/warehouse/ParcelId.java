package io.sampan.deliver.warehouse;

import java.util.UUID;

/** One packed parcel; its id is our reference at the carrier. */
public record ParcelId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
