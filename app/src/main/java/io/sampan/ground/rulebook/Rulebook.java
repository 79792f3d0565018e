package io.sampan.ground.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of dated rules. The file is UTF-8 text: lines that begin with {@code #} are remarks, the first other line names the columns, cells
 * stand between semicolons. The columns {@code rule valid_from valid_to source confirmed} are always there; an empty {@code valid_to} is an
 * open end, and {@code confirmed} is {@code no} for a figure that nobody has confirmed. Two versions of one rule never hold on the same day.
 */
public final class Rulebook {
    private static final int MOST_BYTES = 4_000_000;

    private final String file;
    private final List<Rule> rules;

    private Rulebook(String file, List<Rule> rules) {
        this.file = file;
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads a whole file.
     *
     * @param file its name in messages
     * @throws IllegalArgumentException when it has more than {@value #MOST_BYTES} bytes, a row is malformed or two versions of a rule hold on the same day
     */
    public static Rulebook read(String file, InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(file + " has more than " + MOST_BYTES + " bytes");
        }
        return parse(file, new String(bytes, StandardCharsets.UTF_8));
    }

    /** {@link #read} of a text. */
    public static Rulebook parse(String file, String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " names no columns");
        }
        var columns = cells(lines.getFirst());
        var rules =
                lines.stream().skip(1).map(line -> rule(file, columns, line)).toList();
        refuseOverlaps(file, rules);
        return new Rulebook(file, rules);
    }

    /** The rules that hold at this moment, in the order of the file. */
    public List<Rule> at(Instant moment) {
        var day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return rules.stream().filter(rule -> rule.version().holdsOn(day)).toList();
    }

    /** Every version of every rule, in the order of the file. */
    public List<Rule> all() {
        return rules;
    }

    @Override
    public String toString() {
        return file + " with " + rules.size() + " rows";
    }

    private static Rule rule(String file, List<String> columns, String line) {
        var texts = cells(line);
        if (texts.size() != columns.size()) {
            throw new IllegalArgumentException(
                    file + ": " + columns.size() + " columns, but " + texts.size() + " cells in: " + line);
        }
        var cells = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), texts.get(i));
        }
        var name = needed(file, cells, "rule");
        var from = LocalDate.parse(needed(file, cells, "valid_from"));
        var to = cells.getOrDefault("valid_to", "");
        var version = new RuleVersion(
                name + "@" + from,
                needed(file, cells, "source"),
                from,
                to.isEmpty() ? null : LocalDate.parse(to),
                !"no".equals(needed(file, cells, "confirmed")));
        return new Rule(name, version, cells);
    }

    private static String needed(String file, Map<String, String> cells, String column) {
        var text = cells.getOrDefault(column, "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(file + ": a row without " + column + ": " + cells);
        }
        return text;
    }

    private static List<String> cells(String line) {
        return List.of(line.split(";", -1)).stream().map(String::strip).toList();
    }

    private static void refuseOverlaps(String file, List<Rule> rules) {
        var versions = new HashMap<String, List<RuleVersion>>();
        for (var rule : rules) {
            var earlier = versions.computeIfAbsent(rule.name(), name -> new ArrayList<>());
            if (earlier.stream().anyMatch(rule.version()::overlaps)) {
                throw new IllegalArgumentException(file + ": two versions of " + rule.name() + " hold on the same day");
            }
            earlier.add(rule.version());
        }
    }
}
