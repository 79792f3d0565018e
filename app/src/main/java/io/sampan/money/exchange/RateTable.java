package io.sampan.money.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RateTable {
    /** One currency's rate of one day. */
    record Row(Currency currency, BigDecimal perEuro, RateStamp stamp) {}

    private final JdbcClient jdbc;

    RateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a day's rates; what is known of that day already stays, since quotes were made with it. */
    void keep(ReferenceDay day, String source) {
        day.perEuro()
                .forEach((currency, perEuro) -> jdbc.sql("""
                        INSERT INTO exchange.rate (currency, day, per_euro, source) VALUES (?, ?, ?, ?)
                        ON CONFLICT (currency, day) DO NOTHING
                        """)
                        .params(currency.getCurrencyCode(), day.date(), perEuro, source)
                        .update());
    }

    /** Each currency's newest rate. */
    List<Row> newest() {
        return jdbc.sql("""
                        SELECT DISTINCT ON (currency) currency, day, per_euro, source FROM exchange.rate
                        ORDER BY currency, day DESC
                        """)
                .query((row, n) -> new Row(
                        Currency.getInstance(row.getString("currency")),
                        row.getBigDecimal("per_euro"),
                        new RateStamp(row.getObject("day", LocalDate.class), row.getString("source"))))
                .list();
    }
}
