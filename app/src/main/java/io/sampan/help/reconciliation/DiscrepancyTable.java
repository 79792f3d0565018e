package io.sampan.help.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Discrepancies in the database. */
@Repository
class DiscrepancyTable {
    private static final int MOST_ROWS = 1_000;

    private final JdbcClient jdbc;

    DiscrepancyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What its repair needs, and whether enough time passed since it last ran. */
    record Mendable(
            Discrepancy discrepancy,
            String target,
            @Nullable Instant repairedAt) {}

    /**
     * Writes a finding down, or that it was found again; other values than before are a matter for a person again, whatever they said of the old ones.
     *
     * @return whether it is new, or was resolved before
     */
    boolean see(Finding finding, Instant now) {
        boolean stood =
                jdbc.sql("SELECT count(*) FROM reconciliation.discrepancy WHERE key = ? AND resolved_at IS NULL")
                                .param(finding.key())
                                .query(Integer.class)
                                .single()
                        > 0;
        jdbc.sql("""
                        INSERT INTO reconciliation.discrepancy AS d (key, kind, subject, order_id, about, here, there, since, target,
                            first_seen, last_seen)
                        VALUES (:key, :kind, :subject, :order, :about, :here, :there, :since, :target, :now, :now)
                        ON CONFLICT (key) DO UPDATE SET last_seen = excluded.last_seen, here = excluded.here, there = excluded.there,
                            about = excluded.about, since = excluded.since, target = excluded.target, resolved_at = NULL,
                            repairs = CASE WHEN d.resolved_at IS NULL THEN d.repairs ELSE 0 END,
                            aside = CASE WHEN d.here = excluded.here AND d.there = excluded.there THEN d.aside ELSE '' END""")
                .param("key", finding.key())
                .param("kind", finding.kind().name())
                .param("subject", finding.subject())
                .param("order", finding.order())
                .param("about", finding.about())
                .param("here", finding.here())
                .param("there", finding.there())
                .param("since", finding.since() == null ? null : at(finding.since()))
                .param("target", finding.kind().repair().isSecret() ? "" : finding.target())
                .param("now", at(now))
                .update();
        return !stood;
    }

    /** Those that stand, the longest known first within a kind. */
    List<Discrepancy> standing(int limit) {
        return jdbc.sql("""
                        SELECT * FROM reconciliation.discrepancy WHERE resolved_at IS NULL
                        ORDER BY kind, first_seen, key LIMIT ?""").param(limit).query(DiscrepancyTable::discrepancy).list();
    }

    /** Those that wait for a person, the longest known first: read from the index of what stands, since every operator's desk asks every few seconds. */
    List<Discrepancy> forPeople(Set<Kind> ofPeople, int tries, int limit) {
        return jdbc.sql("""
                        SELECT * FROM reconciliation.discrepancy
                        WHERE resolved_at IS NULL AND aside = '' AND (kind IN (:kinds) OR repairs >= :tries)
                        ORDER BY first_seen, key LIMIT :limit""")
                .param("kinds", ofPeople.stream().map(Enum::name).toList())
                .param("tries", tries)
                .param("limit", Math.min(limit, MOST_ROWS))
                .query(DiscrepancyTable::discrepancy)
                .list();
    }

    List<Discrepancy> resolved(int limit) {
        return jdbc.sql("""
                        SELECT * FROM reconciliation.discrepancy WHERE resolved_at IS NOT NULL
                        ORDER BY resolved_at DESC, key LIMIT ?""")
                .param(Math.min(limit, MOST_ROWS))
                .query(DiscrepancyTable::discrepancy)
                .list();
    }

    Optional<Mendable> find(String key) {
        return jdbc.sql("SELECT * FROM reconciliation.discrepancy WHERE key = ?")
                .param(key)
                .query((row, n) ->
                        new Mendable(discrepancy(row, n), row.getString("target"), instant(row, "repaired_at")))
                .optional();
    }

    void resolve(String key, Instant now) {
        jdbc.sql("UPDATE reconciliation.discrepancy SET resolved_at = ? WHERE key = ? AND resolved_at IS NULL")
                .params(at(now), key)
                .update();
    }

    void repaired(String key, Instant now) {
        jdbc.sql("UPDATE reconciliation.discrepancy SET repairs = repairs + 1, repaired_at = ? WHERE key = ?")
                .params(at(now), key)
                .update();
    }

    void setAside(String key, String why) {
        jdbc.sql("UPDATE reconciliation.discrepancy SET aside = ? WHERE key = ?")
                .params(why, key)
                .update();
    }

    /** Where a reading that is longer than one run goes on; the start when it begins anew. */
    String placeOf(String reading) {
        return jdbc.sql("SELECT key FROM reconciliation.place WHERE reading = ?")
                .param(reading)
                .query((row, n) -> row.getString("key"))
                .optional()
                .orElse("");
    }

    void goOnAfter(String reading, String key) {
        jdbc.sql("""
                        INSERT INTO reconciliation.place (reading, key) VALUES (?, ?)
                        ON CONFLICT (reading) DO UPDATE SET key = excluded.key""").params(reading, key).update();
    }

    private static Discrepancy discrepancy(ResultSet row, int n) throws SQLException {
        return new Discrepancy(
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("order_id"),
                row.getString("about"),
                row.getString("here"),
                row.getString("there"),
                instant(row, "since"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                instant(row, "resolved_at"),
                row.getInt("repairs"),
                row.getString("aside"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
