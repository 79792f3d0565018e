package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the console shows as not carried is what {@code ./sampan bench connectors keep} found of the connectors that there are. */
class LossProofTest {
    private static final Path KEPT = Path.of("src/main/resources/proof/losses.csv");

    @Test
    void everyFieldOfEveryReplyIsKeptWithWhatBecomesOfIt() throws IOException {
        var rows = LossRun.run().stream().map(LossRun.Loss::row).toList();
        assertThat(rows)
                .as("run ./sampan bench connectors keep")
                .containsExactlyElementsOf(
                        Files.readAllLines(KEPT).stream().skip(1).toList());
    }
}
