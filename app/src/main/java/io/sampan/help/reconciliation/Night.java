package io.sampan.help.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run, and what came of it.
 *
 * @param byPerson whether somebody asked for it, instead of the night
 * @param endedAt null while it runs, or when it never came to its end
 * @param found all that differed
 * @param fresh of these, what no earlier run had found or what had been resolved
 * @param resolved what differed before and does no longer
 * @param repaired repairs that ran by themselves
 * @param broken comparisons that did not come to their end
 * @param calls questions to marketplaces
 */
public record Night(
        UUID id,
        boolean byPerson,
        Instant startedAt,
        @Nullable Instant endedAt,
        int found,
        int fresh,
        int resolved,
        int repaired,
        int broken,
        int calls) {
    /** How long it took; zero while it runs. */
    public Duration took() {
        return endedAt == null ? Duration.ZERO : Duration.between(startedAt, endedAt);
    }
}
