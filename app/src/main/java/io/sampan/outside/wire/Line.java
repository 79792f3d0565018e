package io.sampan.outside.wire;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.sampan.outside.wire.ServiceHealth.Breaker;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The line to one service: its turns, its breaker and what it remembers of the service's health. */
final class Line {
    private static final int SERVER_FAULT = 500;
    private static final float ALL = 100;
    private static final int WEIGHT_OF_THE_PAST = 9;

    private final String service;
    private final WireSettings settings;
    private final Clock clock;
    private final Semaphore turns;

    private final CircuitBreaker breaker;

    private long calls;
    private long failures;
    private int inARow;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastFailure;
    private String lastWhy = "";
    private long latencyMicros;

    Line(String service, WireSettings settings, Clock clock) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
        this.turns = new Semaphore(settings.callsAtATime());
        this.breaker = CircuitBreaker.of(service, rules(settings, clock));
    }

    /** Opens after so many failures in a row; after the cool-down one call tries. */
    private static CircuitBreakerConfig rules(WireSettings settings, Clock clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.failuresToOpen())
                .minimumNumberOfCalls(settings.failuresToOpen())
                .failureRateThreshold(ALL)
                .waitDurationInOpenState(settings.coolDown())
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
    }

    /** Whether a call may go out now; who is told so must tell how it went, or that it did not. */
    boolean mayCall() {
        return breaker.tryAcquirePermission();
    }

    void didNotCall() {
        breaker.releasePermission();
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
            failed("status " + status, took);
            return;
        }
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        calls++;
        inARow = 0;
        lastSuccess = clock.instant();
        long micros = took.toNanos() / 1000;
        latencyMicros =
                latencyMicros == 0 ? micros : (latencyMicros * WEIGHT_OF_THE_PAST + micros) / (WEIGHT_OF_THE_PAST + 1);
    }

    synchronized void failed(String why, Duration took) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IOException(why));
        calls++;
        failures++;
        inARow++;
        lastFailure = clock.instant();
        lastWhy = why;
    }

    private Breaker standing() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> Breaker.OPEN;
            case HALF_OPEN -> Breaker.TRYING;
            case CLOSED, DISABLED, METRICS_ONLY -> Breaker.CLOSED;
        };
    }

    synchronized ServiceHealth health() {
        return new ServiceHealth(
                service,
                standing(),
                calls,
                failures,
                inARow,
                lastSuccess,
                lastFailure,
                lastWhy,
                Duration.ofNanos(latencyMicros * 1000));
    }
}
