package io.sampan.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of what {@code ./sampan bench ledger} measures in full. */
class KilledLedgerTest {
    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void noLawIsBrokenByAProcessThatIsKilled() throws Exception {
        var run = new KilledLedger(database, folder, 5).run(40_000, 1);
        assertThat(run.violations()).isZero();
        assertThat(run.standing()).isGreaterThan(15_000);
    }

    @Test
    void aThousandSpendsOfTheSameMoneySpendItOnce() throws Exception {
        assertThat(LedgerSpends.wrong(database)).isZero();
    }

    @Test
    void aBookThatWasTamperedWithBreaksItsLaws() throws Exception {
        LedgerSpends.wrong(database);
        database.asOwner()
                .sql(
                        "UPDATE ledger.posting SET minor = minor + 1 WHERE entry_id = (SELECT min(entry_id) FROM ledger.posting)")
                .update();
        var broken = new Invariants(database).broken(Set.of("never told"));
        assertThat(broken.get("what is kept beside the postings is their sum")).isPositive();
        assertThat(broken.get("what was answered done stands")).isEqualTo(1);
    }
}
