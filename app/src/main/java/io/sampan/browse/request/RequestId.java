package io.sampan.browse.request;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.util.Optional;
import java.util.UUID;

/** Names one request; nobody can guess it, so that what one person asked for is found by nobody else. */
public record RequestId(UUID value) {
    /** The goods that the answer offers, as the catalogue, carts and orders name them. */
    public ItemRef item() {
        return new ItemRef(MarketplaceId.ELSEWHERE, value.toString());
    }

    /** The request whose goods these are; empty for an id that names none. */
    static Optional<RequestId> of(String itemId) {
        try {
            return Optional.of(new RequestId(UUID.fromString(itemId)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
