package io.sampan.browse.weight;

import io.sampan.outside.marketplace.Offer.SizeMm;
import java.time.Instant;
import java.util.UUID;

/**
 * Pieces of one item, weighed and measured in the warehouse.
 *
 * @param id of the weighing; the same one told twice is told once
 * @param pieces 1 or more
 * @param grams of all pieces together, above zero
 * @param size of all pieces together
 */
public record Weighed(UUID id, Goods goods, int pieces, int grams, SizeMm size, Instant at) {
    public Weighed {
        if (pieces < 1 || grams < 1) {
            throw new IllegalArgumentException(pieces + " pieces of " + grams + " g");
        }
    }

    double pieceGrams() {
        return (double) grams / pieces;
    }

    double pieceMm3() {
        return (double) size.length() * size.width() * size.height() / pieces;
    }

    static int longest(SizeMm size) {
        return Math.max(size.length(), Math.max(size.width(), size.height()));
    }
}
