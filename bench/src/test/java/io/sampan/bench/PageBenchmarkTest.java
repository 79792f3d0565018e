package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageBenchmarkTest {
    @Test
    @Timeout(60)
    void aToolThatDoesNotEndIsEnded() {
        assertThatThrownBy(() -> PageBenchmark.run(List.of("sleep", "600"), 1))
                .isInstanceOf(CouldNotMeasure.class)
                .hasMessageContaining("within 1 s");
    }

    @Test
    void aToolsWordsAreReadWhole() throws CouldNotMeasure {
        assertThat(PageBenchmark.run(List.of("seq", "1", "20000"), 30)).endsWith("20000\n");
    }
}
