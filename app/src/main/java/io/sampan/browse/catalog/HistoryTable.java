package io.sampan.browse.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.sampan.money.amount.Money;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What products were: versions of each source's offers, and what they cost. It is written once for all. */
@Component
class HistoryTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .build();
    }

    void addVersion(UUID id, ProductId product, Look seen, Set<Difference> differences) {
        jdbc.sql("""
                INSERT INTO catalog.version (id, product_id, source, seen_at, changes, offer)
                VALUES (:id, :product, :source, :at, :changes, CAST(:offer AS jsonb))""")
                .param("id", id)
                .param("product", product.value())
                .param("source", seen.source())
                .param("at", Timestamp.from(seen.checkedAt()))
                .param("changes", differences.stream().map(Difference::name).collect(Collectors.joining(" ")))
                .param("offer", json.writeValueAsString(seen.told()))
                .update();
    }

    void addPricePoint(UUID id, ProductId product, PricePoint point) {
        jdbc.sql("""
                INSERT INTO catalog.price_point (id, product_id, seen_at, price_from_minor, currency)
                VALUES (:id, :product, :at, :price, :currency)""")
                .param("id", id)
                .param("product", product.value())
                .param("at", Timestamp.from(point.at()))
                .param("price", point.priceFrom().minor())
                .param("currency", point.priceFrom().currency().getCurrencyCode())
                .update();
    }

    List<PricePoint> pricePoints(ProductId product, int limit) {
        return jdbc.sql("""
                SELECT seen_at, price_from_minor, currency FROM catalog.price_point
                WHERE product_id = :product ORDER BY seen_at DESC, id DESC LIMIT :limit""")
                .param("product", product.value())
                .param("limit", limit)
                .query((row, at) -> new PricePoint(
                        row.getTimestamp("seen_at").toInstant(),
                        Money.of(row.getLong("price_from_minor"), row.getString("currency"))))
                .list();
    }
}
