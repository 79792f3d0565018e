package io.sampan.money.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;

class RatesTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static TestDatabase database;
    private static RateTable table;
    private static Rates rates;

    @BeforeAll
    static void seed() throws IOException {
        database = TestDatabase.fresh();
        table = new RateTable(database.jdbc());
        rates = new Rates(table, settings());
    }

    @Test
    void saysOfWhichDayARateIsAndWhoPublishedIt() {
        var rate = rates.mid(EUR, Money.CNY);
        assertThat(rate.value()).isEqualByComparingTo("7.3372");
        assertThat(rate.stamp()).isEqualTo(new RateStamp(LocalDate.of(2023, 2, 21), "European Central Bank"));
    }

    @Test
    void crossesTwoCurrenciesByTheEuro() {
        assertThat(rates.mid(Money.CNY, USD).value()).isEqualByComparingTo("0.1453415471842120");
        assertThat(rates.convert(Money.fen(100_000), USD).amount()).isEqualTo(Money.of(14_534, "USD"));
    }

    @Test
    void roundsHalfUpToTheTargetCurrency() {
        assertThat(rates.convert(Money.fen(10_000), JPY).amount()).isEqualTo(Money.of(1_959, "JPY"));
        var half = new Rate(EUR, USD, new BigDecimal("0.5"), new RateStamp(LocalDate.EPOCH, "test"));
        assertThat(half.apply(Money.of(1, "EUR"))).isEqualTo(Money.of(1, "USD"));
    }

    @Test
    void showsTheMarginApart() {
        var converted = rates.convert(Money.of(10_000, "EUR"), USD);
        assertThat(converted.amount()).isEqualTo(Money.of(10_664, "USD"));
        assertThat(converted.spreadPart()).isEqualTo(Money.of(107, "USD"));
        assertThat(converted.total()).isEqualTo(Money.of(10_771, "USD"));
    }

    @Test
    void takesNoMarginWhereNothingIsExchanged() {
        var same = rates.convert(Money.fen(999), Money.CNY);
        assertThat(same.amount()).isEqualTo(Money.fen(999));
        assertThat(same.spreadPart()).isEqualTo(Money.fen(0));
    }

    @Test
    void refusesACurrencyWithoutARate() {
        assertThatThrownBy(() -> rates.mid(EUR, Currency.getInstance("KES")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rates.currencies()).contains(EUR, USD, JPY, Money.CNY).hasSize(31);
    }

    @Test
    void aNewerDayOfOneCurrencyMovesOnlyThatCurrencyAndItsDate() throws IOException {
        var own = TestDatabase.fresh();
        var ownTable = new RateTable(own.jdbc());
        var ownRates = new Rates(ownTable, settings());
        ownTable.keep(new ReferenceDay(LocalDate.of(2023, 2, 22), Map.of(USD, new BigDecimal("2.0"))), "someone");
        ownRates.refresh();
        assertThat(ownRates.mid(EUR, USD).value()).isEqualByComparingTo("2");
        assertThat(ownRates.mid(EUR, USD).stamp().source()).isEqualTo("someone");
        assertThat(ownRates.mid(USD, JPY).stamp().date()).isEqualTo(LocalDate.of(2023, 2, 21));
    }

    @Test
    void whatWasPublishedStays() {
        table.keep(new ReferenceDay(LocalDate.of(2023, 2, 21), Map.of(USD, new BigDecimal("9.9"))), "liar");
        assertThat(rates.mid(EUR, USD).value()).isEqualByComparingTo("1.0664");
        rates.refresh();
        assertThat(rates.mid(EUR, USD).value()).isEqualByComparingTo("1.0664");
        assertThatThrownBy(() -> database.jdbc()
                        .sql("UPDATE exchange.rate SET per_euro = 1")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesAFileThatIsNoneOrThatNamesAnOutsideDocument() {
        assertThatThrownBy(() -> parse("<Cube><Cube currency='USD' rate='1'/></Cube>"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> parse("<Cube><Cube time='2023-02-21'><Cube currency='USD' rate='-1'/></Cube></Cube>"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> parse("nothing")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> parse("""
                <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <Cube><Cube time='2023-02-21'>&x;</Cube></Cube>""")).isInstanceOf(IOException.class);
    }

    private static void parse(String file) throws IOException {
        ReferenceDay.parse(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static ExchangeSettings settings() {
        return new ExchangeSettings(
                new BigDecimal("1.0"),
                new ClassPathResource("exchange/eurofxref-2023-02-21.xml"),
                "European Central Bank",
                new BigDecimal("15"),
                Duration.ofMinutes(10));
    }
}
