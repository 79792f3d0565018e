package io.sampan.help.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something in which rooms differ, or differed. The same found again is the same row.
 *
 * @param key of the row
 * @param subject the ids of what it is about
 * @param order the id of the order that it belongs to; empty when there is none
 * @param about what people call it; may be empty
 * @param here the one value
 * @param there the other value, which it should agree with
 * @param since when it came to be so, as far as anybody knows
 * @param firstSeen when a run found it first
 * @param lastSeen when a run found it last
 * @param resolvedAt when a run no longer found it; null while it stands
 * @param repairs how often its repair ran
 * @param aside why a person leaves it be; empty while nobody does
 */
public record Discrepancy(
        String key,
        Kind kind,
        String subject,
        String order,
        String about,
        String here,
        String there,
        @Nullable Instant since,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant resolvedAt,
        int repairs,
        String aside) {}
