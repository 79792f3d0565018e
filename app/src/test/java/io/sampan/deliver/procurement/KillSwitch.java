package io.sampan.deliver.procurement;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Stands for {@code kill -9}: it strikes at one point of a run, counted from the start. Every look at its clock is a point, too. */
final class KillSwitch extends Clock {
    /** No code of ours catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Clock clock;
    private int points;
    private int fatal;

    KillSwitch(Clock clock) {
        this.clock = clock;
    }

    void strikeAt(int point) {
        points = 0;
        fatal = point;
    }

    void point() {
        points++;
        if (points == fatal) {
            throw new Killed();
        }
    }

    /** Whether the run was long enough to be struck. */
    boolean hasStruck() {
        return fatal > 0 && points >= fatal;
    }

    @Override
    public Instant instant() {
        point();
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
