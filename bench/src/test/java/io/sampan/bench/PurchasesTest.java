package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The purchases benchmark in small, at every build: the packaged app buys at four marketplaces that fail, and dies once. */
@Tag("slow")
class PurchasesTest {
    private static final Path PACKAGED = Path.of("../app/target/sampan-boot.jar");
    private static final int ORDERS = 40;
    private static final int SEED = 20_261_126;

    /** When something is wrong it stays, with the app's log in it. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everythingThatWasMeantToBeBoughtIsBoughtOnce() throws Exception {
        try (var world = World.start(folder.resolve("world"));
                var shop = ShopProcess.buyingEverywhere(PACKAGED, folder, world, PurchasesBenchmark.IN_A_HURRY)) {
            var run = new PurchasesRun(world, shop, SEED, Duration.ofMinutes(10));
            run.fill(ORDERS);
            run.live(1);
            var verdict = new PurchasesBooks(world.control(), shop.database()).compare();
            assertThat(run.kills()).as("kills").isOne();
            assertThat(verdict.intended()).isEqualTo(ORDERS);
            var story = String.join(System.lineSeparator(), verdict.complaints());
            assertThat(run.struck()).as("faults that struck").isPositive();
            assertThat(verdict.lost()).as("lost: %s", story).isZero();
            assertThat(verdict.doubled()).as("doubled: %s", story).isZero();
            assertThat(verdict.unpaid()).as("unpaid: %s", story).isZero();
        }
    }
}
