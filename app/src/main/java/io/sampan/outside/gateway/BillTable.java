package io.sampan.outside.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table in a gateway's bill: a head, a line for each movement. Its cells are not quoted, so a free text may hold what separates them; whoever
 * reads a column behind it counts from the end.
 */
public final class BillTable {
    /** A line of the table. */
    public final class Line {
        private final List<String> cells;

        private Line(List<String> cells) {
            this.cells = cells;
        }

        /** The cell under a title, counted from the line's begin. @throws IllegalArgumentException when there is none */
        public String cell(String title) {
            return at(column(title));
        }

        /** The cell under a title, counted from the line's end. @throws IllegalArgumentException when there is none */
        public String cellBehindText(String title) {
            return at(cells.size() - head.size() + column(title));
        }

        private String at(int place) {
            if (place < 0 || place >= cells.size()) {
                throw new IllegalArgumentException("a line of " + cells.size() + " cells");
            }
            return cells.get(place).strip();
        }
    }

    private final List<String> head;
    private final List<Line> lines;

    private BillTable(List<String> head, List<List<String>> lines) {
        this.head = head;
        this.lines = lines.stream().map(Line::new).toList();
    }

    /**
     * The table that begins with a title.
     *
     * @param separator between cells
     * @param afterwards how the line behind the table begins
     * @throws IllegalArgumentException when nothing begins or ends it: a bill that is cut off is none
     */
    public static BillTable read(String text, String firstTitle, String separator, String afterwards) {
        var all = text.lines()
                .dropWhile(line -> !line.startsWith(firstTitle))
                .takeWhile(line -> !line.startsWith(afterwards))
                .toList();
        boolean ends = text.lines()
                .dropWhile(line -> !line.startsWith(firstTitle))
                .anyMatch(line -> line.startsWith(afterwards));
        if (all.isEmpty() || !ends) {
            throw new IllegalArgumentException("no whole table");
        }
        var lines = all.stream().skip(1).map(line -> cells(line, separator)).toList();
        return new BillTable(cells(all.getFirst(), ","), lines);
    }

    public Stream<Line> lines() {
        return lines.stream();
    }

    private static List<String> cells(String line, String separator) {
        return Arrays.asList(line.split(Pattern.quote(separator), -1));
    }

    private int column(String title) {
        int place = head.indexOf(title);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + title);
        }
        return place;
    }
}
