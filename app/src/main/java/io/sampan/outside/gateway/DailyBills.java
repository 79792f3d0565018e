package io.sampan.outside.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A report that comes as a bill for each day of Shanghai, on the next morning. */
public abstract class DailyBills implements AccountReport {
    protected static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final LocalTime MADE_AT = LocalTime.of(10, 0);
    private static final int MOST_DAYS = 31;

    private final Clock clock;
    private final String none;

    /** @param none the gateway's code for a day without any movement */
    protected DailyBills(Clock clock, String none) {
        this.clock = clock;
        this.none = none;
    }

    /** Where a day's bill lies. */
    protected abstract Told<JsonNode> ask(LocalDate day);

    /** The file that the gateway told of. @throws IllegalArgumentException when it told no address */
    protected abstract Told<byte[]> fetch(JsonNode told);

    /** @throws IOException, IllegalArgumentException or DateTimeException when the file is not as documented, or not whole */
    protected abstract List<Moved> read(byte[] file) throws IOException;

    private Told<List<Moved>> bill(LocalDate day) {
        return switch (ask(day)) {
            case Told.Yes<JsonNode>(var told) -> fetched(told);
            case Told.No<JsonNode>(var code) when code.equals(none) -> new Told.Yes<>(List.of());
            case Told.No<JsonNode>(var code) -> new Told.No<>(code);
            case Told.Later<JsonNode>(var after, var why) -> new Told.Later<>(after, why);
            case Told.Lost<JsonNode>(var why) -> new Told.Lost<>(why);
        };
    }

    private Told<List<Moved>> fetched(JsonNode told) {
        try {
            var file = fetch(told);
            return file instanceof Told.Yes<byte[]>(var bytes) ? new Told.Yes<>(read(bytes)) : file.map(_ -> List.of());
        } catch (IOException | IllegalArgumentException | DateTimeException notAsDocumented) {
            return new Told.Lost<>("A bill that is not as documented");
        }
    }

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
