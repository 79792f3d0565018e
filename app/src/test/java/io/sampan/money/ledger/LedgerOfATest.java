package io.sampan.money.ledger;

import io.sampan.ground.database.TestDatabase;
import java.time.Clock;

/** Lets the tests of later rooms keep a real book. */
public final class LedgerOfATest {
    private LedgerOfATest() {}

    public static Ledger on(TestDatabase database, Clock clock) {
        var entries = new EntryTable(database.jdbc());
        return new Ledger(entries, new MovementTable(database.jdbc(), entries), database.transactions(), clock);
    }

    public static Closings closings(TestDatabase database, Clock clock) {
        return new Closings(new ClosingTable(database.jdbc()), database.transactions(), clock);
    }
}
