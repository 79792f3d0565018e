package io.sampan.money.ledger;

import java.time.Instant;

/**
 * One line of the book as it is written there, for whoever proves it: nothing in it is taken for granted, not even that its words are known.
 *
 * @param account kind of the account; empty for an entry without postings
 * @param minor debit positive, in the currency's smallest unit
 */
public record BookLine(
        String entry,
        String kind,
        String subject,
        String account,
        String accountSubject,
        long minor,
        String currency,
        Instant recordedAt) {
    /** Whether it is on an account of this kind. */
    public boolean isOn(AccountRef.Kind kind) {
        return account.equals(kind.name());
    }
}
