package io.sampan.help.notice;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
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

    /** Writes a message down once for each occasion, however often it is told. */
    void add(Order order, Notice.Kind kind, String occasion, Instant at) {
        jdbc.sql("""
                INSERT INTO notice.message (account_id, order_id, kind, occasion, order_number, told_at, read)
                VALUES (:account, :order, :kind, :occasion, :number, :at, false)
                ON CONFLICT (account_id, order_id, kind, occasion) DO NOTHING
                """)
                .param("account", order.shopper().value())
                .param("order", order.id().value())
                .param("kind", kind.name())
                .param("occasion", occasion)
                .param("number", order.number())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Notice> newest(AccountId reader, int limit) {
        return jdbc.sql("""
                SELECT kind, order_id, order_number, told_at, read FROM notice.message
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
        return jdbc.sql(
                        "SELECT DISTINCT order_id FROM notice.message WHERE order_id > :after ORDER BY order_id LIMIT :limit")
                .param("after", order)
                .param("limit", limit)
                .query((row, n) -> row.getObject("order_id", UUID.class))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                Notice.Kind.valueOf(row.getString("kind")),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("order_number"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("read"));
    }
}
