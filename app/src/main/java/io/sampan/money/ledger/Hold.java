package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Money that is promised and not moved yet: a limited account that it would come from has so much less to spend, until it is settled, released, or
 * its time is over.
 *
 * @param kind of the entry that a settlement of it makes
 * @param subject whose story it belongs to
 * @param debit where a settlement debits
 * @param credit where it credits
 * @param amount above zero
 * @param until when it expires by itself, if nobody ended it; to the microsecond
 */
public record Hold(
        String id,
        Entry.Kind kind,
        String subject,
        Instant at,
        AccountRef debit,
        AccountRef credit,
        Money amount,
        Instant until)
        implements Movement {
    /** The book keeps times to the microsecond: what it gives back must be what it was told. */
    public Hold {
        until = until.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public boolean saysTheSameAs(Movement other) {
        return other instanceof Hold hold
                && id.equals(hold.id)
                && kind == hold.kind
                && subject.equals(hold.subject)
                && debit.equals(hold.debit)
                && credit.equals(hold.credit)
                && amount.equals(hold.amount)
                && until.equals(hold.until);
    }

    @Override
    public @Nullable String fault() {
        if (!amount.isPositive() || amount.minor() > Posting.MOST_MINOR) {
            return "a hold is of more than nothing and at most " + Posting.MOST_MINOR;
        }
        if (debit.equals(credit)) {
            return "a hold is between two accounts";
        }
        return until.isAfter(at) ? Movement.faultOfId(id) : "a hold ends after it began";
    }

    /** The entry that moves so much of it. */
    Entry settledBy(Settlement settlement) {
        return Entry.between(
                new Entry.Head(settlement.id(), kind, subject, settlement.at()), debit, credit, settlement.amount());
    }
}
