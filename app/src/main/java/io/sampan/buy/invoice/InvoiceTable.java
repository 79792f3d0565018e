package io.sampan.buy.invoice;

import io.sampan.money.amount.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvoiceTable {
    private final JdbcClient jdbc;

    InvoiceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else issues anything until the transaction ends. Returns the last number. */
    long lock() {
        return jdbc.sql("SELECT number FROM invoice.last_number FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /** The caller holds the {@link #lock}. */
    void add(Invoice invoice) {
        jdbc.sql("UPDATE invoice.last_number SET number = ?")
                .param(invoice.number())
                .update();
        jdbc.sql("""
                        INSERT INTO invoice.paper (number, kind, order_id, cause, minor, currency, seller_name, seller_address, seller_tax_id,
                            issued_at)
                        VALUES (:number, :kind, :order, :cause, :minor, :currency, :name, :address, :taxId, :at)
                        """)
                .param("number", invoice.number())
                .param("kind", invoice.kind().name())
                .param("order", invoice.order())
                .param("cause", invoice.cause())
                .param("minor", invoice.amount().minor())
                .param("currency", invoice.amount().currency().getCurrencyCode())
                .param("name", invoice.seller().name())
                .param("address", invoice.seller().address())
                .param("taxId", invoice.seller().taxId())
                .param("at", utc(invoice.issuedAt()))
                .update();
    }

    boolean has(UUID cause) {
        return jdbc.sql("SELECT count(*) FROM invoice.paper WHERE cause = ?")
                        .param(cause)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Invoice> of(UUID order) {
        return jdbc.sql("SELECT * FROM invoice.paper WHERE order_id = ? ORDER BY number")
                .param(order)
                .query(InvoiceTable::invoice)
                .list();
    }

    private static Invoice invoice(ResultSet row, int n) throws SQLException {
        return new Invoice(
                row.getLong("number"),
                Invoice.Kind.valueOf(row.getString("kind")),
                row.getObject("order_id", UUID.class),
                row.getObject("cause", UUID.class),
                Money.of(row.getLong("minor"), row.getString("currency")),
                new Invoice.Seller(
                        row.getString("seller_name"), row.getString("seller_address"), row.getString("seller_tax_id")),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
