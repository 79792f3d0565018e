package io.sampan.outside.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight.NotPossible;
import io.sampan.outside.carrier.Freight.Priced;
import io.sampan.outside.carrier.Freight.Reason;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final Instant AUTUMN = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant SPRING = Instant.parse("2026-06-30T23:00:00Z");
    private static final Set<String> FIRST_COUNTRIES = Set.of("DE", "FR", "NL", "GB", "US", "CA", "AU", "JP", "SG");
    private static final Lines LINES = SampleLines.shipped();

    @Test
    void twoLinesServeEachCountryOfTheFirstList() {
        for (var country : FIRST_COUNTRIES) {
            assertThat(LINES.to(country, AUTUMN)).extracting(Line::id).containsExactly(id("express"), id("economy"));
        }
        assertThat(LINES.to("ZZ", AUTUMN)).isEmpty();
    }

    @Test
    void thePriceOfAParcelSaysHowItCameAbout() {
        var priced = (Priced) line("express").price(new ParcelSize(1200, 300, 200, 100), Set.of());
        assertThat(priced.billedGrams()).isEqualTo(1500);
        // 118 for 500 g + 2 × 39, 12 % fuel on 196, 30 for prepaying duty
        assertThat(priced.amount()).isEqualTo(Money.fen(24_952));
        var sum = priced.steps().stream().map(Freight.Step::amount).reduce(Money.fen(0), Money::plus);
        assertThat(sum).isEqualTo(priced.amount());
        assertThat(priced.rules())
                .extracting(RuleVersion::id)
                .containsExactly("express@2026-07-01", "express-europe-prepaid@2026-01-01");
    }

    @Test
    void theRulesOfTheDayCount() {
        var size = new ParcelSize(1200, 300, 200, 100);
        var before =
                (Priced) LINES.find(id("express"), "DE", SPRING).orElseThrow().price(size, Set.of());
        assertThat(before.amount()).isEqualTo(Money.fen(24_658));
    }

    @Test
    void refusesWhatIsTooHeavyTooLongOrForbidden() {
        var line = line("economy");
        assertThat(line.price(new ParcelSize(30_000, 100, 100, 100), Set.of())).isInstanceOf(Priced.class);
        assertThat(line.price(new ParcelSize(30_001, 100, 100, 100), Set.of()))
                .isEqualTo(new NotPossible(Reason.TOO_HEAVY, 30_000));
        assertThat(LINES.find(id("economy"), "IT", AUTUMN)
                        .orElseThrow()
                        .price(new ParcelSize(20_001, 9, 9, 9), Set.of()))
                .isEqualTo(new NotPossible(Reason.TOO_HEAVY, 20_000));
        assertThat(line.price(new ParcelSize(500, 1051, 100, 100), Set.of()))
                .isEqualTo(new NotPossible(Reason.TOO_LONG, 1050));
        assertThat(line.price(new ParcelSize(500, 900, 300, 251), Set.of()))
                .isEqualTo(new NotPossible(Reason.TOO_BULKY, 2000));
        assertThat(line.price(new ParcelSize(500, 100, 100, 100), Set.of(Hazard.LIQUID, Hazard.BRAND)))
                .isEqualTo(new NotPossible(Reason.REFUSED_GOODS, 0));
        assertThat(line.price(new ParcelSize(500, 100, 100, 100), Set.of(Hazard.BRAND)))
                .isInstanceOf(Priced.class);
    }

    @Test
    void goodsThatNeedCareCostASurcharge() {
        var size = new ParcelSize(1200, 300, 200, 100);
        var plain = (Priced) line("express").price(size, Set.of());
        var battery = (Priced) line("express").price(size, Set.of(Hazard.BATTERY));
        assertThat(battery.amount().minus(plain.amount())).isEqualTo(Money.fen(1_500));
    }

    @Property
    void aHeavierParcelNeverCostsLess(
            @ForAll @IntRange(min = 1, max = 19_999) int grams, @ForAll @IntRange(min = 0, max = 2_000) int more) {
        int heavier = Math.min(20_000, grams + more);
        for (var country : FIRST_COUNTRIES) {
            for (var line : LINES.to(country, AUTUMN)) {
                assertThat(fen(line, heavier)).isGreaterThanOrEqualTo(fen(line, grams));
            }
        }
    }

    private static long fen(Line line, int grams) {
        return ((Priced) line.price(new ParcelSize(grams, 100, 100, 100), Set.of()))
                .amount()
                .minor();
    }

    private static Line line(String id) {
        return LINES.find(id(id), "DE", AUTUMN).orElseThrow();
    }

    private static LineId id(String id) {
        return new LineId(id);
    }
}
