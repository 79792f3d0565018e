package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;
import java.time.Instant;

/**
 * A photo of an item, without place, camera or any other note within it. Only its order's shopper and operators may see it: who serves it checks.
 *
 * @param contentType by its own bytes: {@code image/jpeg}, {@code image/png} or {@code image/webp}
 */
public record Photo(PhotoId id, ItemId item, OrderId order, String contentType, byte[] bytes, Instant takenAt) {
    /** A photo without its bytes. */
    public record Ref(PhotoId id, ItemId item) {}

    @Override
    public String toString() {
        return "Photo[" + id + ", " + contentType + ", " + bytes.length + " bytes]";
    }
}
