package io.sampan.buy.paychoice;

import io.sampan.buy.paychoice.PayChooser.Where;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.people.preference.Tastes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PayerTable {
    /** What a person chose. */
    record Chosen(UUID person, UUID subject, Where where, PayRanking ranking, PayMethod method) {}

    /** How a try ended, and whose it was; the person is null once they wanted to be forgotten. */
    record Ended(@Nullable UUID person, String country, PayMethod method, boolean success) {}

    /** How tries by a method ended in a country. */
    record Tally(PayMethod method, String country, int tries, int successes) {}

    /** What is believed of a person. */
    record Believed(UUID person, String country, Tastes tastes) {}

    private final JdbcClient jdbc;

    PayerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isFollowed(UUID person) {
        return jdbc.sql("SELECT count(*) FROM paychoice.unfollowed WHERE person = ?")
                        .param(person)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void unfollow(UUID person, Instant now) {
        jdbc.sql("INSERT INTO paychoice.unfollowed (person, since) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(person, utc(now))
                .update();
    }

    void follow(UUID person) {
        jdbc.sql("DELETE FROM paychoice.unfollowed WHERE person = ?")
                .param(person)
                .update();
    }

    /** @param names of the features, in their order; a belief by other names counts for nothing */
    Optional<Believed> believed(UUID person, List<String> names) {
        return jdbc.sql("SELECT * FROM paychoice.payer WHERE person = ? AND features = string_to_array(?, ' ')")
                .params(person, String.join(" ", names))
                .query(PayerTable::believed)
                .optional();
    }

    /** Of the people whose beliefs moved last. */
    List<Believed> believed(List<String> names, int limit) {
        return jdbc.sql("""
                        SELECT * FROM paychoice.payer WHERE features = string_to_array(?, ' ') ORDER BY changed_at DESC LIMIT ?
                        """)
                .params(String.join(" ", names), limit)
                .query(PayerTable::believed)
                .list();
    }

    void keep(Believed believed, List<String> names, Instant now) {
        jdbc.sql("""
                        INSERT INTO paychoice.payer (person, country, features, mean, covariance, changed_at)
                        VALUES (:person, :country, string_to_array(:names, ' '), :mean, :covariance, :now)
                        ON CONFLICT (person) DO UPDATE SET country = :country, features = string_to_array(:names, ' '),
                            mean = :mean, covariance = :covariance, changed_at = :now
                        """)
                .param("person", believed.person())
                .param("country", believed.country())
                .param("names", String.join(" ", names))
                .param("mean", believed.tastes().mean())
                .param(
                        "covariance",
                        Arrays.stream(believed.tastes().covariance())
                                .flatMapToDouble(Arrays::stream)
                                .toArray())
                .param("now", utc(now))
                .update();
    }

    /** Nothing is left that leads from what was chosen to the person. */
    void forget(UUID person) {
        jdbc.sql("DELETE FROM paychoice.payer WHERE person = ?").param(person).update();
        want(person, null);
        jdbc.sql("UPDATE paychoice.choice SET person = NULL WHERE person = ?")
                .param(person)
                .update();
    }

    /** False when the same choice for the same subject waits for its end already: a second click chooses nothing anew. */
    boolean add(Chosen chosen, Instant now) {
        var shown = chosen.ranking().methods().stream().map(PayMethod::id).toList();
        return jdbc.sql("""
                        INSERT INTO paychoice.choice (person, subject, country, minor, currency, shown, propensity, chosen, chosen_at)
                        SELECT ?, ?, ?, ?, ?, string_to_array(?, ' '), ?, ?, ?
                        WHERE NOT EXISTS (SELECT FROM paychoice.choice WHERE subject = ? AND chosen = ? AND success IS NULL)
                        """)
                        .params(
                                chosen.person(),
                                chosen.subject(),
                                chosen.where().country(),
                                chosen.where().amount().minor(),
                                chosen.where().amount().currency().getCurrencyCode(),
                                String.join(" ", shown),
                                chosen.ranking().propensity(),
                                chosen.method().id(),
                                utc(now),
                                chosen.subject(),
                                chosen.method().id())
                        .update()
                == 1;
    }

    /** Notes how the last try of a subject by a method ended; empty when none waits for its end. */
    Optional<Ended> end(UUID subject, PayMethod method, boolean success, Instant now) {
        return jdbc.sql("""
                        UPDATE paychoice.choice SET success = :success, ended_at = :now
                        WHERE id = (SELECT max(id) FROM paychoice.choice WHERE subject = :subject AND chosen = :chosen)
                            AND success IS NULL
                        RETURNING person, country, chosen, success
                        """)
                .param("success", success)
                .param("now", utc(now))
                .param("subject", subject)
                .param("chosen", method.id())
                .query(PayerTable::ended)
                .optional();
    }

    /** The last that ended, the oldest of them first. */
    List<Ended> ended(int limit) {
        return jdbc.sql("""
                        SELECT person, country, chosen, success FROM paychoice.choice WHERE ended_at IS NOT NULL
                        ORDER BY ended_at DESC LIMIT ?
                        """).param(limit).query(PayerTable::ended).list().reversed();
    }

    /** How tries ended since, by method and country, the most tried first. */
    List<Tally> tallies(Instant since, int limit) {
        return jdbc.sql("""
                        SELECT chosen, country, count(*) AS tries, count(*) FILTER (WHERE success) AS successes
                        FROM paychoice.choice WHERE ended_at >= ? GROUP BY chosen, country ORDER BY tries DESC, chosen, country LIMIT ?
                        """)
                .params(utc(since), limit)
                .query((row, n) -> new Tally(
                        PayMethod.of(row.getString("chosen")).orElseThrow(),
                        row.getString("country"),
                        row.getInt("tries"),
                        row.getInt("successes")))
                .list();
    }

    /** How often a person paid by each method. */
    Map<PayMethod, Integer> times(UUID person) {
        var times = new HashMap<PayMethod, Integer>();
        jdbc.sql("SELECT chosen, count(*) AS times FROM paychoice.choice WHERE person = ? AND success GROUP BY chosen")
                .param(person)
                .query((ResultSet row) -> {
                    times.put(PayMethod.of(row.getString("chosen")).orElseThrow(), row.getInt("times"));
                });
        return times;
    }

    Optional<PayMethod> last(UUID person) {
        return jdbc.sql(
                        "SELECT chosen FROM paychoice.choice WHERE person = ? AND success ORDER BY ended_at DESC LIMIT 1")
                .param(person)
                .query(String.class)
                .optional()
                .flatMap(PayMethod::of);
    }

    /** @param method null when the person leaves it to us */
    void want(UUID person, @Nullable PayMethod method) {
        jdbc.sql("DELETE FROM paychoice.wanted WHERE person = ?").param(person).update();
        if (method != null) {
            jdbc.sql("INSERT INTO paychoice.wanted (person, method) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(person, method.id())
                    .update();
        }
    }

    Optional<PayMethod> wanted(UUID person) {
        return jdbc.sql("SELECT method FROM paychoice.wanted WHERE person = ?")
                .param(person)
                .query(String.class)
                .optional()
                .flatMap(PayMethod::of);
    }

    /** How well the orders of ways to pay did, by the Monday of each week since. */
    List<PayAdvice.Week> weeks(Instant since) {
        return jdbc.sql("""
                        SELECT date_trunc('week', chosen_at AT TIME ZONE 'UTC')::date AS week, count(*) AS choices,
                            avg(CASE WHEN shown[1] = chosen THEN 1.0 ELSE 0.0 END) AS first,
                            avg(array_position(shown, chosen)) AS place
                        FROM paychoice.choice WHERE chosen_at >= ? AND cardinality(shown) > 1 GROUP BY week ORDER BY week
                        """)
                .param(utc(since))
                .query((row, n) -> new PayAdvice.Week(
                        row.getObject("week", LocalDate.class),
                        row.getInt("choices"),
                        row.getDouble("first"),
                        row.getDouble("place")))
                .list();
    }

    private static Ended ended(ResultSet row, int n) throws SQLException {
        return new Ended(
                row.getObject("person", UUID.class),
                row.getString("country"),
                PayMethod.of(row.getString("chosen")).orElseThrow(),
                row.getBoolean("success"));
    }

    private static Believed believed(ResultSet row, int n) throws SQLException {
        var mean = doubles(row, "mean");
        var flat = doubles(row, "covariance");
        var covariance = new double[mean.length][];
        for (int feature = 0; feature < mean.length; feature++) {
            covariance[feature] = Arrays.copyOfRange(flat, feature * mean.length, (feature + 1) * mean.length);
        }
        return new Believed(row.getObject("person", UUID.class), row.getString("country"), Tastes.of(mean, covariance));
    }

    private static double[] doubles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Double[]) row.getArray(column).getArray())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
