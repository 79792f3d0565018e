package io.sampan.ground.database;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing as its room's table keeps it, for whoever reads a room from end to end.
 *
 * @param key of the row; reading goes on after it
 * @param state the column that lists and caretakers find it by, whatever the thing itself says; empty where there is none
 * @param changedAt when it last moved
 * @param dueAt when its caretaker takes it up next; null when it waits for news or a person, or for nothing
 * @param claimedUntil until when a node is at work on it; null when none is
 */
public record Stored<T>(
        String key,
        String state,
        T thing,
        Instant changedAt,
        @Nullable Instant dueAt,
        @Nullable Instant claimedUntil) {
    /** Most rows of one reading. */
    public static final int MOST_ROWS = 500;

    /** The key that comes before all others. */
    public static final String START = "";

    private static final UUID FIRST = new UUID(0, 0);

    /** The id to read on after, of a table whose keys are ids. */
    public static UUID after(String key) {
        return key.isEmpty() ? FIRST : UUID.fromString(key);
    }

    /** Whether nobody moved it since then, and nobody is at work on it now. */
    public boolean isQuiet(Instant since, Instant now) {
        return changedAt.isBefore(since) && (claimedUntil == null || claimedUntil.isBefore(now));
    }

    /** Whether no caretaker will take it up by itself. */
    public boolean isAsleep() {
        return dueAt == null && claimedUntil == null;
    }
}
