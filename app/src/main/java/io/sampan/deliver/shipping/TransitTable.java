package io.sampan.deliver.shipping;

import io.sampan.deliver.shipping.TransitTime.Way;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.outside.carrier.LineId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of past parcels' times. */
@Component
class TransitTable {
    private final JdbcClient jdbc;

    TransitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Twice is once. */
    void keep(TransitTime time) {
        jdbc.sql("""
                        INSERT INTO shipping.transit_time
                            (parcel_id, line, country, least_days, most_days, handed_over_at, delivered_at)
                        VALUES (:parcel, :line, :country, :least, :most, :from, :to)
                        ON CONFLICT (parcel_id) DO NOTHING
                        """)
                .param("parcel", time.parcel().value())
                .param("line", time.way().line().value())
                .param("country", time.way().country())
                .param("least", time.way().leastDays())
                .param("most", time.way().mostDays())
                .param("from", time.handedOverAt().atOffset(ZoneOffset.UTC))
                .param("to", time.deliveredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest of one line, the oldest of them first. */
    List<TransitTime> latest(LineId line, int limit) {
        return jdbc.sql(
                        "SELECT * FROM shipping.transit_time WHERE line = ? ORDER BY delivered_at DESC, parcel_id LIMIT ?")
                .params(line.value(), limit)
                .query(TransitTable::time)
                .list()
                .reversed();
    }

    private static TransitTime time(ResultSet row, int number) throws SQLException {
        return new TransitTime(
                new ParcelId(row.getObject("parcel_id", UUID.class)),
                new Way(
                        new LineId(row.getString("line")),
                        row.getString("country"),
                        row.getInt("least_days"),
                        row.getInt("most_days")),
                row.getObject("handed_over_at", OffsetDateTime.class).toInstant(),
                row.getObject("delivered_at", OffsetDateTime.class).toInstant());
    }
}
