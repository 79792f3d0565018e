package io.sampan.outside.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.ground.rulebook.Rulebook;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {
    private static final Tariff EMS = Tariff.parse("flat 8.00 + first 500 205.00 + each 500 72.00");

    @ParameterizedTest
    @CsvSource({"1,21300", "500,21300", "501,28500", "700,28500", "1000,28500", "1100,35700", "1600,42900", "3400,64500"
    })
    void pricesTheFirstHalfKiloAndEveryStartedOneAfterIt(int grams, long fen) {
        // Source: docs/sources/carrier.md "first and further weight" (EMS to the United States)
        assertThat(sum(EMS, grams)).isEqualTo(fen);
    }

    @Test
    void pricesAStepTariffWithHandling() {
        // Source: docs/sources/carrier.md "step tariff": 3.50 + 4.50 to 2 kg + 1.20 per 0.5 kg above
        var tariff = Tariff.parse("flat 3.50 + first 2000 4.50 + each 500 1.20");
        assertThat(sum(tariff, 6000)).isEqualTo(1760);
        assertThat(sum(tariff, 2000)).isEqualTo(800);
    }

    @ParameterizedTest
    @CsvSource({"21000,16800", "21001,18800", "22000,18800", "22001,20800"})
    void changesTheStepAboveAWeight(int grams, long fen) {
        var tariff = Tariff.parse("each 500 4.00 to 21000 + each 1000 20.00");
        assertThat(sum(tariff, grams)).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"1,2000", "100,2000", "223,2003", "1000,4800", "1001,4804", "1003,4811"})
    void pricesByTheGramWithALeastCharge(int grams, long fen) {
        var tariff = Tariff.parse("flat 12.00 + kilo 36.00 + least 20.00");
        assertThat(sum(tariff, grams)).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"5000,42500", "5001,48000", "10000,80000"})
    void aWeightAtTheTopOfABracketStillHasItsPrice(int grams, long fen) {
        var tariff = Tariff.parse("whole 1000 85.00 to 5000 + whole 1000 80.00 above 5000 to 10000");
        assertThat(sum(tariff, grams)).isEqualTo(fen);
    }

    @Test
    void aWeightThatNoTermCoversHasNoPrice() {
        assertThat(Tariff.parse("whole 1000 85.00 to 5000").price(5001)).isEmpty();
        assertThat(Tariff.parse("flat 8.00 + first 500 20.00").price(501)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"flat", "flat x", "flat 1.005", "each 0 1.00", "dance 3", "first 500"})
    void refusesWhatIsNoTariff(String text) {
        assertThatThrownBy(() -> Tariff.parse(text)).hasMessageContaining("Not a tariff");
    }

    @ParameterizedTest
    @CsvSource({"150,300,200,1800", "180,330,220,2700", "300,500,600,18000"})
    void countsVolumeRoundedUpToTenthsOfAKilo(int length, int width, int height, int grams) {
        // Source: docs/sources/carrier.md "volume": 15×30×20 cm / 5000 = 1.8 kg; 18×33×22 = 2.6136 → 2.7 kg; 30×50×60 =
        // 18 kg
        assertThat(weighing("5000", "1").volumeGrams(new ParcelSize(1, length, width, height)))
                .isEqualTo(grams);
    }

    @ParameterizedTest
    @CsvSource({"5000,18000", "6000,15000", "7000,12900", "8000,11300"})
    void eachLineHasItsOwnDivisor(String divisor, int grams) {
        // Source: docs/sources/carrier.md "volume": 30×50×60 cm is 18, 15, 12.857, 11.25 kg
        assertThat(weighing(divisor, "1").volumeGrams(new ParcelSize(1, 300, 500, 600)))
                .isEqualTo(grams);
    }

    @Test
    void volumeCountsOnlyAboveTheTrigger() {
        assertThat(weighing("8000 edge>600", "1").volumeGrams(new ParcelSize(1, 600, 600, 600)))
                .isZero();
        assertThat(weighing("8000 edge>600", "1").volumeGrams(new ParcelSize(1, 601, 600, 600)))
                .isEqualTo(27_100);
        assertThat(weighing("6000 sides>900", "1").volumeGrams(new ParcelSize(1, 300, 300, 300)))
                .isZero();
        assertThat(weighing("6000 sides>900", "1").volumeGrams(new ParcelSize(1, 301, 300, 300)))
                .isEqualTo(4600);
        assertThat(weighing("", "1").volumeGrams(new ParcelSize(1, 1000, 1000, 1000)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1010,1500", "1000,1000", "1,500", "20999,21000", "21000,21000", "21001,22000", "12300,12500"})
    void roundsTheBilledWeightUpAsTheLineDoes(int grams, int billed) {
        // Source: docs/sources/carrier.md "rounding": up to 0.5 kg under 21 kg, whole kilograms above
        assertThat(weighing("", "500<21000 1000").billedGrams(new ParcelSize(grams, 10, 10, 10)))
                .isEqualTo(billed);
    }

    private static long sum(Tariff tariff, int grams) {
        return tariff.price(grams).orElseThrow().stream()
                .map(Step::amount)
                .reduce(Money.fen(0), Money::plus)
                .minor();
    }

    private static Weighing weighing(String volume, String rounding) {
        var book = Rulebook.parse("lines.csv", """
                rule;volume;volume_step;rounding;valid_from;valid_to;source;confirmed
                x;%s;100;%s;2026-01-01;;test;yes
                """.formatted(volume, rounding));
        return Weighing.of(book.all().getFirst());
    }
}
