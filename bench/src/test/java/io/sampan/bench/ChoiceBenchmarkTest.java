package io.sampan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small survey of people who each like one way to travel more than another, in the format of {@code ./sampan bench choice}. */
class ChoiceBenchmarkTest {
    private static final String HEADER =
            "ID\tPURPOSE\tCHOICE\tGA\tSURVEY\tTRAIN_AV\tSM_AV\tCAR_AV\tTRAIN_TT\tSM_TT\tCAR_TT\tTRAIN_CO\tSM_CO"
                    + "\tCAR_CO\tTRAIN_FR\tSM_FR";

    @TempDir
    Path folder;

    @Test
    void whoIsKnownIsForetoldBetterThanEverybodyTogether() throws Exception {
        var figures = new ChoiceBenchmark().measure(List.of(survey(60).toString()));
        assertThat(figures.get("rows")).isEqualTo(480);
        assertThat((double) figures.get("personLogLossGain")).isGreaterThan(0.2);
        assertThat((double) figures.get("personAccuracy")).isGreaterThan((double) figures.get("pooledAccuracy"));
    }

    @Test
    void aFileOfAnotherFormatIsNoSurvey() throws IOException {
        var file = Files.writeString(folder.resolve("other.tsv"), "a\tb\n1\t2\n");
        assertThatThrownBy(() -> new ChoiceBenchmark().measure(List.of(file.toString())))
                .isInstanceOf(CouldNotMeasure.class)
                .hasMessageContaining("no column");
    }

    /** Each person chooses the way they like nine times of ten. */
    private Path survey(int people) throws IOException {
        var random = new SplittableRandom(2);
        var lines = new ArrayList<>(List.of(HEADER));
        for (int person = 1; person <= people; person++) {
            int liked = 1 + random.nextInt(3);
            for (int row = 0; row < 8; row++) {
                int chosen = random.nextInt(10) < 9 ? liked : 1 + random.nextInt(3);
                lines.add(String.join(
                        "\t",
                        List.of(
                                Integer.toString(person),
                                "1",
                                Integer.toString(chosen),
                                "0",
                                "0",
                                "1",
                                "1",
                                "1",
                                minutes(random),
                                minutes(random),
                                minutes(random),
                                minutes(random),
                                minutes(random),
                                minutes(random),
                                "30",
                                "10")));
            }
            lines.add(person + "\t2\t1" + "\t1".repeat(13));
        }
        return Files.write(folder.resolve("survey.tsv"), lines);
    }

    private static String minutes(SplittableRandom random) {
        return Integer.toString(50 + random.nextInt(150));
    }
}
