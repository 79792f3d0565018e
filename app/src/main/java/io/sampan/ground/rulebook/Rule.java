package io.sampan.ground.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of a rulebook: its version and its named cells. A cell that is missing or malformed fails with the row's name. */
public final class Rule {
    private final String name;
    private final RuleVersion version;
    private final Map<String, String> cells;

    Rule(String name, RuleVersion version, Map<String, String> cells) {
        this.name = name;
        this.version = version;
        this.cells = Map.copyOf(cells);
    }

    /** What all versions of this rule share. */
    public String name() {
        return name;
    }

    public RuleVersion version() {
        return version;
    }

    /** The cell as text; empty when it holds nothing. */
    public Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column)).filter(text -> !text.isEmpty());
    }

    /** @throws IllegalArgumentException when the cell is empty */
    public String text(String column) {
        return cell(column)
                .orElseThrow(() -> new IllegalArgumentException("Rule " + version.id() + " has no " + column));
    }

    /** @throws IllegalArgumentException when the cell is not a whole number */
    public int whole(String column) {
        return number(column).intValueExact();
    }

    /** @throws IllegalArgumentException when the cell is not a decimal number */
    public BigDecimal number(String column) {
        var text = text(column);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    "Rule " + version.id() + ", " + column + ": no number: " + text, malformed);
        }
    }

    /** Whether the cell says {@code yes}. */
    public boolean yes(String column) {
        return cell(column).filter("yes"::equals).isPresent();
    }

    /** The cell's words, which stand between blanks. */
    public List<String> words(String column) {
        return cell(column).map(text -> List.of(text.split("\\s+"))).orElse(List.of());
    }
}
