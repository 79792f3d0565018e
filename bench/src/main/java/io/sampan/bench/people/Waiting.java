package io.sampan.bench.people;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what happens by itself, never longer than is said. */
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Waiting() {}

    /**
     * Looks again and again until it is so.
     *
     * @throws IllegalStateException when it is not so within the limit; the message says what was waited for
     */
    public static void until(String what, Duration limit, BooleanSupplier so) {
        if (!within(limit, so)) {
            throw new IllegalStateException("Waited " + limit.toSeconds() + " s in vain: " + what);
        }
    }

    /** Looks again and again; whether it was so within the limit. */
    public static boolean within(Duration limit, BooleanSupplier so) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    /** Does nothing for a while. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
