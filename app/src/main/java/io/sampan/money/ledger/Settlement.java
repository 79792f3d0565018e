package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Moves the money of a hold, or a part of it; the rest is free again. It stands in the book as an entry under its own id.
 *
 * @param hold its id
 * @param amount above zero, at most what is held
 */
public record Settlement(String id, String hold, Instant at, Money amount) implements Movement {
    @Override
    public boolean saysTheSameAs(Movement other) {
        return other instanceof Settlement settlement
                && id.equals(settlement.id)
                && hold.equals(settlement.hold)
                && amount.equals(settlement.amount);
    }

    @Override
    public @Nullable String fault() {
        return amount.isPositive() ? Movement.faultOfId(id) : "a settlement moves more than nothing";
    }
}
