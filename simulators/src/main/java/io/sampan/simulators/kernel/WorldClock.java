package io.sampan.simulators.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The world's time: real time plus an offset that only grows. Work is scheduled on it; due work runs in time order, one
 * at a time, both as real time passes and while the clock is advanced. Each piece of work sees the time it was due at as
 * now, so what it schedules in turn falls where it would have fallen had nobody hurried.
 */
public final class WorldClock implements InstantSource, AutoCloseable {
    /** The clock moves at most so far at a time. */
    public static final Duration ADVANCE_LIMIT = Duration.ofDays(400);
    /** How often due work is looked for as real time passes. */
    public static final Duration TICK = Duration.ofMillis(200);
    /** At most so much work may wait. */
    public static final int WAITING_LIMIT = 1_000_000;
    /** At most so many pieces of work run in one advance; the rest run as real time passes. */
    public static final int WALK_LIMIT = 5_000_000;

    private static final Duration SETTLING_LIMIT = Duration.ofSeconds(30);
    private static final ScopedValue<Instant> OWN_TIME = ScopedValue.newInstance();
    private static final Logger LOG = LoggerFactory.getLogger(WorldClock.class);

    /** Waits, at most so long, until what has been set off in the background is done. */
    @FunctionalInterface
    public interface Settling {
        void settle(Duration atMost);
    }

    record State(long offsetMillis) {}

    private record Due(Instant at, long order, String name, Runnable work) {}

    private final InstantSource real;
    private final Book<State> kept;
    private final ReentrantLock walking = new ReentrantLock();
    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final AtomicLong orders = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Settling> settlings = new CopyOnWriteArrayList<>();
    private final Thread ticker;
    private volatile Duration offset;
    private volatile @Nullable Instant standing;
    private volatile boolean closed;

    /** A clock over real time whose offset is kept in the data folder of the books. */
    public WorldClock(Books books) {
        this(books, Clock.systemUTC());
    }

    WorldClock(Books books, InstantSource real) {
        this.real = real;
        this.kept = books.open("clock", State.class);
        this.offset =
                Duration.ofMillis(kept.get("clock").map(State::offsetMillis).orElse(0L));
        this.ticker = Thread.ofVirtual().name("world-clock").start(this::tickForever);
    }

    /** The world's time. Inside scheduled work: the time at which that work was due. */
    public Instant now() {
        if (OWN_TIME.isBound()) {
            return OWN_TIME.get();
        }
        Instant stand = standing;
        return stand != null ? stand : real.instant().plus(offset);
    }

    @Override
    public Instant instant() {
        return now();
    }

    /** How far the world is ahead of real time. */
    public Duration offset() {
        Instant stand = standing;
        return stand != null ? Duration.between(real.instant(), stand) : offset;
    }

    /** Runs work once the world reaches that time; at the next tick when that has passed. Must not block for long. */
    public void at(Instant when, String name, Runnable work) {
        synchronized (waiting) {
            if (waiting.size() >= WAITING_LIMIT) {
                throw new IllegalStateException("More than " + WAITING_LIMIT + " pieces of work wait on the clock");
            }
            waiting.add(new Due(when, orders.getAndIncrement(), name, work));
        }
    }

    /** Runs work after every period, first one period from now. */
    public void every(Duration period, String name, Runnable work) {
        if (period.toMillis() < 1_000) {
            throw new IllegalArgumentException("A period of at least a second");
        }
        again(period, name, work);
    }

    private void again(Duration period, String name, Runnable work) {
        at(now().plus(period), name, () -> {
            again(period, name, work);
            work.run();
        });
    }

    /** Called after each advance, when all due work has run. */
    public void onAdvance(Runnable listener) {
        listeners.add(listener);
    }

    /** Asked before time moves on during an advance, so that pushes arrive in the hour to which they belong. */
    public void onStep(Settling settling) {
        settlings.add(settling);
    }

    /**
     * Moves the world ahead, walking through everything that falls due on the way, and returns when that has run.
     * Throws {@link IllegalArgumentException} beyond {@link #ADVANCE_LIMIT} or backwards.
     */
    public void advance(Duration by) {
        if (by.isNegative() || by.compareTo(ADVANCE_LIMIT) > 0) {
            throw new IllegalArgumentException("The clock moves 0 to " + ADVANCE_LIMIT.toDays() + " days ahead");
        }
        if (walking.isHeldByCurrentThread()) {
            throw new IllegalStateException("Scheduled work cannot move the clock");
        }
        walking.lock();
        try {
            Instant start = now();
            Instant target = start.plus(by);
            standing = start;
            walkTo(target);
            standAt(target);
            offset = Duration.between(real.instant(), target);
        } finally {
            standing = null;
            walking.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    private void walkTo(Instant target) {
        long deadline = System.nanoTime() + SETTLING_LIMIT.toNanos();
        for (int steps = 0; steps < WALK_LIMIT; steps++) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            settlings.forEach(settling -> settling.settle(left));
            Due due = next(target);
            if (due == null) {
                return;
            }
            standAt(due.at());
            run(due);
        }
        LOG.warn("Stopped after {} pieces of work in one advance", WALK_LIMIT);
    }

    private void standAt(Instant at) {
        Instant before = standing;
        if (before == null || at.isAfter(before)) {
            standing = at;
            kept.put("clock", new State(Duration.between(real.instant(), at).toMillis()));
        }
    }

    private @Nullable Due next(Instant until) {
        synchronized (waiting) {
            Due first = waiting.peek();
            return first == null || first.at().isAfter(until) ? null : waiting.poll();
        }
    }

    private static void run(Due due) {
        var task = new FutureTask<@Nullable Void>(due.work(), null);
        ScopedValue.where(OWN_TIME, due.at()).run(task);
        try {
            task.get();
        } catch (ExecutionException e) {
            LOG.error("{} due at {} failed", due.name(), due.at(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tickForever() {
        while (!closed) {
            walking.lock();
            try {
                for (Due due = next(now()); due != null && !closed; due = next(now())) {
                    run(due);
                }
            } finally {
                walking.unlock();
            }
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Stops looking for due work. */
    @Override
    public void close() {
        closed = true;
        ticker.interrupt();
    }
}
