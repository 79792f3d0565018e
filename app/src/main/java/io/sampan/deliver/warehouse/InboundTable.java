package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.people.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sellers' parcels in the database. */
@Repository
class InboundTable {
    private static final int MOST_ROWS = 500;

    /** Read from an index of its own, since every operator's desk asks every few seconds. */
    static final String ORPHANS = """
            SELECT * FROM warehouse.inbound WHERE arrived_at IS NOT NULL AND NOT contents_known
            ORDER BY arrived_at, waybill LIMIT ?
            """;

    private final JdbcClient jdbc;

    InboundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a parcel down unless it is known; a courier's name that was missing is added. */
    void remember(String waybill, String company, Instant now) {
        jdbc.sql("""
                        INSERT INTO warehouse.inbound (waybill, company, heard_at) VALUES (:waybill, :company, :now)
                        ON CONFLICT (waybill) DO UPDATE SET company = excluded.company WHERE inbound.company = ''
                        """)
                .param("waybill", waybill)
                .param("company", company)
                .param("now", at(now))
                .update();
    }

    void contain(String waybill, OrderId order, OrderLineId line) {
        jdbc.sql("""
                        INSERT INTO warehouse.inbound_line (waybill, order_id, line_id) VALUES (?, ?, ?)
                        ON CONFLICT (waybill, line_id) DO NOTHING
                        """).params(waybill, order.value(), line.value()).update();
        jdbc.sql("UPDATE warehouse.inbound SET contents_known = true WHERE waybill = ? AND NOT contents_known")
                .param(waybill)
                .update();
    }

    /** Holds the parcel until the transaction ends. */
    Inbound lock(String waybill) {
        return jdbc.sql("SELECT * FROM warehouse.inbound WHERE waybill = ? FOR UPDATE")
                .param(waybill)
                .query(this::inbound)
                .single();
    }

    Optional<Inbound> find(String waybill) {
        return jdbc.sql("SELECT * FROM warehouse.inbound WHERE waybill = ?")
                .param(waybill)
                .query(this::inbound)
                .optional();
    }

    void arrive(String waybill, Instant now, AccountId by) {
        jdbc.sql("UPDATE warehouse.inbound SET arrived_at = ?, arrived_by = ? WHERE waybill = ?")
                .params(at(now), by.value(), waybill)
                .update();
    }

    /** How many parcels that may hold a part of the line are not here yet. */
    int stillOnTheWay(OrderLineId line) {
        return jdbc.sql("""
                        SELECT count(*) FROM warehouse.inbound_line l JOIN warehouse.inbound i ON i.waybill = l.waybill
                        WHERE l.line_id = ? AND i.arrived_at IS NULL
                        """).param(line.value()).query(Integer.class).single();
    }

    List<Inbound> expected(int limit) {
        return jdbc.sql("""
                        SELECT * FROM warehouse.inbound WHERE arrived_at IS NULL ORDER BY heard_at, waybill LIMIT ?
                        """)
                .param(Math.min(limit, MOST_ROWS))
                .query(this::inbound)
                .list();
    }

    List<Inbound> orphans(int limit) {
        return jdbc.sql(ORPHANS)
                .param(Math.min(limit, MOST_ROWS))
                .query(this::inbound)
                .list();
    }

    private Inbound inbound(ResultSet row, int n) throws SQLException {
        return inbound(row, contents(row.getString("waybill")));
    }

    static Inbound inbound(ResultSet row, List<Inbound.Content> contents) throws SQLException {
        var arrived = row.getObject("arrived_at", OffsetDateTime.class);
        var by = row.getObject("arrived_by", UUID.class);
        return new Inbound(
                row.getString("waybill"),
                row.getString("company"),
                contents,
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                arrived == null ? null : arrived.toInstant(),
                by == null ? null : new AccountId(by));
    }

    private List<Inbound.Content> contents(String waybill) {
        return jdbc.sql(
                        "SELECT order_id, line_id FROM warehouse.inbound_line WHERE waybill = ? ORDER BY line_id LIMIT ?")
                .params(waybill, MOST_ROWS)
                .query((row, n) -> new Inbound.Content(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new OrderLineId(row.getObject("line_id", UUID.class))))
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
