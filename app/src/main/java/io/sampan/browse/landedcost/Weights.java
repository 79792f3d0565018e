package io.sampan.browse.landedcost;

import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.ground.rulebook.Rulebook;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * How heavy and how large a basket's parcel will be: the sellers' stated weights where they speak, else what pieces of the category weigh as a
 * rule, with packing. All in whole grams and millimetres.
 */
@Component
final class Weights {
    private static final int HEAVIEST_STATED = 100_000;
    private static final int LONGEST_STATED_MM = 3_000;
    private static final int MM3_PER_CM3 = 1_000;
    private static final String OTHERWISE = "otherwise";

    private final List<Prior> priors;
    private final List<Prior> otherwise;

    Weights(LandedCostSettings settings) throws IOException {
        try (var file = settings.weights().getInputStream()) {
            var rules = Rulebook.read("weights.csv", file).all();
            this.priors = rules.stream()
                    .filter(rule -> !rule.name().equals(OTHERWISE))
                    .map(Prior::of)
                    .toList();
            this.otherwise = rules.stream()
                    .filter(rule -> rule.name().equals(OTHERWISE))
                    .map(Prior::of)
                    .toList();
        }
    }

    /** @param cm3 of one packed piece */
    record Prior(RuleVersion version, List<String> keywords, int low, int likely, int high, int cm3) {
        static Prior of(Rule rule) {
            var prior = new Prior(
                    rule.version(),
                    rule.words("keywords"),
                    rule.whole("low"),
                    rule.whole("grams"),
                    rule.whole("high"),
                    rule.whole("cm3"));
            if (prior.low < 1 || prior.low > prior.likely || prior.likely > prior.high || prior.cm3 < 1) {
                throw new IllegalArgumentException(
                        "Not an interval: " + rule.version().id());
            }
            return prior;
        }
    }

    /** One piece: grams, and cubic millimetres and longest side at the likely weight. */
    private record Piece(long low, long likely, long high, long mm3, int longestMm) {}

    /** A basket's parcel, light, likely and heavy. */
    record Guess(
            ParcelSize low, ParcelSize likely, ParcelSize high, LandedQuote.Weight weight, List<RuleVersion> rules) {}

    Guess guess(Basket basket, Terms terms, Instant at) {
        var rules = new ArrayList<RuleVersion>();
        var lineGrams = new ArrayList<Integer>();
        long low = 0;
        long likely = 0;
        long high = 0;
        long mm3 = 0;
        int longest = 1;
        boolean stated = true;
        for (var line : basket.lines()) {
            var prior = prior(line.category(), at);
            var piece = piece(line, prior, terms);
            if (!isStated(line)) {
                stated = false;
                rules.add(prior.version());
            }
            int pieces = line.quantity();
            low += piece.low() * pieces;
            likely += piece.likely() * pieces;
            high += piece.high() * pieces;
            mm3 += piece.mm3() * pieces;
            longest = Math.max(longest, piece.longestMm());
            lineGrams.add(Math.toIntExact(piece.likely() * pieces));
        }
        var lowSize = parcel(low, mm3 * low / likely, longest, terms);
        var likelySize = parcel(likely, mm3, longest, terms);
        var highSize = parcel(high, mm3 * high / likely, longest, terms);
        var weight = new LandedQuote.Weight(lowSize.grams(), likelySize.grams(), highSize.grams(), lineGrams, stated);
        return new Guess(
                lowSize, likelySize, highSize, weight, rules.stream().distinct().toList());
    }

    /** One piece of each line, as likely as not, without a box. */
    List<ParcelSize> pieces(Basket basket, Terms terms, Instant at) {
        return basket.lines().stream()
                .map(line -> piece(line, prior(line.category(), at), terms))
                .map(piece -> box(piece.likely(), piece.mm3(), piece.longestMm()))
                .toList();
    }

    private static Piece piece(BasketLine line, Prior prior, Terms terms) {
        var size = line.statedSize();
        long mm3 = (long) prior.cm3 * MM3_PER_CM3;
        int longest = 1;
        if (size != null && isSize(size)) {
            mm3 = (long) size.length() * size.width() * size.height();
            longest = Math.max(size.length(), Math.max(size.width(), size.height()));
        }
        Integer grams = line.statedGrams();
        if (grams == null || !isStated(line)) {
            return new Piece(prior.low, prior.likely, prior.high, mm3, longest);
        }
        return new Piece(
                Math.floorDiv((long) grams * terms.statedLowPercent(), 100),
                grams,
                Math.ceilDiv((long) grams * terms.statedHighPercent(), 100),
                mm3,
                longest);
    }

    private static boolean isStated(BasketLine line) {
        Integer grams = line.statedGrams();
        return grams != null && grams > 0 && grams <= HEAVIEST_STATED;
    }

    private static boolean isSize(SizeMm size) {
        return isSide(size.length()) && isSide(size.width()) && isSide(size.height());
    }

    private static boolean isSide(int mm) {
        return mm > 0 && mm <= LONGEST_STATED_MM;
    }

    /** A box around all pieces: as long as the longest of them, else a cube; the other two sides alike. */
    private static ParcelSize parcel(long goodsGrams, long goodsMm3, int longest, Terms terms) {
        long grams = withPacking(goodsGrams, terms) + terms.packingGrams();
        return box(grams, Math.max(1, withPacking(goodsMm3, terms)), longest);
    }

    private static ParcelSize box(long grams, long mm3, int longest) {
        int length = Math.max(longest, root(mm3, 3));
        int side = root(Math.ceilDiv(mm3, (long) length), 2);
        return new ParcelSize(Math.toIntExact(grams), length, side, side);
    }

    private static long withPacking(long quantity, Terms terms) {
        return Math.ceilDiv(quantity * (100 + terms.packingPercent()), 100L);
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

    private Prior prior(String category, Instant at) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var text = category.toLowerCase(Locale.ROOT);
        Prior best = null;
        int length = 0;
        for (var prior : priors) {
            int match = prior.version().holdsOn(day) ? longestMatch(prior.keywords(), text) : 0;
            if (match > length) {
                best = prior;
                length = match;
            }
        }
        return best != null ? best : ofNothingKnown(day);
    }

    private Prior ofNothingKnown(LocalDate day) {
        return otherwise.stream()
                .filter(prior -> prior.version().holdsOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("weights.csv knows no row " + OTHERWISE + " for " + day));
    }

    private static int longestMatch(List<String> keywords, String text) {
        int longest = 0;
        for (var keyword : keywords) {
            if (keyword.length() > longest && text.contains(keyword)) {
                longest = keyword.length();
            }
        }
        return longest;
    }
}
