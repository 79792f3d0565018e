package io.sampan.browse.weight;

import io.sampan.browse.weight.Nested.Place;
import io.sampan.browse.weight.Piece.Interval;
import io.sampan.browse.weight.Piece.Source;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that is measured of all goods, such as their weight: what was learnt of it. */
final class Quantity {
    private final Nested goods = new Nested();
    private final Sellers sellers = new Sellers();
    private final Map<Source, Residuals> residuals = new EnumMap<>(Source.class);

    /**
     * The first estimate of a category.
     *
     * @param likely above zero
     * @param deviation of the logarithm, above zero
     */
    record First(double likely, double deviation) {
        double scaled(double figure) {
            return (Math.log(figure) - Math.log(likely)) / deviation;
        }

        Belief unscaled(Belief belief) {
            return new Belief(Math.log(likely) + deviation * belief.mean(), belief.variance() * deviation * deviation);
        }
    }

    /** Whose figure. @param stated by the seller; null when silent */
    record Asked(Place place, First first, @Nullable Double stated) {}

    void learn(Asked asked, double figure) {
        var believed = piece(asked);
        residual(asked).learn((Math.log(figure) - believed.mean()) / believed.deviation());
        Double stated = asked.stated();
        if (stated != null && !goods.knows(asked.place())) {
            sellers.learn(asked.place().shop(), Math.log(stated) - Math.log(figure));
        }
        goods.learn(asked.place(), asked.first().scaled(figure));
    }

    Interval expect(Asked asked) {
        var believed = piece(asked);
        var residual = residual(asked);
        long likely = whole(believed.mean());
        long low = whole(believed.mean() + residual.low() * believed.deviation());
        long high = whole(believed.mean() + residual.high() * believed.deviation());
        return new Interval(Math.min(low, likely), likely, Math.max(high, likely));
    }

    Source source(Asked asked) {
        if (goods.knows(asked.place())) {
            return Source.WEIGHED;
        }
        if (asked.stated() != null) {
            return Source.STATED;
        }
        return goods.knowsShop(asked.place()) ? Source.SHOP : Source.CATEGORY;
    }

    private Belief piece(Asked asked) {
        var first = asked.first();
        var item = first.unscaled(goods.of(asked.place()));
        Double stated = asked.stated();
        var heard = stated == null ? item : sellers.heard(asked.place().shop(), Math.log(stated), item);
        return heard.spread(goods.ofPieces() * first.deviation() * first.deviation());
    }

    private Residuals residual(Asked asked) {
        return residuals.computeIfAbsent(source(asked), _ -> new Residuals());
    }

    private static long whole(double log) {
        return Math.max(1, Math.round(Math.exp(log)));
    }
}
