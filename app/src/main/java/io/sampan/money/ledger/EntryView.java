package io.sampan.money.ledger;

import java.time.Instant;

/**
 * An entry as it stands in the ledger for good.
 *
 * @param recordedAt when it was written; {@link Entry#at} is when the money moved
 */
public record EntryView(Entry entry, Instant recordedAt) {}
