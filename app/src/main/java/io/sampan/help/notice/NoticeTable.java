package io.sampan.help.notice;

import io.sampan.people.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NoticeTable {
    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a message is about. @param label what people call it */
    record About(AccountId reader, UUID id, String label) {}

    /** Writes a message down once for each occasion, however often it is told. */
    void add(About about, Notice.Kind kind, String occasion, Instant at) {
        jdbc.sql("""
                INSERT INTO notice.message (account_id, about_id, kind, occasion, label, told_at, read)
                VALUES (:account, :about, :kind, :occasion, :label, :at, false)
                ON CONFLICT (account_id, about_id, kind, occasion) DO NOTHING
                """)
                .param("account", about.reader().value())
                .param("about", about.id())
                .param("kind", kind.name())
                .param("occasion", occasion)
                .param("label", about.label())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Notice> newest(AccountId reader, int limit) {
        return jdbc.sql("""
                SELECT kind, label, told_at, read FROM notice.message
                WHERE account_id = :account ORDER BY told_at DESC LIMIT :limit
                """)
                .param("account", reader.value())
                .param("limit", limit)
                .query((row, at) -> notice(row))
                .list();
    }

    void markRead(AccountId reader) {
        jdbc.sql("UPDATE notice.message SET read = true WHERE account_id = :account AND NOT read")
                .param("account", reader.value())
                .update();
    }

    List<UUID> ordersAfter(UUID order, int limit) {
        return jdbc.sql("""
                        SELECT DISTINCT about_id FROM notice.message WHERE about_id > :after AND kind NOT LIKE 'REQUEST\\_%'
                        ORDER BY about_id LIMIT :limit""")
                .param("after", order)
                .param("limit", limit)
                .query((row, n) -> row.getObject("about_id", UUID.class))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("read"));
    }
}
