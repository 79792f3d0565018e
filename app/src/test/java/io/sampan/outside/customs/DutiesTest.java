package io.sampan.outside.customs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import io.sampan.outside.customs.Assessed.Due;
import io.sampan.outside.customs.Assessed.Kind;
import io.sampan.outside.customs.Assessed.Refusal;
import io.sampan.outside.customs.Assessed.Refused;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutiesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duties DUTIES = SampleDuties.shipped();

    @Test
    void theUnionAsksThreeEurosForEachDistinctHeadingAndTaxOnThemToo() {
        // Source: docs/sources/customs.md "EU": FR, two T-shirts and one pair of shoes: 6.00 duty and 1.20 tax on it
        var two = due("FR", "EUR", NOW, heading("610910", 0, "EUR"), heading("640411", 0, "EUR"));
        assertThat(sum(two, Kind.DUTY)).isEqualTo(Money.of(600, "EUR"));
        assertThat(sum(two, Kind.TAX)).isEqualTo(Money.of(120, "EUR"));
        var same = due("FR", "EUR", NOW, heading("610910", 5000, "EUR"), heading("610910", 2000, "EUR"));
        assertThat(sum(same, Kind.DUTY)).isEqualTo(Money.of(300, "EUR"));
        assertThat(sum(same, Kind.TAX)).isEqualTo(Money.of(1460, "EUR"));
    }

    @Test
    void theUnionAskedNoDutyUntilTheLastOfJune() {
        var before = due("DE", "EUR", Instant.parse("2026-06-30T23:59:59Z"), heading("610910", 10_000, "EUR"));
        assertThat(sum(before, Kind.DUTY)).isEqualTo(Money.of(0, "EUR"));
        assertThat(sum(before, Kind.TAX)).isEqualTo(Money.of(1900, "EUR"));
        var after = due("DE", "EUR", Instant.parse("2026-07-01T00:00:00Z"), heading("610910", 10_000, "EUR"));
        assertThat(sum(after, Kind.DUTY)).isEqualTo(Money.of(300, "EUR"));
        assertThat(after.rules()).extracting(RuleVersion::id).containsExactly("eu-150@2026-07-01", "DE@2025-01-01");
    }

    @ParameterizedTest
    @CsvSource({"5000,1000,1229", "10000,4000,2867"})
    void brazilTaxesInsideTheSum(long usdCents, long duty, long tax) {
        // Source: docs/sources/customs.md "BR": UOL 2025-07-29
        var due = due("BR", "USD", NOW, heading("610910", usdCents, "USD"));
        assertThat(sum(due, Kind.DUTY)).isEqualTo(Money.of(duty, "USD"));
        assertThat(sum(due, Kind.TAX)).isEqualTo(Money.of(tax, "USD"));
        assertThat(due.confirmed()).isFalse();
    }

    @Test
    void koreaRoundsHalfUpAboveItsThreshold() {
        // Source: docs/sources/customs.md "KR": 250 USD: duty 16.25, tax 26.625, which is 26.63
        var due = due("KR", "USD", NOW, heading("610910", 25_000, "USD"));
        assertThat(sum(due, Kind.DUTY)).isEqualTo(Money.of(1625, "USD"));
        assertThat(sum(due, Kind.TAX)).isEqualTo(Money.of(2663, "USD"));
        assertThat(due.notes()).contains("customs.note.kr-pccc");
        var below = due("KR", "USD", NOW, heading("610910", 15_000, "USD"));
        assertThat(sum(below, Kind.TAX)).isEqualTo(Money.of(0, "USD"));
    }

    @ParameterizedTest
    @CsvSource({
        "GB, GBP, 13500, 0, 2700",
        "SG, SGD, 40000, 0, 3600",
        "AU, AUD, 100000, 0, 10000",
        "NZ, NZD, 100000, 0, 15000",
        "JP, JPY, 10000, 0, 0",
        "CA, CAD, 2000, 0, 0"
    })
    void belowTheThresholdOnlyTheTaxIsAsked(String country, String currency, long minor, long duty, long tax) {
        var due = due(country, currency, NOW, heading("610910", minor, currency));
        assertThat(sum(due, Kind.DUTY)).isEqualTo(Money.of(duty, currency));
        assertThat(sum(due, Kind.TAX)).isEqualTo(Money.of(tax, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-01T23:59:59Z, 0, true",
        "2025-05-02T00:00:00Z, 3000, false",
        "2026-02-24T00:00:00Z, 1000, false",
        "2026-11-22T00:00:00Z, 2000, false"
    })
    void theUnitedStatesChangedOnKnownDaysAndUnsettledRatesSaySo(Instant at, long duty, boolean confirmed) {
        var due = due("US", "USD", at, heading("610910", 10_000, "USD"));
        assertThat(sum(due, Kind.DUTY)).isEqualTo(Money.of(duty, "USD"));
        assertThat(due.confirmed()).isEqualTo(confirmed);
        assertThat(due.notes().contains("customs.note.us-unsettled")).isEqualTo(!confirmed);
    }

    @Test
    void taxIsAskedOnFreightToo() {
        var line = heading("610910", 10_000, "EUR");
        var consignment = new Consignment("DE", null, List.of(line), Money.of(2_000, "EUR"), NOW);
        var due = (Due) DUTIES.assess(consignment, (currency, amount) -> amount);
        assertThat(sum(due, Kind.TAX)).isEqualTo(Money.of(2337, "EUR"));
    }

    @Test
    void anUnknownDutyIsNeverTakenForNone() {
        assertThat(assess("ZZ", "EUR", NOW, heading("610910", 100, "EUR")))
                .isEqualTo(new Refused(Refusal.NO_RULE_KNOWN, null));
        assertThat(assess("US", "USD", NOW, heading("610910", 250_001, "USD")))
                .isEqualTo(new Refused(Refusal.NO_RULE_KNOWN, null));
        assertThat(assess("MX", "USD", NOW, heading("610910", 250_001, "USD")))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.reason()).isEqualTo(Refusal.OVER_LIMIT));
    }

    @ParameterizedTest
    @CsvSource({
        "女装 连衣裙, 620443",
        "女装 半身裙, 620453",
        "男装 短袖T恤, 610910",
        "鞋靴 运动鞋, 640411",
        "箱包 双肩包, 420292",
        "家居 陶瓷 马克杯, 691200",
        "Home ceramic mug, 691200"
    })
    void guessesTheHeadingFromTheLongestWordItKnows(String words, String hs6) {
        assertThat(DUTIES.suggest(words, NOW)).isEqualTo(new Headings.Suggested(hs6, true));
    }

    @Test
    void whatNoWordKnowsIsAHeadingOfItsOwnAndAGuessSaysSo() {
        var due = due(
                "DE",
                "EUR",
                NOW,
                new Consignment.Line("玄学", null, Money.of(100, "EUR")),
                new Consignment.Line("未知", null, Money.of(100, "EUR")));
        assertThat(sum(due, Kind.DUTY)).isEqualTo(Money.of(600, "EUR"));
        assertThat(due.notes()).contains("customs.note.headings-guessed");
        assertThat(due("DE", "EUR", NOW, heading("610910", 1, "EUR")).notes())
                .doesNotContain("customs.note.headings-guessed");
    }

    private static Consignment.Line heading(String hs6, long minor, String currency) {
        return new Consignment.Line("", hs6, Money.of(minor, currency));
    }

    private static Due due(String country, String currency, Instant at, Consignment.Line... lines) {
        return (Due) assess(country, currency, at, lines);
    }

    private static Assessed assess(String country, String currency, Instant at, Consignment.Line... lines) {
        var consignment = new Consignment(country, null, Arrays.asList(lines), Money.of(0, currency), at);
        return DUTIES.assess(consignment, (ruleCurrency, amount) -> new Money(amount.minor(), ruleCurrency));
    }

    private static Money sum(Due due, Kind kind) {
        return due.parts().stream()
                .filter(part -> part.kind() == kind)
                .filter(part -> !part.rule().startsWith("fr-line"))
                .map(Assessed.Part::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }
}
