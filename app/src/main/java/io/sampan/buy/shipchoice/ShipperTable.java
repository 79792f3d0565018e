package io.sampan.buy.shipchoice;

import io.sampan.outside.carrier.LineId;
import io.sampan.people.preference.Tastes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShipperTable {
    private static final String COLUMNS = "person, country, features, mean, covariance, last_line, choices, pace";
    private final JdbcClient jdbc;

    ShipperTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody, and where they live. */
    record Kept(UUID person, String country, Shipper shipper) {}

    /** @param shown in the order of their page */
    record Chosen(UUID person, UUID subject, String country, List<ShipOption> shown, LineId line) {}

    Optional<Kept> find(UUID person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM shipchoice.shipper WHERE person = ?")
                .param(person)
                .query(ShipperTable::kept)
                .optional();
    }

    /** Those of whom something was learnt last. */
    List<Kept> latest(int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM shipchoice.shipper ORDER BY changed_at DESC LIMIT ?")
                .param(limit)
                .query(ShipperTable::kept)
                .list();
    }

    void keep(Kept kept, Instant now) {
        var shipper = kept.shipper();
        var tastes = shipper.tastes();
        jdbc.sql("""
                        INSERT INTO shipchoice.shipper (person, country, features, mean, covariance, last_line, choices, pace, changed_at)
                        VALUES (:person, :country, :features, :mean, :covariance, :last, :choices, :pace, :now)
                        ON CONFLICT (person) DO UPDATE SET country = :country, features = :features, mean = :mean, covariance = :covariance,
                            last_line = :last, choices = :choices, pace = :pace, changed_at = :now
                        """)
                .param("person", kept.person())
                .param("country", kept.country())
                .param("features", ShipFeatures.NAMES)
                .param("mean", tastes == null ? null : tastes.mean(), Types.ARRAY)
                .param("covariance", tastes == null ? null : flat(tastes), Types.ARRAY)
                .param("last", shipper.last() == null ? null : shipper.last().value(), Types.VARCHAR)
                .param("choices", shipper.choices())
                .param("pace", shipper.pace().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when an order of this subject was noted before. */
    boolean add(Chosen chosen, Instant now) {
        return jdbc.sql("""
                        INSERT INTO shipchoice.choice (subject, person, country, shown, chosen, chosen_at)
                        VALUES (?, ?, ?, string_to_array(?, ' '), ?, ?) ON CONFLICT (subject) DO NOTHING
                        """)
                        .params(
                                chosen.subject(),
                                chosen.person(),
                                chosen.country(),
                                chosen.shown().stream().map(ShipperTable::words).collect(Collectors.joining(" ")),
                                chosen.line().value(),
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Nothing is left that leads from what was chosen to the person. */
    void forget(UUID person) {
        jdbc.sql("DELETE FROM shipchoice.shipper WHERE person = ?")
                .param(person)
                .update();
        jdbc.sql("UPDATE shipchoice.choice SET person = NULL WHERE person = ?")
                .param(person)
                .update();
    }

    private static String words(ShipOption option) {
        return option.line().value() + "/" + option.fen() + "/" + option.leastDays() + "/" + option.mostDays() + "/"
                + option.prepaid();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var line = row.getString("last_line");
        var shipper = new Shipper(
                tastes(row),
                line == null ? null : new LineId(line),
                row.getInt("choices"),
                Pace.of(row.getString("pace")).orElse(Pace.BALANCED));
        return new Kept(row.getObject("person", UUID.class), row.getString("country"), shipper);
    }

    private static @Nullable Tastes tastes(ResultSet row) throws SQLException {
        if (row.getArray("mean") == null || !ShipFeatures.NAMES.equals(row.getString("features"))) {
            return null;
        }
        var mean = doubles((Double[]) row.getArray("mean").getArray());
        var covariance = doubles((Double[]) row.getArray("covariance").getArray());
        var rows = new double[mean.length][];
        for (int i = 0; i < mean.length; i++) {
            rows[i] = Arrays.copyOfRange(covariance, i * mean.length, (i + 1) * mean.length);
        }
        return Tastes.of(mean, rows);
    }

    private static double[] doubles(Double[] boxed) {
        return Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] flat(Tastes tastes) {
        return Arrays.stream(tastes.covariance())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
