package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans for hauls and days of arrival, in small. */
class HaulsAndDaysTest {
    @Test
    void noSmallHaulHasACheaperPlan() throws CouldNotMeasure {
        var figures = new PlannerBenchmark().measure(List.of("20"));
        assertThat(figures).containsEntry("wrongSmall", 0);
        assertThat((double) figures.get("maxGapPercent40")).isBetween(0.0, 2.0);
        assertThat((double) figures.get("meanSavingPercent")).isPositive();
        assertThatThrownBy(() -> new PlannerBenchmark().measure(List.of("many")))
                .isInstanceOf(CouldNotMeasure.class);
    }

    @Test
    void fourOfFiveParcelsComeInTime() throws CouldNotMeasure {
        var figures = new EtaBenchmark().measure(List.of("1500"));
        assertThat((double) figures.get("coverage80")).isBetween(76.0, 84.0);
        assertThatThrownBy(() -> new EtaBenchmark().measure(List.of("-1"))).isInstanceOf(CouldNotMeasure.class);
    }

    @Test
    void theGuaranteePaysForItself() throws CouldNotMeasure {
        var figures = new GuaranteeBenchmark().measure(List.of("800", "200"));
        assertThat((double) figures.get("coverage90")).isBetween(84.0, 95.0);
        assertThat((double) figures.get("medianErrorPercent")).isLessThan(10);
        assertThat((double) figures.get("premiumMinusLoss")).isPositive();
        assertThat((double) figures.get("extraPaymentsFallPercent")).isGreaterThan(80);
    }

    @Test
    void theWayThatIsShownFirstIsOftenTheirs() throws CouldNotMeasure {
        var figures = new ShippingChoiceBenchmark().measure(List.of("300"));
        assertThat((double) figures.get("top1")).isGreaterThan((double) figures.get("top1Cheapest"));
        assertThat((double) figures.get("top1")).isGreaterThan((double) figures.get("top1Fastest"));
        assertThat((double) figures.get("regret")).isLessThan((double) figures.get("regretCheapest"));
    }
}
