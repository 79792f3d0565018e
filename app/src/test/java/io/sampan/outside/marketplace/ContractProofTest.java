package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the console shows as proven is what {@code ./sampan bench connectors keep} proved of the cases and connectors that there are. */
class ContractProofTest {
    private static final Path KEPT = Path.of("src/main/resources/proof/connectors.csv");

    @Test
    void everyCaseOfEveryConnectorWasRunAndNoneFailed() throws IOException {
        var rows = Files.readAllLines(KEPT).stream().skip(1).toList();
        assertThat(rows).noneMatch(row -> row.endsWith(",FAILED"));
        assertThat(rows)
                .extracting(row -> row.substring(0, row.lastIndexOf(',')))
                .as("run ./sampan bench connectors keep")
                .containsExactlyInAnyOrderElementsOf(ContractRun.cases());
    }

    @Test
    void theContractHasCasesForEveryoneWhoSellsAndEveryoneWhoLooks() {
        var cases = ContractRun.cases();
        assertThat(cases.stream()
                        .map(row -> row.substring(row.lastIndexOf(',') + 1))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(60);
    }
}
