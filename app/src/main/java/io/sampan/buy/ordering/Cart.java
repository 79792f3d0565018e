package io.sampan.buy.ordering;

import io.sampan.browse.catalog.Product;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
     * @param source the connector whose offer lies in the cart: it is looked at, and bought, through this one
     * @param quantity pieces
     * @param remark for the seller; may be empty, unless the variant is described in words, see {@link Offer#isPriceOnly}: then these words
     */
    public record Line(ItemRef item, String source, String skuId, int quantity, String remark, Instant addedAt) {
        /** Whether a person has to read which variant is meant. */
        public boolean isDescribed() {
            return skuId.equals(Offer.DESCRIBED);
        }

        /** The offer that it is bought from: its own source's; where that source is not ours any more, the best one that has the variant. */
        public Optional<Offer> offer(Product product) {
            return product.from(source).map(Product.Sighting::offer).or(() -> product.offering(skuId));
        }

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

    /** What tells whether a cart is still the one that a page showed, see {@link #seal(List)}. */
    public String seal() {
        return seal(lines);
    }

    /** Hexadecimal; the same for the same variants from the same sources with the same pieces and remarks in the same order, and for nothing else. */
    static String seal(List<Line> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            for (var part : List.of(line.item(), line.source(), line.skuId(), line.quantity(), line.remark())) {
                text.append(part).append('\0');
            }
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Pieces of an item over all its variants, which decides the wholesale price. */
    public int pieces(ItemRef item) {
        return lines.stream()
                .filter(line -> line.item().equals(item))
                .mapToInt(Line::quantity)
                .sum();
    }
}
