package io.sampan.people.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
    static final Languages LANGUAGES = new Languages(new LanguageSettings(
            List.of("en", "zh"),
            List.of("DE", "GB", "US", "AT", "CH"),
            List.of(Currency.getInstance("EUR"), Currency.getInstance("USD"), Currency.getInstance("GBP"))));
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final Texts inBerlin = LANGUAGES.in("sample", "en", "DE");
    final Texts inLondon = LANGUAGES.in("sample", "en", "GB");
    final Texts chinese = LANGUAGES.in("sample", "zh", "DE");

    @Test
    void writesMoneyAsTheShoppersCountryDoes() {
        assertThat(inBerlin.money(Money.of(123450, "EUR"))).isEqualTo("€1,234.50");
        assertThat(inLondon.money(Money.of(123450, "GBP"))).isEqualTo("£1,234.50");
        assertThat(chinese.money(Money.fen(1850))).isEqualTo("¥18.50");
        assertThat(inLondon.money(Money.fen(1850))).isEqualTo("CN¥18.50");
        assertThat(inLondon.money(Money.of(1000, "JPY"))).isEqualTo("JP¥1,000");
    }

    @Test
    void countsByTheGrammarOfTheLanguage() {
        assertThat(inLondon.say("greeting", "name", "Mara", "count", 1)).isEqualTo("Hello Mara, you have 1 parcel");
        assertThat(inLondon.say("greeting", "name", "Mara", "count", 3)).isEqualTo("Hello Mara, you have 3 parcels");
        assertThat(chinese.say("greeting", "name", "Mara", "count", 3)).isEqualTo("Mara，您有 3 个包裹");
    }

    @Test
    void readsApostrophesAndQuotedBracesAsIcuDoes() {
        assertThat(inLondon.say("plain")).isEqualTo("It's here");
        assertThat(inBerlin.say("price", "amount", Money.of(1850, "EUR"))).isEqualTo("You pay €18.50, don't worry");
        assertThat(inLondon.say("braces", "name", "x")).isEqualTo("{x}");
    }

    @Test
    void answersAnUnknownKeyByItself() {
        assertThat(inLondon.say("no.such.key")).isEqualTo("no.such.key");
        assertThat(inLondon.knows("no.such.key")).isFalse();
    }

    @Test
    void tellsAgesInTheWidestUnit() {
        assertThat(inLondon.ago(NOW.minusSeconds(20), NOW)).isEqualTo("now");
        assertThat(inLondon.ago(NOW.minusSeconds(190), NOW)).isEqualTo("3 minutes ago");
        assertThat(chinese.ago(NOW.minusSeconds(7300), NOW)).isEqualTo("2小时前");
        assertThat(inLondon.ago(NOW.minusSeconds(86400 * 4), NOW)).isEqualTo("4 days ago");
    }

    @Test
    void writesDaysListsWeightsAndCountries() {
        assertThat(inLondon.day(LocalDate.of(2026, 11, 22))).isEqualTo("22 Nov");
        assertThat(chinese.day(LocalDate.of(2026, 11, 22))).isEqualTo("11月22日");
        assertThat(inLondon.moment(NOW)).contains("12:00");
        assertThat(inBerlin.moment(NOW)).contains("13:00");
        assertThat(inLondon.list(List.of("red", "blue", "green"))).isEqualTo("red, blue and green");
        assertThat(inBerlin.weight(1250)).isEqualTo("1.25 kg");
        assertThat(inBerlin.weight(320)).isEqualTo("320 g");
        assertThat(inLondon.percent(new BigDecimal("5"))).isEqualTo("5%");
        assertThat(chinese.country("DE")).isEqualTo("德国");
    }

    @Test
    void writesSimplifiedChineseWhereverItsReaderLives() {
        var inNewYork = LANGUAGES.in("sample", "zh", "US");
        assertThat(inNewYork.ago(NOW.minusSeconds(240), NOW)).isEqualTo("4分钟前");
        assertThat(inNewYork.money(Money.fen(1850))).isEqualTo("¥18.50");
    }

    @Test
    void understandsWhatABrowserAsksFor() {
        assertThat(LANGUAGES.languageOf("fr;q=0.9, zh-TW;q=0.8, en;q=0.2")).contains("zh");
        assertThat(LANGUAGES.countryOf("de, de-AT;q=0.9, en-US;q=0.5")).contains("AT");
        assertThat(LANGUAGES.languageOf("*")).isEmpty();
        assertThat(LANGUAGES.languageOf(";;;q=x,=")).isEmpty();
        assertThat(LANGUAGES.languageOf("a".repeat(5000))).isEmpty();
        assertThat(LANGUAGES.currencyOf("GB")).isEqualTo(Currency.getInstance("GBP"));
        assertThat(LANGUAGES.currencyOf("CH")).isEqualTo(Currency.getInstance("EUR"));
        assertThat(LANGUAGES.language("../../etc")).isEmpty();
    }

    @Test
    void namesWhoseLanguageIsNotOfferedGetTheFirst() {
        assertThat(LANGUAGES.in("sample", "fr", "XX").say("plain")).isEqualTo("It's here");
        assertThat(LANGUAGES.in("sample", "fr", "XX")).isSameAs(inBerlin);
    }
}
