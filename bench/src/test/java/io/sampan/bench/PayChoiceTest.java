package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark of ways to pay in small: who learns from people foretells more of them than a table of countries, and an outage is noticed. */
class PayChoiceTest {
    @Test
    void learningBeatsTheTableOfCountries() throws CouldNotMeasure {
        var figures = new PaymentChoiceBenchmark().measure(List.of("400", "7"));
        assertThat((double) figures.get("top1")).isGreaterThan((double) figures.get("top1CountryPrior") + 0.1);
        assertThat((double) figures.get("top1")).isLessThanOrEqualTo(1);
        assertThat((double) figures.get("calibrationError")).isLessThan(0.1);
        assertThat((int) figures.get("attemptsToNoticeOutage")).isBetween(2, 50);
        assertThat(figures).containsEntry("falseAlarms", 0L);
    }
}
