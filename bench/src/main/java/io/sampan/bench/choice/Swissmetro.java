package io.sampan.bench.choice;

import io.sampan.people.preference.Choice;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The Swissmetro survey (Bierlaire, Axhausen, Abay 2001): who travels chooses between train, Swissmetro and car. Rows are chosen and scaled as in
 * Biogeme's first example: PURPOSE 1 or 3, a choice was made, times and costs in hundreds, no cost of train and Swissmetro for holders of a season
 * ticket.
 */
public final class Swissmetro {
    private static final double HUNDRED = 100;
    private static final int MAGIC = 0x1f8b;
    /** How many features the published fit has; they come first. */
    private static final int PUBLISHED = 4;

    /** The columns that are read. */
    private enum Column {
        ID,
        PURPOSE,
        CHOICE,
        GA,
        SURVEY,
        TRAIN_AV,
        SM_AV,
        CAR_AV,
        TRAIN_TT,
        SM_TT,
        CAR_TT,
        TRAIN_CO,
        SM_CO,
        CAR_CO,
        TRAIN_FR,
        SM_FR
    }

    /** Which features an option has. */
    public enum Features {
        /** Constants of train and car, time and cost: those of the published fit. */
        PUBLISHED,
        /** Also the minutes between departures, and what is known of a person before they choose: season ticket, and where they were asked. */
        ALL
    }

    /**
     * A row that counts.
     *
     * @param person who chose
     */
    private record Row(String person, Map<Column, Double> values) {
        double at(Column column) {
            return values.getOrDefault(column, 0.0);
        }
    }

    private final List<Row> rows;

    private Swissmetro(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * @param file tab-separated with a header, plain or gzipped
     * @throws IOException if it cannot be read, or is not such a file
     */
    public static Swissmetro read(Path file) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(opened(file), StandardCharsets.UTF_8))) {
            var header = lines.readLine();
            if (header == null) {
                throw new IOException("The file is empty");
            }
            var places = places(header);
            var rows = new ArrayList<Row>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    row(line.split("\t"), places).ifPresent(rows::add);
                }
            }
            return new Swissmetro(rows);
        }
    }

    private static InputStream opened(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        boolean zipped = (raw.read() << Byte.SIZE | raw.read()) == MAGIC;
        raw.reset();
        return zipped ? new GZIPInputStream(raw) : raw;
    }

    private static Map<Column, Integer> places(String header) throws IOException {
        var names = Arrays.asList(header.strip().split("\t"));
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            int place = names.indexOf(column.name());
            if (place < 0) {
                throw new IOException("The file has no column " + column);
            }
            places.put(column, place);
        }
        return places;
    }

    private static Optional<Row> row(String[] cells, Map<Column, Integer> places) throws IOException {
        var values = new EnumMap<Column, Double>(Column.class);
        try {
            for (var place : places.entrySet()) {
                values.put(place.getKey(), Double.parseDouble(cells[place.getValue()]));
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("No row of numbers: " + String.join(" ", cells), e);
        }
        var row = new Row(cells[places.getOrDefault(Column.ID, 0)], values);
        double purpose = row.at(Column.PURPOSE);
        boolean counts = (purpose == 1 || purpose == 3) && row.at(Column.CHOICE) != 0;
        return counts ? Optional.of(row) : Optional.empty();
    }

    /** The choices of each person, in the order of the file. */
    public List<List<Choice>> people(Features features) {
        var people = new LinkedHashMap<String, List<Choice>>();
        rows.forEach(row ->
                people.computeIfAbsent(row.person(), _ -> new ArrayList<>()).add(choice(row, features)));
        return List.copyOf(people.values());
    }

    private static Choice choice(Row row, Features features) {
        double ticket = row.at(Column.GA) == 1 ? 0 : 1;
        double[] train = {
            1,
            0,
            row.at(Column.TRAIN_TT) / HUNDRED,
            ticket * row.at(Column.TRAIN_CO) / HUNDRED,
            row.at(Column.TRAIN_FR) / HUNDRED,
            row.at(Column.GA),
            0
        };
        double[] metro = {
            0,
            0,
            row.at(Column.SM_TT) / HUNDRED,
            ticket * row.at(Column.SM_CO) / HUNDRED,
            row.at(Column.SM_FR) / HUNDRED,
            0,
            0
        };
        double[] car = {
            0, 1, row.at(Column.CAR_TT) / HUNDRED, row.at(Column.CAR_CO) / HUNDRED, 0, 0, row.at(Column.SURVEY)
        };
        var all = List.of(train, metro, car);
        var there = List.of(row.at(Column.TRAIN_AV) > 0, row.at(Column.SM_AV) > 0, row.at(Column.CAR_AV) > 0);
        int asked = (int) row.at(Column.CHOICE) - 1;
        var options = new ArrayList<double[]>();
        int chosen = -1;
        for (int option = 0; option < all.size(); option++) {
            if (there.get(option)) {
                chosen = option == asked ? options.size() : chosen;
                options.add(features == Features.ALL ? all.get(option) : Arrays.copyOf(all.get(option), PUBLISHED));
            }
        }
        return new Choice(options.toArray(double[][]::new), chosen);
    }
}
