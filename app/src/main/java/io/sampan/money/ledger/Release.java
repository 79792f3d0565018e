package io.sampan.money.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of a hold: nothing moves.
 *
 * @param hold its id
 */
public record Release(String id, String hold, Instant at) implements Movement {
    @Override
    public boolean saysTheSameAs(Movement other) {
        return other instanceof Release release && id.equals(release.id) && hold.equals(release.hold);
    }

    @Override
    public @Nullable String fault() {
        return Movement.faultOfId(id);
    }
}
