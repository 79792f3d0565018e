package io.sampan.money.ledger;

import io.sampan.ground.database.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes the book of each day of UTC soon after it is over. What a closed day holds has a fingerprint that covers the days before it, too: whoever
 * changes, adds or removes a row of it, even as the owner of the database, changes that.
 */
@Component
public class Closings {
    /** Most days that are closed, or given, at one time. */
    public static final int MOST_DAYS = 400;

    /** So that machines whose clocks differ a little have all recorded what belongs to it. */
    private static final Duration QUIET = Duration.ofMinutes(5);

    private final ClosingTable table;
    private final Transactions transactions;
    private final Clock clock;

    Closings(ClosingTable table, Transactions transactions, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Closes the days that are over and not closed yet, the oldest first. Reads all that was recorded in them. */
    @Scheduled(
            fixedDelayString = "${sampan.ledger.close-every:10m}",
            initialDelayString = "${sampan.ledger.close-every:10m}")
    public void close() {
        for (int days = 0; days < MOST_DAYS && closed(); days++) {
            // The next one, then.
        }
    }

    /** Closes one day; false when there is none to close. */
    private boolean closed() {
        return transactions.run(() -> {
            table.begin();
            var last = table.last();
            var day = last.map(closed -> closed.day().plusDays(1))
                    .or(() -> table.begun().map(begun -> LocalDate.ofInstant(begun, ZoneOffset.UTC)));
            var now = clock.instant();
            boolean isOver = day.isPresent() && !end(day.get()).plus(QUIET).isAfter(now);
            if (isOver) {
                table.close(day.get(), read(last, day.get()), now);
            }
            return isOver;
        });
    }

    private Fingerprint read(Optional<ClosedDay> before, LocalDate day) {
        var fingerprint = new Fingerprint(before.map(ClosedDay::fingerprint).orElse(""));
        table.read(before.map(ClosedDay::until).orElse(Instant.EPOCH), end(day), fingerprint);
        return fingerprint;
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The day that was closed last; empty while none was. */
    public Optional<ClosedDay> last() {
        return table.last();
    }

    /** The closed one of this date. */
    public Optional<ClosedDay> find(LocalDate day) {
        return after(day.minusDays(1)).stream()
                .findFirst()
                .filter(found -> found.day().equals(day));
    }

    /** Those after a day, the oldest first, at most {@value #MOST_DAYS}. */
    public List<ClosedDay> after(LocalDate day) {
        return table.after(day, MOST_DAYS);
    }

    /** What shoppers had with us when the day ended, by account and currency; above zero is theirs. Reads the whole book. */
    public List<Ledger.Balance> owedAt(ClosedDay day) {
        return table.owed(day.until());
    }

    /** Reads the whole book: the days after which something was done to what they hold; empty while the book is as it was written. */
    public List<ClosedDay> tampered() {
        return transactions.run(() -> {
            var tampered = new ArrayList<ClosedDay>();
            var before = Optional.<ClosedDay>empty();
            for (var days = after(LocalDate.EPOCH);
                    !days.isEmpty();
                    days = after(days.getLast().day())) {
                for (var day : days) {
                    if (!read(before, day.day()).end().equals(day.fingerprint())) {
                        tampered.add(day);
                    }
                    before = Optional.of(day);
                }
            }
            return List.copyOf(tampered);
        });
    }
}
