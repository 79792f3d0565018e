package io.sampan.money.exchange;

import io.sampan.money.amount.Money;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The newest reference rates, held in memory: asking costs no database. Every rate says of which day it is. */
@Component
public class Rates {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final MathContext DIGITS = new MathContext(16, RoundingMode.HALF_UP);

    private static final long COMPARABLE_DAYS = 14;

    private final RateTable table;
    private final ExchangeSettings settings;
    private volatile Map<Currency, RateTable.Row> newest = Map.of();

    Rates(RateTable table, ExchangeSettings settings) throws IOException {
        this.table = table;
        this.settings = settings;
        try (var file = settings.seed().getInputStream()) {
            ReferenceDay.parse(file).forEach(day -> table.keep(day, settings.source()));
        }
        refresh();
    }

    /** The currencies that can be converted into each other. */
    public Set<Currency> currencies() {
        return newest.keySet();
    }

    /**
     * The reference rate, crossed by the euro where neither currency is the euro.
     *
     * @throws IllegalArgumentException when a currency is not among {@link #currencies()}
     */
    public Rate mid(Currency from, Currency to) {
        var one = row(from);
        var other = row(to);
        var older = one.stamp().date().isBefore(other.stamp().date()) ? one.stamp() : other.stamp();
        var value = from.equals(to) ? BigDecimal.ONE : other.perEuro().divide(one.perEuro(), DIGITS);
        return new Rate(from, to, value, older);
    }

    /**
     * An amount in another currency. Amount and margin are each rounded half up to its smallest unit.
     *
     * @throws IllegalArgumentException when a currency is not among {@link #currencies()}
     */
    public Converted convert(Money amount, Currency to) {
        var rate = mid(amount.currency(), to);
        var converted = rate.apply(amount);
        var margin = amount.currency().equals(to)
                ? Money.zero(to)
                : converted.times(settings.spreadPercent().movePointLeft(2));
        return new Converted(converted, margin, rate);
    }

    /** Our margin in percent of an amount that is converted. */
    public BigDecimal spreadPercent() {
        return settings.spreadPercent();
    }

    /**
     * Takes over a file of reference rates in the European Central Bank's format. A day that is known stays as it is, since quotes were made with
     * it.
     *
     * @param source who published it, as shoppers see it
     */
    public Publishing publish(InputStream file, String source) {
        List<ReferenceDay> days;
        try {
            days = ReferenceDay.parse(file);
        } catch (IOException notSo) {
            return new Publishing.Unreadable(String.valueOf(notSo.getMessage()));
        }
        var doubtful = days.stream().flatMap(day -> doubtful(day).stream()).findFirst();
        if (doubtful.isPresent()) {
            return doubtful.get();
        }
        days.forEach(day -> table.keep(day, source));
        refresh();
        return new Publishing.Kept(row(EUR).stamp().date());
    }

    private Optional<Publishing> doubtful(ReferenceDay day) {
        return day.perEuro().entrySet().stream()
                .filter(rate -> isTooFar(newest.get(rate.getKey()), rate.getValue(), day.date()))
                .map(rate -> (Publishing) new Publishing.Doubtful(rate.getKey(), day.date()))
                .findFirst();
    }

    private boolean isTooFar(RateTable.@Nullable Row last, BigDecimal perEuro, LocalDate day) {
        if (last == null || Math.abs(ChronoUnit.DAYS.between(last.stamp().date(), day)) > COMPARABLE_DAYS) {
            return false;
        }
        var jump = perEuro.subtract(last.perEuro()).abs().movePointRight(2).divide(last.perEuro(), DIGITS);
        return jump.compareTo(settings.mostJumpPercent()) > 0;
    }

    /** Takes over what this or another node wrote since. */
    @Scheduled(
            fixedDelayString = "${sampan.exchange.refresh:10m}",
            initialDelayString = "${sampan.exchange.refresh:10m}")
    final void refresh() {
        var rates = new HashMap<Currency, RateTable.Row>();
        LocalDate latest = LocalDate.MIN;
        String source = settings.source();
        for (var row : table.newest()) {
            rates.put(row.currency(), row);
            if (row.stamp().date().isAfter(latest)) {
                latest = row.stamp().date();
                source = row.stamp().source();
            }
        }
        rates.put(EUR, new RateTable.Row(EUR, BigDecimal.ONE, new RateStamp(latest, source)));
        newest = Map.copyOf(rates);
    }

    private RateTable.Row row(Currency currency) {
        RateTable.@Nullable Row row = newest.get(currency);
        if (row == null) {
            throw new IllegalArgumentException("No reference rate is known for " + currency);
        }
        return row;
    }
}
