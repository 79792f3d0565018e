package io.sampan.browse.landedcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sampan.browse.weight.Piece;
import io.sampan.browse.weight.Piece.Interval;
import io.sampan.browse.weight.Piece.Source;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight;
import io.sampan.outside.carrier.Line;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.carrier.SampleLines;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The predicted loss, against a hundred thousand parcels drawn by chance. */
class GuaranteeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Terms TERMS = new Terms(
            BigDecimal.valueOf(5),
            BigDecimal.valueOf(20),
            Money.fen(800),
            8,
            120,
            15,
            new LandedQuote.Days(1, 4),
            new LandedQuote.Days(1, 2),
            Duration.ofMinutes(30));

    @Test
    void isWhatParcelsCostOnAverageBeyondTheQuotedFreight() {
        for (var name : List.of("express", "economy")) {
            var line = SampleLines.shipped().find(new LineId(name), "DE", NOON).orElseThrow();
            for (var width : List.of(1.05, 1.3, 2.0)) {
                var guess = guess(800, width);
                var quoted = price(line, guess.likely());
                double drawn = drawn(line, guess, quoted);
                double predicted = loss(line, guess, quoted);
                // Ten equal shares stand for all parcels of the heavier half.
                assertThat(predicted).isCloseTo(drawn, within(0.05 * drawn + 40));
            }
        }
    }

    @Test
    void freightOfAHeavierPieceIsNeverLess() {
        for (var name : List.of("express", "economy")) {
            var line = SampleLines.shipped().find(new LineId(name), "DE", NOON).orElseThrow();
            long last = 0;
            for (int grams = 1; grams <= 6_000; grams++) {
                long freight = price(line, guess(grams, 1.3).likely());
                assertThat(freight).isGreaterThanOrEqualTo(last);
                last = freight;
            }
        }
    }

    @Test
    void theBetterAWeightIsKnownTheLessItCosts() {
        var line = SampleLines.shipped().find(new LineId("economy"), "DE", NOON).orElseThrow();
        double last = Double.MAX_VALUE;
        for (var width : List.of(3.0, 2.0, 1.4, 1.1, 1.0)) {
            var guess = guess(800, width);
            double loss = loss(line, guess, price(line, guess.likely()));
            assertThat(loss).isLessThan(last);
            last = loss;
        }
    }

    private static long loss(Line line, ParcelGuess guess, long quoted) {
        return Guarantee.loss(guess, Money.fen(quoted), size -> line.price(size, Set.of()))
                .minor();
    }

    private static double drawn(Line line, ParcelGuess guess, long quoted) {
        var random = new Random(11);
        int parcels = 100_000;
        double sum = 0;
        for (int i = 0; i < parcels; i++) {
            sum += Math.max(0, price(line, guess.at(random.nextGaussian())) - quoted);
        }
        return sum / parcels;
    }

    private static long price(Line line, ParcelSize size) {
        return ((Freight.Priced) line.price(size, Set.of())).amount().minor();
    }

    /** @param width how many times the likely weight the heaviest of twenty weighs */
    private static ParcelGuess guess(int grams, double width) {
        var weight = new Interval(Math.max(1, Math.round(grams / width)), grams, Math.round(grams * width));
        var mm3 = new Interval(Math.round(grams * 3_000 / width), grams * 3_000L, Math.round(grams * 3_000 * width));
        var piece = new Piece(weight, mm3, 200, Source.WEIGHED, null);
        return ParcelGuess.of(Basket.of(Samples.line("女装 连衣裙", 10_000, 1, null)), List.of(piece), TERMS);
    }
}
