package io.sampan.browse.catalog;

import io.sampan.browse.catalog.PriceLevels.Sample;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the marketplaces' categories: what they are called, how much is in them, and what it costs. */
@Component
class CategoryTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CategoryTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A category is called what the newest offer in it calls it; some sources know only its number. */
    void name(Offer offer) {
        jdbc.sql("""
                INSERT INTO catalog.category (marketplace, id, path) VALUES (:marketplace, :id, CAST(:path AS jsonb))
                ON CONFLICT (marketplace, id) DO UPDATE SET path = EXCLUDED.path
                WHERE catalog.category.path <> EXCLUDED.path AND jsonb_array_length(EXCLUDED.path) > 0""")
                .param("marketplace", offer.item().marketplace().slug())
                .param("id", offer.category().id())
                .param("path", json.writeValueAsString(offer.category().path()))
                .update();
    }

    List<CategoryCount> categories(int limit) {
        return jdbc.sql("""
                SELECT c.marketplace, c.id, c.path, p.products
                FROM (SELECT marketplace, category_id, count(*) AS products FROM catalog.product
                      %s GROUP BY marketplace, category_id) p
                JOIN catalog.category c ON c.marketplace = p.marketplace AND c.id = p.category_id
                ORDER BY p.products DESC, c.marketplace, c.id LIMIT :limit""".formatted(CatalogTable.PRICED))
                .param("limit", limit)
                .query((row, at) -> new CategoryCount(
                        marketplace(row), new Offer.Category(row.getString("id"), path(row)), row.getLong("products")))
                .list();
    }

    /** What the newest goods cost, whether that is believed or not. */
    List<Sample> samples(int limit) {
        return jdbc.sql("""
                SELECT p.marketplace, p.category_id, p.usual_minor, c.path
                FROM (SELECT marketplace, category_id, usual_minor FROM catalog.product
                      WHERE usual_minor IS NOT NULL ORDER BY id DESC LIMIT :limit) p
                JOIN catalog.category c ON c.marketplace = p.marketplace AND c.id = p.category_id""")
                .param("limit", limit)
                .query((row, at) -> new Sample(
                        marketplace(row), row.getString("category_id"), path(row), row.getLong("usual_minor")))
                .list();
    }

    private List<Words> path(ResultSet row) throws SQLException {
        return List.of(json.readValue(row.getString("path"), Words[].class));
    }

    private static MarketplaceId marketplace(ResultSet row) throws SQLException {
        return MarketplaceId.ofSlug(row.getString("marketplace")).orElseThrow();
    }
}
