package io.sampan.ground.database;

import java.time.Duration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends again the stored events whose listener failed; those of a killed app are sent again when it starts. */
@Component
class StoredEvents {
    private static final int BATCH = 100;
    private static final Duration REST = Duration.ofSeconds(5);

    private final FailedEventPublications failed;

    StoredEvents(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelayString = "${sampan.db.resend-every:5s}")
    void resend() {
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(BATCH).withMinAge(REST));
    }
}
