package io.sampan.help.reconciliation;

import static io.sampan.help.reconciliation.DiscrepancyTable.at;
import static io.sampan.help.reconciliation.DiscrepancyTable.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and repairs in the database. */
@Repository
class RunTable {
    private static final int MOST_ROWS = 500;

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False while another run, on this node or another, has its turn. */
    boolean take(Instant now, Instant until) {
        return jdbc.sql("UPDATE reconciliation.turn SET claimed_until = ? WHERE id = 1 AND claimed_until <= ?")
                        .params(at(until), at(now))
                        .update()
                == 1;
    }

    void release(Instant now) {
        jdbc.sql("UPDATE reconciliation.turn SET claimed_until = ? WHERE id = 1")
                .param(at(now))
                .update();
    }

    boolean isTaken(Instant now) {
        return jdbc.sql("SELECT count(*) FROM reconciliation.turn WHERE claimed_until > ?")
                        .param(at(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a night's run began after a moment. */
    boolean ranSince(Instant moment) {
        return jdbc.sql("SELECT count(*) FROM reconciliation.run WHERE started_at > ? AND NOT by_person")
                        .param(at(moment))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void begin(Night night) {
        jdbc.sql("INSERT INTO reconciliation.run (id, by_person, started_at) VALUES (?, ?, ?)")
                .params(night.id(), night.byPerson(), at(night.startedAt()))
                .update();
    }

    void end(Night night) {
        jdbc.sql("""
                        UPDATE reconciliation.run SET ended_at = :ended, found = :found, fresh = :fresh, resolved = :resolved,
                            repaired = :repaired, broken = :broken, calls = :calls
                        WHERE id = :id""")
                .param("ended", night.endedAt() == null ? null : at(night.endedAt()))
                .param("found", night.found())
                .param("fresh", night.fresh())
                .param("resolved", night.resolved())
                .param("repaired", night.repaired())
                .param("broken", night.broken())
                .param("calls", night.calls())
                .param("id", night.id())
                .update();
    }

    List<Night> newest(int limit) {
        return jdbc.sql("SELECT * FROM reconciliation.run ORDER BY started_at DESC LIMIT ?")
                .param(Math.min(limit, MOST_ROWS))
                .query(RunTable::night)
                .list();
    }

    void log(UUID id, Reconciliation.Mended mended) {
        jdbc.sql("""
                        INSERT INTO reconciliation.repair (id, key, repair, at, by, fault)
                        VALUES (:id, :key, :repair, :at, :by, :fault)""")
                .param("id", id)
                .param("key", mended.key())
                .param("repair", mended.repair().name())
                .param("at", at(mended.at()))
                .param("by", mended.by())
                .param("fault", mended.fault())
                .update();
    }

    List<Reconciliation.Mended> mended(int limit) {
        return jdbc.sql("SELECT * FROM reconciliation.repair ORDER BY at DESC, id DESC LIMIT ?")
                .param(Math.min(limit, MOST_ROWS))
                .query(RunTable::mended)
                .list();
    }

    /** Runs, repairs and resolved discrepancies from before a moment. */
    void forget(Instant before) {
        jdbc.sql("DELETE FROM reconciliation.run WHERE started_at < ?")
                .param(at(before))
                .update();
        jdbc.sql("DELETE FROM reconciliation.repair WHERE at < ?")
                .param(at(before))
                .update();
        jdbc.sql("DELETE FROM reconciliation.discrepancy WHERE resolved_at < ?")
                .param(at(before))
                .update();
    }

    private static Reconciliation.Mended mended(ResultSet row, int n) throws SQLException {
        @Nullable UUID by = row.getObject("by", UUID.class);
        return new Reconciliation.Mended(
                row.getString("key"),
                Repair.valueOf(row.getString("repair")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                by,
                row.getString("fault"));
    }

    private static Night night(ResultSet row, int n) throws SQLException {
        return new Night(
                row.getObject("id", UUID.class),
                row.getBoolean("by_person"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getInt("found"),
                row.getInt("fresh"),
                row.getInt("resolved"),
                row.getInt("repaired"),
                row.getInt("broken"),
                row.getInt("calls"));
    }
}
