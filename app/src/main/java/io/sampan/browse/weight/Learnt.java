package io.sampan.browse.weight;

import io.sampan.browse.weight.Categories.First;
import io.sampan.browse.weight.Nested.Place;
import io.sampan.browse.weight.Piece.Source;
import io.sampan.browse.weight.Quantity.Asked;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that was learnt of weights, volumes and sides. Safe for many threads. */
final class Learnt {
    private static final double MM3_PER_CM3 = 1_000;
    /** Volumes of a category differ as weights do, and somewhat more: the same coat is folded or hung. */
    private static final double VOLUMES_DIFFER = 1.2;
    /** A box that is nobody's in particular is so much longer than a cube. */
    private static final double LONGER_THAN_A_CUBE = 1.4;

    private static final double SIDES_DIFFER = 0.3;

    private final Categories categories;
    private final Quantity grams = new Quantity();
    private final Quantity mm3 = new Quantity();
    private final Quantity longest = new Quantity();

    Learnt(Categories categories) {
        this.categories = categories;
    }

    synchronized void learn(Weighed weighed) {
        var goods = weighed.goods();
        var first = categories.of(goods.category(), weighed.at());
        grams.learn(grams(goods, first), weighed.pieceGrams());
        mm3.learn(mm3(goods, first), weighed.pieceMm3());
        if (weighed.pieces() == 1) {
            longest.learn(longest(goods, first), Weighed.longest(weighed.size()));
        }
    }

    synchronized Piece expect(Goods goods, Instant at) {
        var first = categories.of(goods.category(), at);
        var asked = grams(goods, first);
        var source = grams.source(asked);
        return new Piece(
                grams.expect(asked),
                mm3.expect(mm3(goods, first)),
                Math.toIntExact(longest.expect(longest(goods, first)).likely()),
                source,
                source == Source.WEIGHED || source == Source.STATED ? null : first.version());
    }

    private static Asked grams(Goods goods, First first) {
        return asked(goods, first, first.likely(), deviation(first), goods.statedGrams());
    }

    private static Asked mm3(Goods goods, First first) {
        var size = goods.statedSize();
        Double stated = size == null ? null : (double) size.length() * size.width() * size.height();
        return asked(goods, first, first.cm3() * MM3_PER_CM3, VOLUMES_DIFFER * deviation(first), stated);
    }

    private static Asked longest(Goods goods, First first) {
        double likely = LONGER_THAN_A_CUBE * Math.cbrt(first.cm3() * MM3_PER_CM3);
        SizeMm size = goods.statedSize();
        return asked(goods, first, likely, SIDES_DIFFER, size == null ? null : Weighed.longest(size));
    }

    private static Asked asked(Goods goods, First first, double likely, double deviation, @Nullable Number stated) {
        return new Asked(
                new Place(first.name(), goods.shopKey(), goods.itemKey()),
                new Quantity.First(likely, deviation),
                stated == null ? null : stated.doubleValue());
    }

    private static double deviation(First first) {
        return Math.log((double) first.high() / first.low()) / (2 * Residuals.NORMAL);
    }
}
