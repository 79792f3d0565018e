package io.sampan.simulators.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer in full, as it is at one moment.
 *
 * @param listing     what never changes
 * @param status      whether it can be bought
 * @param skus        2 to 24, over colour and size
 * @param tiers       wholesale ladder for the first SKU, at least one step, quantities rising, prices falling
 * @param byQuantity  the ladder holds for all SKUs (1688 quoteType 2) rather than prices by SKU
 * @param minQuantity fewest pieces in one order
 * @param parcel      what it really weighs and measures
 * @param statedGrams what the seller says it weighs: missing or wrong at times
 * @param freightFen  domestic freight of the first piece; 0 when the seller pays
 * @param attributes  in both languages
 * @param pictures    how many pictures there are, numbered from 1
 */
public record Offer(
        Listing listing,
        Status status,
        List<Sku> skus,
        List<Tier> tiers,
        boolean byQuantity,
        int minQuantity,
        Parcel parcel,
        @Nullable Integer statedGrams,
        long freightFen,
        List<Attribute> attributes,
        int pictures) {

    /** Whether it is listed. */
    public enum Status {
        ON,
        OFF
    }

    /** One step of the wholesale ladder: from so many pieces on, each at so many fen. */
    public record Tier(int from, long fen) {}

    /** Weight in grams and packed size of one piece of the first SKU. */
    public record Parcel(int grams, SizeMm size) {}

    /** A named property, such as 材质 / Material: 陶瓷 / Ceramic. */
    public record Attribute(long id, Word name, Word value) {}

    /**
     * One thing that can be ordered.
     *
     * @param id      its number
     * @param specId  32 hexadecimal digits, the order key on 1688
     * @param colour  its colour
     * @param size    its size or specification
     * @param listFen the price on the tag
     * @param fen     the price to pay now for one piece, at most the tag's
     * @param stock   pieces on hand
     * @param grams   what one piece really weighs, packed
     */
    public record Sku(long id, String specId, Colour colour, Word size, long listFen, long fen, int stock, int grams) {}

    /** Pieces on hand over all SKUs. */
    public long stock() {
        return skus.stream().mapToLong(Sku::stock).sum();
    }

    /** The lowest price to pay for one piece. */
    public long lowestFen() {
        return skus.stream().mapToLong(Sku::fen).min().orElseThrow();
    }

    /** What one piece costs in an order of so many of this offer. */
    public long unitFen(Sku sku, int quantityOfOffer) {
        if (!byQuantity) {
            return sku.fen();
        }
        long fen = tiers.getFirst().fen();
        for (Tier tier : tiers) {
            fen = quantityOfOffer >= tier.from() ? tier.fen() : fen;
        }
        return fen;
    }
}
