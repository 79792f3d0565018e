package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark of webhooks in small: the post is in disorder, and the books are not. */
class WebhooksTest {
    @Test
    void everyPaymentEndsAsItsGatewaySays() throws CouldNotMeasure {
        var figures = new WebhooksBenchmark().measure(List.of("500", "7"));
        assertThat(figures)
                .containsEntry("wrongStates", 0)
                .containsEntry("wrongPostings", 0)
                .containsEntry("forgedAccepted", 0);
        assertThat((int) figures.get("forged")).isPositive();
        assertThat((int) figures.get("lost")).isPositive();
    }
}
