package io.sampan.money.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the ledger is told. The rules are TigerBeetle's, adapted (docs/adr/0017): a movement's id is made by its caller and names it for
 * ever; told again it is the same movement, and another one under its id is refused.
 */
public sealed interface Movement permits Entry, Hold, Settlement, Release {
    /** Longest id of any movement, in characters. */
    int LONGEST_ID = 120;

    /** 1 to {@value #LONGEST_ID} characters. */
    String id();

    /** When it happened, by its caller; {@link EntryView#recordedAt} is when it was written. */
    Instant at();

    /** Whether both say the same, whenever they were said. */
    boolean saysTheSameAs(Movement other);

    /** Why it cannot be a movement at all, or null. */
    @Nullable
    String fault();

    /** Why this cannot be an id, or null. */
    static @Nullable String faultOfId(String id) {
        return id.isBlank() || id.length() > LONGEST_ID ? "an id has 1 to " + LONGEST_ID + " characters" : null;
    }
}
