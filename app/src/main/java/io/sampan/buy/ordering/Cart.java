package io.sampan.buy.ordering;

import io.sampan.outside.marketplace.ItemRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody may order; the oldest line first. It holds no prices: those are looked up whenever they are shown. */
public record Cart(CartKey key, List<Line> lines) {
    public Cart {
        lines = List.copyOf(lines);
    }

    /**
     * Some pieces of one variant; a cart has at most one line of it.
     *
     * @param quantity pieces
     * @param remark for the seller; may be empty
     */
    public record Line(ItemRef item, String skuId, int quantity, String remark, Instant addedAt) {
        public boolean isOf(ItemRef other, String otherSku) {
            return item.equals(other) && skuId.equals(otherSku);
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Optional<Line> line(ItemRef item, String skuId) {
        return lines.stream().filter(line -> line.isOf(item, skuId)).findFirst();
    }

    /** Pieces of an item over all its variants, which decides the wholesale price. */
    public int pieces(ItemRef item) {
        return lines.stream()
                .filter(line -> line.item().equals(item))
                .mapToInt(Line::quantity)
                .sum();
    }
}
