package io.sampan.money.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The reference rates that the app is shipped with, without a database: for tests of what is priced with them. */
public final class SampleRates {
    private SampleRates() {}

    /** With a margin of 1 %. */
    public static Rates shipped() {
        var settings = new ExchangeSettings(
                BigDecimal.ONE,
                new ClassPathResource("exchange/eurofxref-2023-02-21.xml"),
                "European Central Bank",
                new BigDecimal("15"),
                Duration.ofMinutes(10));
        try {
            return new Rates(new RowsInMemory(), settings);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static final class RowsInMemory extends RateTable {
        private final List<Row> rows = new ArrayList<>();

        RowsInMemory() {
            super(JdbcClient.create(new SimpleDriverDataSource()));
        }

        @Override
        void keep(ReferenceDay day, String source) {
            day.perEuro()
                    .forEach((currency, perEuro) ->
                            rows.add(new Row(currency, perEuro, new RateStamp(day.date(), source))));
        }

        @Override
        List<Row> newest() {
            return rows.stream()
                    .sorted(Comparator.comparing(row -> row.stamp().date()))
                    .toList();
        }
    }
}
