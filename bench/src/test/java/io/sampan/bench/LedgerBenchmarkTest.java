package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A small run of what {@code ./sampan bench ledger} measures in full. */
class LedgerBenchmarkTest {
    @Test
    void noLawIsBrokenByAProcessThatIsKilled() throws CouldNotMeasure {
        var figures = new LedgerBenchmark().measure(List.of("40000", "2", "5"));
        assertThat(figures.get("violations")).isEqualTo(0L);
        assertThat((long) figures.get("entries")).isGreaterThan(15_000);
    }
}
