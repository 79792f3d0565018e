package io.sampan.browse.landedcost;

import io.sampan.browse.weight.Goods;
import io.sampan.browse.weight.Piece;
import io.sampan.browse.weight.Piece.Interval;
import io.sampan.browse.weight.Piece.Source;
import io.sampan.browse.weight.Weights;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.outside.carrier.ParcelSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How heavy and how large a basket's parcel will be, from what is believed of its pieces: a log-normal distribution whose mean and variance are
 * those of the pieces' sum (Fenton 1960). Pieces of one line err together, lines each for itself. All through {@link StrictMath}: a
 * quote is made again to the cent on any machine.
 */
final class ParcelGuess {
    /** One of twenty of a normal distribution lies further out than so many deviations. */
    private static final double ONE_OF_TWENTY = 1.6448536269514722;

    private final Basket basket;
    private final List<Piece> pieces;
    private final Terms terms;
    private final Sum grams;
    private final Sum mm3;
    private final int longest;

    private ParcelGuess(Basket basket, List<Piece> pieces, Terms terms) {
        this.basket = basket;
        this.pieces = List.copyOf(pieces);
        this.terms = terms;
        this.grams = packed(sum(Piece::grams), terms.packingGrams());
        this.mm3 = packed(sum(Piece::mm3), 0);
        this.longest = pieces.stream().mapToInt(Piece::longestMm).max().orElse(1);
    }

    /** @param pieces one of each line, in the basket's order */
    static ParcelGuess of(Basket basket, List<Piece> pieces, Terms terms) {
        return new ParcelGuess(basket, pieces, terms);
    }

    static ParcelGuess of(Basket basket, Weights weights, Terms terms) {
        return new ParcelGuess(
                basket,
                basket.lines().stream().map(line -> weights.expect(goods(line))).toList(),
                terms);
    }

    private static Goods goods(BasketLine line) {
        return new Goods(line.item(), line.shopId(), line.category(), line.statedGrams(), line.statedSize());
    }

    /** @param median half of all sums are below; @param deviation of its logarithm */
    private record Sum(double median, double deviation) {
        long at(double deviations) {
            return Math.max(1, (long) StrictMath.floor(median * StrictMath.exp(deviations * deviation) + 0.5));
        }
    }

    /** With what is wrapped around it. @param box what comes on top of the wrapping */
    private Sum packed(Sum goods, int box) {
        double packing = goods.median() * terms.packingPercent() / 100 + box;
        double varies = packing * terms.packingVariesPercent() / 100;
        double goodsVary = goods.median() * goods.deviation();
        double median = goods.median() + packing;
        return new Sum(median, StrictMath.sqrt(goodsVary * goodsVary + varies * varies) / median);
    }

    private Sum sum(Function<Piece, Interval> figure) {
        double mean = 0;
        double variance = 0;
        for (int line = 0; line < pieces.size(); line++) {
            var one = figure.apply(pieces.get(line));
            double deviation = StrictMath.log((double) one.high() / one.low()) / (2 * ONE_OF_TWENTY);
            double spread = deviation * deviation;
            double ofLine = one.likely() * (double) basket.lines().get(line).quantity() * StrictMath.exp(spread / 2);
            mean += ofLine;
            variance += ofLine * ofLine * StrictMath.expm1(spread);
        }
        double spread = StrictMath.log1p(variance / (mean * mean));
        return new Sum(mean * StrictMath.exp(-spread / 2), StrictMath.sqrt(spread));
    }

    /** As likely too small as too large. */
    ParcelSize likely() {
        return at(0);
    }

    /** One of twenty parcels is smaller. */
    ParcelSize low() {
        return at(-ONE_OF_TWENTY);
    }

    /** One of twenty parcels is larger. */
    ParcelSize high() {
        return at(ONE_OF_TWENTY);
    }

    /** Heavy and large go together. @param deviations how many off the middle */
    ParcelSize at(double deviations) {
        return box(grams.at(deviations), mm3.at(deviations), longest);
    }

    LandedQuote.Weight weight() {
        var lineGrams = new ArrayList<Integer>();
        for (int line = 0; line < pieces.size(); line++) {
            lineGrams.add(Math.toIntExact(
                    pieces.get(line).grams().likely() * basket.lines().get(line).quantity()));
        }
        boolean isKnown =
                pieces.stream().allMatch(piece -> piece.source() == Source.WEIGHED || piece.source() == Source.STATED);
        return new LandedQuote.Weight(low().grams(), likely().grams(), high().grams(), lineGrams, isKnown, pieces);
    }

    /** The first estimates that took part. */
    List<RuleVersion> rules() {
        return pieces.stream()
                .map(Piece::rule)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** One piece of each line as it lies in the warehouse, without a box around it; in the order of the lines. */
    List<ParcelSize> eachAlone() {
        return pieces.stream()
                .map(piece -> box(piece.grams().likely(), piece.mm3().likely(), piece.longestMm()))
                .toList();
    }

    /** As long as the longest of what is in it, else a cube; the other two sides alike. */
    private static ParcelSize box(long grams, long mm3, int longest) {
        int length = Math.max(longest, root(mm3, 3));
        int side = root(Math.ceilDiv(mm3, (long) length), 2);
        return new ParcelSize(Math.toIntExact(grams), length, side, side);
    }

    /** The smallest whole number whose square or cube is at least this. */
    private static int root(long value, int power) {
        int low = 1;
        int high = power == 3 ? 2_097_151 : Integer.MAX_VALUE;
        while (low < high) {
            int middle = low + (high - low) / 2;
            long product = power == 3 ? (long) middle * middle * middle : (long) middle * middle;
            if (product >= value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
