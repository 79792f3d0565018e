package io.sampan.outside.wire;

import io.sampan.outside.wire.WireSettings.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an app may still call, of one API or of all: a bucket that fills by the second, a count of the day, and for how long the platform itself does
 * not want to hear from us.
 *
 * @param ready calls that may be made at once; grows by the rate up to its burst
 * @param filledAt when that was so
 * @param day of the platform's calendar that is counted
 * @param spent calls of that day
 * @param closedUntil until when the platform told us not to call; null when it did not
 * @param why in its words; empty when it did not
 */
record Allowance(
        double ready,
        Instant filledAt,
        LocalDate day,
        long spent,
        @Nullable Instant closedUntil,
        String why) {
    private static final int WHOLE = 100;
    private static final double NANOS = 1e9;

    /** Why a call may not go out now. @param until when it may at the earliest */
    record Wait(Instant until, String why) {}

    static Allowance full(Rate rate, Instant now, ZoneId zone) {
        return new Allowance(rate.burst(), now, LocalDate.ofInstant(now, zone), 0, null, "");
    }

    /** As it is now: filled since, and with a new day begun where one has. A clock that went back fills nothing. */
    Allowance at(Instant now, Rate rate, ZoneId zone) {
        var since = Duration.between(filledAt, now);
        double filled = since.isNegative() ? ready : ready + since.toNanos() / NANOS * rate.perSecond();
        var today = LocalDate.ofInstant(now, zone);
        return new Allowance(
                Math.min(rate.burst(), filled),
                since.isNegative() ? filledAt : now,
                today.isAfter(day) ? today : day,
                today.isAfter(day) ? 0 : spent,
                closedUntil,
                why);
    }

    /**
     * What speaks against a call now; asked of what it is {@link #at} now.
     *
     * @param keptPercent of the day's calls that are not for this call
     */
    Optional<Wait> against(Instant now, Rate rate, ZoneId zone, int keptPercent) {
        if (closedUntil != null && now.isBefore(closedUntil)) {
            return Optional.of(new Wait(closedUntil, why));
        }
        if (spent >= rate.daily() * (WHOLE - keptPercent) / WHOLE) {
            var midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            return Optional.of(new Wait(midnight, "the day's " + rate.daily() + " calls are spent or kept"));
        }
        if (ready < 1) {
            long nanos = (long) Math.ceil((1 - ready) / rate.perSecond() * NANOS);
            return Optional.of(new Wait(now.plusNanos(nanos), "no more than " + rate.perSecond() + " calls a second"));
        }
        return Optional.empty();
    }

    Allowance spend() {
        return new Allowance(ready - 1, filledAt, day, spent + 1, closedUntil, why);
    }

    /** The platform does not want to hear from us until then; what it said before holds where it holds longer. */
    Allowance closed(Instant until, String words) {
        return closedUntil != null && closedUntil.isAfter(until)
                ? this
                : new Allowance(ready, filledAt, day, spent, until, words);
    }
}
