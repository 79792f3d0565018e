package io.sampan.money.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A day whose book is closed: nothing can be recorded in it any more.
 *
 * @param day of UTC
 * @param until when it ended
 * @param fingerprint SHA-256 of all that was recorded in it and of the fingerprint before, in 64 hexadecimal digits
 * @param rows how many rows that covers
 */
public record ClosedDay(LocalDate day, Instant until, String fingerprint, long rows) {
    /** When it began. */
    public Instant from() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
