package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The crash benchmark in small, at every build: the packaged app dies once at each kind of moment, as a machine would take it away. */
@Tag("slow")
class CrashTest {
    private static final Path PACKAGED = Path.of("../app/target/sampan-boot.jar");
    /** It is the starts that take the time, and in so short a life the second tier of compilation does not pay. */
    private static final String[] BRIEFLY = {"env", "JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1"};

    private static final long SEED = 20_261_122;
    private static final CrashRun.Size SMALL = new CrashRun.Size(3, 1, 1, Duration.ofHours(62), Duration.ofMinutes(10));

    /** When something is wrong it stays, with the app's log in it. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void anAppThatIsKilledOnceAtEachMomentLosesNothingAndDoublesNothing() throws CouldNotMeasure {
        try (var world = World.start(folder.resolve("world"));
                var shop = ShopProcess.of(PACKAGED, folder, world, BRIEFLY)) {
            shop.start();
            var run = new CrashRun(world, shop, Kills.onceAtEach(shop, SEED), SMALL);
            run.live();
            var verdict = new CrashBooks(world.control(), shop.database()).compare(run.states());
            assertThat(run.kills()).as("kills").isEqualTo(Kills.Moment.values().length);
            assertThat(verdict.lost()).as("lost").isEmpty();
            assertThat(verdict.doubled()).as("doubled, of %s", verdict).isZero();
            assertThat(verdict.ledgerImbalance()).as("ledger out of balance").isZero();
            assertThat(run.states()).hasSize(SMALL.orders());
            assertThat(run.states().values()).as("states").containsOnly("delivered");
        }
    }
}
