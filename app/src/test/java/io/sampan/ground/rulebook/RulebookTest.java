package io.sampan.ground.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private static final String HEAD = "rule;percent;valid_from;valid_to;source;confirmed\n";

    @Test
    void answersWithTheVersionOfTheDayAndBothEndsCount() {
        var book = Rulebook.parse("tax.csv", HEAD + """
                # a remark
                DE;16;2020-07-01;2020-12-31;law;yes
                DE;19;2021-01-01;;law;yes
                """);
        assertThat(percentAt(book, "2020-12-31T23:59:59Z")).isEqualTo("16");
        assertThat(percentAt(book, "2021-01-01T00:00:00Z")).isEqualTo("19");
        assertThat(book.at(Instant.parse("2020-06-30T23:59:59Z"))).isEmpty();
        assertThat(book.all().getFirst().version().id()).isEqualTo("DE@2020-07-01");
    }

    @Test
    void refusesTwoVersionsOfOneRuleOnOneDay() {
        assertThatThrownBy(() -> Rulebook.parse("tax.csv", HEAD + """
                DE;16;2020-07-01;2021-01-01;law;yes
                DE;19;2021-01-01;;law;yes
                """)).hasMessageContaining("two versions of DE");
    }

    @Test
    void refusesARowThatNamesNoSource() {
        assertThatThrownBy(() -> Rulebook.parse("tax.csv", HEAD + "DE;16;2020-07-01;;;yes\n"))
                .hasMessageContaining("source");
    }

    @Test
    void refusesARowWithACellTooFew() {
        assertThatThrownBy(() -> Rulebook.parse("tax.csv", HEAD + "DE;16;2020-07-01;law;yes\n"))
                .hasMessageContaining("6 columns, but 5 cells");
    }

    @Test
    void refusesAFileThatIsTooLongInsteadOfLosingItsLastRules() throws IOException {
        var remark = "#" + " ".repeat(99) + "\n";
        var rule = "DE;19;2021-01-01;;law;yes\n";
        assertThat(read(HEAD + remark.repeat(39_000) + rule).all()).hasSize(1);
        assertThatThrownBy(() -> read(HEAD + remark.repeat(40_000) + rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tax.csv has more than 4000000 bytes");
    }

    private static Rulebook read(String text) throws IOException {
        return Rulebook.read("tax.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void saysWhetherAFigureIsConfirmed() {
        var book = Rulebook.parse("tax.csv", HEAD + "US;20;2026-07-24;;a guess;no\n");
        assertThat(book.all().getFirst().version().confirmed()).isFalse();
    }

    private static String percentAt(Rulebook book, String moment) {
        return book.at(Instant.parse(moment)).getFirst().text("percent");
    }
}
