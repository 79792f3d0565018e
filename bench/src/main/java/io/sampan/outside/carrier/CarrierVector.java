package io.sampan.outside.carrier;

import io.sampan.ground.rulebook.Rulebook;
import io.sampan.money.amount.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Opens weighing, tariffs and the detector of numbers to the benchmark of tariffs. */
public final class CarrierVector {
    private static final String PARCEL = "bench@2025-01-01";
    private final TrackingNumbers numbers;

    public CarrierVector() {
        try {
            numbers = new TrackingNumbers(new CarrierSettings(
                    new ClassPathResource("rules/carrier/lines.csv"),
                    new ClassPathResource("rules/carrier/zones.csv"),
                    new ClassPathResource("rules/carrier/numbers.csv")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The grams that a line bills.
     *
     * @param volume cell of a line, such as {@code 5000}; empty when volume does not count
     * @param volumeStep grams
     * @param rounding cell of a line, such as {@code 500<21000 1000}
     */
    public static int billed(String volume, int volumeStep, String rounding, ParcelSize size) {
        var book = Rulebook.parse(
                PARCEL,
                "rule;volume;volume_step;rounding;valid_from;valid_to;source;confirmed\n" + "bench;" + volume + ";"
                        + volumeStep + ";" + rounding + ";2025-01-01;;a case;yes");
        return Weighing.of(book.all().getFirst()).billedGrams(size);
    }

    /** What a tariff asks; empty when it does not cover the weight. */
    public static Optional<Money> price(String tariff, int grams) {
        return Tariff.parse(tariff)
                .price(grams)
                .map(steps -> steps.stream().map(Freight.Step::amount).reduce(Money.fen(0), Money::plus));
    }

    /** Lines by data of a benchmark's own. */
    public static Lines lines(Resource lines, Resource zones) {
        try {
            return new Lines(new CarrierSettings(lines, zones, new ClassPathResource("rules/carrier/numbers.csv")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the shop takes a number to be of this courier, and of this format where it has one of that name. */
    public boolean knows(String courier, String format, String number, Instant at) {
        var candidates = numbers.candidates(number, at);
        return isShipped(format)
                ? candidates.stream().anyMatch(one -> one.format().equals(format))
                : candidates.stream().anyMatch(one -> one.courier().equals(courier));
    }

    public boolean isShipped(String format) {
        return numbers.formats().contains(format);
    }

    /** Whether a number fits a format that the shop learns from these words. */
    public static boolean fits(String regex, List<String> check, String prepend, String number) {
        return new NumberFormat(regex, check, prepend).fits(number);
    }
}
