package io.sampan.outside.wire;

import io.sampan.outside.wire.ServiceHealth.Breaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The line to one service: its turns, its breaker and what it remembers of the service's health. */
final class Line {
    private static final int SERVER_FAULT = 500;
    private static final int WEIGHT_OF_THE_PAST = 9;

    private final String service;
    private final WireSettings settings;
    private final Clock clock;
    private final Semaphore turns;

    private Breaker breaker = Breaker.CLOSED;
    private long calls;
    private long failures;
    private int inARow;
    private @Nullable Instant openedAt;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastFailure;
    private String lastWhy = "";
    private long latencyMicros;

    Line(String service, WireSettings settings, Clock clock) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
        this.turns = new Semaphore(settings.callsAtATime());
    }

    /** Whether a call may go out now. After the cool-down exactly one may, until its outcome is known. */
    synchronized boolean open() {
        if (breaker == Breaker.CLOSED) {
            return true;
        }
        var since = openedAt;
        if (since != null && clock.instant().isBefore(since.plus(settings.coolDown()))) {
            return false;
        }
        // A probe whose outcome never came must not close the line for good: the next cool-down begins here.
        breaker = Breaker.TRYING;
        openedAt = clock.instant();
        return true;
    }

    boolean takeTurn() throws InterruptedException {
        return turns.tryAcquire(settings.waitForTurn().toMillis(), TimeUnit.MILLISECONDS);
    }

    void leaveTurn() {
        turns.release();
    }

    /** An answer of any status below 500 shows that the service is there. */
    synchronized void answered(int status, Duration took) {
        if (status >= SERVER_FAULT) {
            failed("status " + status);
            return;
        }
        calls++;
        inARow = 0;
        breaker = Breaker.CLOSED;
        openedAt = null;
        lastSuccess = clock.instant();
        long micros = took.toNanos() / 1000;
        latencyMicros =
                latencyMicros == 0 ? micros : (latencyMicros * WEIGHT_OF_THE_PAST + micros) / (WEIGHT_OF_THE_PAST + 1);
    }

    synchronized void failed(String why) {
        calls++;
        failures++;
        inARow++;
        lastFailure = clock.instant();
        lastWhy = why;
        if (breaker == Breaker.TRYING || inARow >= settings.failuresToOpen()) {
            breaker = Breaker.OPEN;
            openedAt = clock.instant();
        }
    }

    synchronized ServiceHealth health() {
        return new ServiceHealth(
                service,
                breaker,
                calls,
                failures,
                inARow,
                lastSuccess,
                lastFailure,
                lastWhy,
                Duration.ofNanos(latencyMicros * 1000));
    }
}
