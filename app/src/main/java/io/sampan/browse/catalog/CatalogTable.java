package io.sampan.browse.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.sampan.browse.catalog.Product.Sighting;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the catalogue. Who writes holds the product's row; see {@link #lock}. */
@Component
class CatalogTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ranking ranking;

    CatalogTable(JdbcClient jdbc, JsonMapper json, Ranking ranking) {
        this.jdbc = jdbc;
        this.ranking = ranking;
        this.json = json.rebuild()
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .build();
    }

    Optional<Product> find(ItemRef item) {
        return products("WHERE marketplace = :marketplace AND item_id = :item", "id", key(item)).stream()
                .findFirst();
    }

    /** The product, its row held until the transaction ends. Only what is read after the row was had is surely the newest. */
    Optional<Product> lock(ItemRef item) {
        return jdbc.sql(
                        "SELECT id FROM catalog.product WHERE marketplace = :marketplace AND item_id = :item FOR UPDATE")
                .params(key(item))
                .query(UUID.class)
                .optional()
                .flatMap(held -> find(item));
    }

    private static Map<String, Object> key(ItemRef item) {
        return Map.of("marketplace", item.marketplace().slug(), "item", item.itemId());
    }

    List<Product> find(Collection<ItemRef> items) {
        var keys = items.stream()
                .map(item -> new Object[] {item.marketplace().slug(), item.itemId()})
                .toList();
        return products("WHERE (marketplace, item_id) IN (:keys)", "id", Map.of("keys", keys));
    }

    /** False when another transaction was first. */
    boolean insert(Product product) {
        return write(product, """
                INSERT INTO catalog.product (id, marketplace, item_id, availability, price_from_minor, currency, category_id,
                    sold, first_seen_at, changed_at, change_seq)
                VALUES (:id, :marketplace, :item, :availability, :price, :currency, :category,
                    :sold, :firstSeen, :changed, 0)
                ON CONFLICT (marketplace, item_id) DO NOTHING""") == 1;
    }

    /** What lists order and filter by, taken from the offer that is shown. */
    void update(Product product) {
        write(product, """
                UPDATE catalog.product SET availability = :availability, price_from_minor = :price, currency = :currency,
                    category_id = :category, sold = :sold, first_seen_at = :firstSeen, changed_at = :changed
                WHERE id = :id AND marketplace = :marketplace AND item_id = :item""");
    }

    /** What a source showed replaces what it showed before. */
    void put(ProductId product, Sighting seen) {
        jdbc.sql("""
                INSERT INTO catalog.offer (product_id, source, offer, checked_at)
                VALUES (:product, :source, CAST(:offer AS jsonb), :at)
                ON CONFLICT (product_id, source) DO UPDATE SET offer = EXCLUDED.offer, checked_at = EXCLUDED.checked_at""")
                .param("product", product.value())
                .param("source", seen.source())
                .param("offer", json.writeValueAsString(seen.offer()))
                .param("at", Timestamp.from(seen.checkedAt()))
                .update();
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

    void touch(ProductId product, Sighting seen) {
        jdbc.sql("UPDATE catalog.offer SET checked_at = :at WHERE product_id = :product AND source = :source")
                .param("at", Timestamp.from(seen.checkedAt()))
                .param("product", product.value())
                .param("source", seen.source())
                .update();
    }

    /** Moves the product to the end of the list of changes. The counter stays locked until commit: call it last. */
    void number(ProductId product) {
        long next = jdbc.sql("UPDATE catalog.change_counter SET last = last + 1 WHERE id = 1 RETURNING last")
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE catalog.product SET change_seq = :next WHERE id = :id")
                .param("next", next)
                .param("id", product.value())
                .update();
    }

    List<Change> changesAfter(long cursor, int limit) {
        var parameters = Map.<String, Object>of("cursor", cursor, "limit", limit);
        return rows("WHERE change_seq > :cursor ORDER BY change_seq LIMIT :limit", "change_seq", parameters).stream()
                .map(row -> new Change(row.changeSeq(), row.product(ranking)))
                .toList();
    }

    List<Product> mostSold(int limit) {
        var order = "sold DESC, id";
        return products(
                "WHERE availability = 'ON_SALE' ORDER BY " + order + " LIMIT :limit", order, Map.of("limit", limit));
    }

    List<CategoryCount> categories(int limit) {
        return jdbc.sql("""
                SELECT c.marketplace, c.id, c.path, p.products
                FROM (SELECT marketplace, category_id, count(*) AS products FROM catalog.product
                      WHERE availability = 'ON_SALE' GROUP BY marketplace, category_id) p
                JOIN catalog.category c ON c.marketplace = p.marketplace AND c.id = p.category_id
                ORDER BY p.products DESC, c.marketplace, c.id LIMIT :limit""")
                .param("limit", limit)
                .query((row, at) -> new CategoryCount(
                        marketplace(row),
                        new Offer.Category(
                                row.getString("id"), List.of(json.readValue(row.getString("path"), Words[].class))),
                        row.getLong("products")))
                .list();
    }

    long count(MarketplaceId marketplace) {
        return jdbc.sql("SELECT count(*) FROM catalog.product WHERE marketplace = :marketplace")
                .param("marketplace", marketplace.slug())
                .query(Long.class)
                .single();
    }

    private int write(Product product, String sql) {
        var offer = product.offer();
        var price = product.priceFrom();
        return jdbc.sql(sql)
                .param("id", product.id().value())
                .param("marketplace", offer.item().marketplace().slug())
                .param("item", offer.item().itemId())
                .param("availability", offer.availability().name())
                .param("price", price.map(Money::minor).orElse(null))
                .param(
                        "currency",
                        price.map(money -> money.currency().getCurrencyCode()).orElse(null))
                .param("category", offer.category().id())
                .param("sold", offer.sold())
                .param("firstSeen", Timestamp.from(product.firstSeenAt()))
                .param("changed", Timestamp.from(product.changedAt()))
                .update();
    }

    private List<Product> products(String which, String order, Map<String, ?> parameters) {
        return rows(which, order, parameters).stream()
                .map(row -> row.product(ranking))
                .toList();
    }

    /** A product's row with the offers of all sources. */
    private record Row(ProductId id, Instant firstSeenAt, Instant changedAt, long changeSeq, List<Sighting> sightings) {
        Product product(Ranking ranking) {
            return new Product(id, ranking.ranked(sightings), firstSeenAt, changedAt);
        }
    }

    /**
     * @param which the conditions on products, with their bound
     * @param order of the products by columns of theirs
     */
    private Collection<Row> rows(String which, String order, Map<String, ?> parameters) {
        Map<UUID, Row> found = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT p.*, o.offer, o.checked_at
                FROM (SELECT id, first_seen_at, changed_at, change_seq, sold FROM catalog.product %s) p
                JOIN catalog.offer o ON o.product_id = p.id ORDER BY %s""".formatted(which, order)).params(parameters).query(row -> {
            var id = row.getObject("id", UUID.class);
            var product = found.get(id);
            if (product == null) {
                product = row(id, row);
                found.put(id, product);
            }
            product.sightings()
                    .add(new Sighting(
                            json.readValue(row.getString("offer"), Offer.class),
                            row.getTimestamp("checked_at").toInstant()));
        });
        return found.values();
    }

    private static Row row(UUID id, ResultSet row) throws SQLException {
        return new Row(
                new ProductId(id),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("change_seq"),
                new ArrayList<>());
    }

    private static MarketplaceId marketplace(ResultSet row) throws SQLException {
        return MarketplaceId.ofSlug(row.getString("marketplace")).orElseThrow();
    }
}
