package io.sampan.browse.catalog;

import io.sampan.outside.marketplace.ItemRef;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Judges again what could not be decided for good: more is known of such goods by now. Also what was told before there was a judge. */
@Component
class Rejudging {
    private static final Logger LOG = LoggerFactory.getLogger(Rejudging.class);

    /** Most items of one run. */
    private static final int AT_ONCE = 100;

    /** A verdict stands so long before it is looked into again. */
    private static final Duration STANDS = Duration.ofMinutes(30);

    private final TruthTable table;
    private final Recording recording;
    private final Clock clock;

    Rejudging(TruthTable table, Recording recording, Clock clock) {
        this.table = table;
        this.recording = recording;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sampan.catalog.judge-again-every:1m}", initialDelayString = "PT5S")
    void tend() {
        table.undecided(clock.instant().minus(STANDS), AT_ONCE).forEach(this::judge);
    }

    private void judge(ItemRef item) {
        CompletableFuture.runAsync(() -> recording.judgeAgain(item), Thread::startVirtualThread)
                .exceptionally(broken -> {
                    LOG.error("Judging the prices of {} again broke", item, broken);
                    return null;
                })
                .join();
    }
}
