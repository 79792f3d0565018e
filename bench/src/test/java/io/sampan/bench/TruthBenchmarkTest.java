package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A small run of what {@code ./sampan bench truth} measures in full. */
class TruthBenchmarkTest {
    @Test
    void showsNoWrongPriceThatLeavesATraceAndKeepsFewTrueOnesBack() {
        var figures = new TruthBenchmark().measure(List.of("3000", "7"));
        assertThat(figures.get("wrongShown")).isEqualTo(0L);
        assertThat((double) figures.get("goodWithheldPercent")).isBetween(0.1, 1.5);
        assertThat((long) figures.get("faultyPrices")).isGreaterThan(5_000);
        assertThat((Map<?, ?>) figures.get("byKind")).hasSize(PriceFault.values().length);
    }

    @Test
    void seesTheWrongPricesThatAreShown() {
        var figures = new TruthBenchmark().measure(List.of("1500", "8"));
        assertThat((long) figures.get("blindWrongShown"))
                .as("what nobody can know is counted, too")
                .isPositive();
    }
}
