package io.sampan.deliver.procurement;

import java.util.UUID;

/** One purchase; also our reference at the marketplace. */
public record PurchaseId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
