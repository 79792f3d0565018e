package io.sampan.outside.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A report that comes as a bill for each day of Shanghai, on the next morning. */
public abstract class DailyBills implements AccountReport {
    protected static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final LocalTime MADE_AT = LocalTime.of(10, 0);
    private static final int MOST_DAYS = 31;

    private final Clock clock;

    protected DailyBills(Clock clock) {
        this.clock = clock;
    }

    /** All of a day's movements; none for a day without any. */
    protected abstract Told<List<Moved>> bill(LocalDate day);

    @Override
    public final Instant wholeUntil(Instant now) {
        var shanghai = now.atZone(SHANGHAI);
        boolean made = !shanghai.toLocalTime().isBefore(MADE_AT);
        return start(made ? shanghai.toLocalDate() : shanghai.toLocalDate().minusDays(1));
    }

    @Override
    public final Told<List<Moved>> moved(Instant from, Instant until) {
        var whole = wholeUntil(clock.instant());
        var end = until.isBefore(whole) ? until : whole;
        var all = new ArrayList<Moved>();
        var day = LocalDate.ofInstant(from, SHANGHAI);
        for (int days = 0; start(day).isBefore(end); days++, day = day.plusDays(1)) {
            if (days == MOST_DAYS) {
                return new Told.No<>("more-than-" + MOST_DAYS + "-days");
            }
            var told = bill(day);
            if (!(told instanceof Told.Yes<List<Moved>>(var moved))) {
                return told;
            }
            moved.stream()
                    .filter(one -> !one.at().isBefore(from) && one.at().isBefore(until))
                    .forEach(all::add);
        }
        return new Told.Yes<>(List.copyOf(all));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }
}
