package io.sampan.browse.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the catalogue. Who writes holds the product's row; see {@link #lock}. */
@Component
class CatalogTable {
    private static final String COLUMNS =
            "SELECT id, offer, first_seen_at, checked_at, changed_at, change_seq FROM catalog.product ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CatalogTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .build();
    }

    Optional<Product> find(ItemRef item) {
        return one(COLUMNS + "WHERE marketplace = :marketplace AND item_id = :item", item);
    }

    /** The product's row, held until the transaction ends. */
    Optional<Product> lock(ItemRef item) {
        return one(COLUMNS + "WHERE marketplace = :marketplace AND item_id = :item FOR UPDATE", item);
    }

    List<Product> find(Collection<ItemRef> items) {
        var keys = items.stream()
                .map(item -> new Object[] {item.marketplace().slug(), item.itemId()})
                .toList();
        return jdbc.sql(COLUMNS + "WHERE (marketplace, item_id) IN (:keys)")
                .param("keys", keys)
                .query(this::product)
                .list();
    }

    /** False when another transaction was first. */
    boolean insert(Product product) {
        return write(product, """
                INSERT INTO catalog.product (id, marketplace, item_id, offer, availability, price_from_minor, currency,
                    category_id, sold, first_seen_at, checked_at, changed_at, change_seq)
                VALUES (:id, :marketplace, :item, CAST(:offer AS jsonb), :availability, :price, :currency,
                    :category, :sold, :firstSeen, :checked, :changed, 0)
                ON CONFLICT (marketplace, item_id) DO NOTHING""") == 1;
    }

    void update(Product product) {
        write(product, """
                UPDATE catalog.product SET offer = CAST(:offer AS jsonb), availability = :availability,
                    price_from_minor = :price, currency = :currency, category_id = :category, sold = :sold,
                    first_seen_at = :firstSeen, checked_at = :checked, changed_at = :changed
                WHERE id = :id AND marketplace = :marketplace AND item_id = :item""");
    }

    void touch(ProductId product, Instant checkedAt) {
        jdbc.sql("UPDATE catalog.product SET checked_at = :at WHERE id = :id")
                .param("at", Timestamp.from(checkedAt))
                .param("id", product.value())
                .update();
    }

    void addVersion(UUID id, Product product, Set<Difference> differences) {
        jdbc.sql("""
                INSERT INTO catalog.version (id, product_id, seen_at, changes, offer)
                VALUES (:id, :product, :at, :changes, CAST(:offer AS jsonb))""")
                .param("id", id)
                .param("product", product.id().value())
                .param("at", Timestamp.from(product.changedAt()))
                .param("changes", differences.stream().map(Difference::name).collect(Collectors.joining(" ")))
                .param("offer", json.writeValueAsString(product.offer()))
                .update();
        jdbc.sql("""
                INSERT INTO catalog.category (marketplace, id, path) VALUES (:marketplace, :id, CAST(:path AS jsonb))
                ON CONFLICT (marketplace, id) DO UPDATE SET path = EXCLUDED.path
                WHERE catalog.category.path <> EXCLUDED.path""")
                .param("marketplace", product.item().marketplace().slug())
                .param("id", product.offer().category().id())
                .param(
                        "path",
                        json.writeValueAsString(product.offer().category().path()))
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
        return jdbc.sql(COLUMNS + "WHERE change_seq > :cursor ORDER BY change_seq LIMIT :limit")
                .param("cursor", cursor)
                .param("limit", limit)
                .query((row, at) -> new Change(row.getLong("change_seq"), product(row, at)))
                .list();
    }

    List<Product> mostSold(int limit) {
        return list(COLUMNS + "WHERE availability = 'ON_SALE' ORDER BY sold DESC, id LIMIT :limit", limit);
    }

    List<Product> newest(int limit) {
        return list(COLUMNS + "WHERE availability = 'ON_SALE' ORDER BY first_seen_at DESC, id LIMIT :limit", limit);
    }

    Page<Product> inCategory(MarketplaceId marketplace, String category, int page, int size) {
        var where = "WHERE marketplace = :marketplace AND category_id = :category AND availability = 'ON_SALE' ";
        long total = jdbc.sql("SELECT count(*) FROM catalog.product " + where)
                .param("marketplace", marketplace.slug())
                .param("category", category)
                .query(Long.class)
                .single();
        var rows = jdbc.sql(COLUMNS + where + "ORDER BY sold DESC, id LIMIT :size OFFSET :skipped")
                .param("marketplace", marketplace.slug())
                .param("category", category)
                .param("size", size)
                .param("skipped", (page - 1) * size)
                .query(this::product)
                .list();
        return new Page<>(rows, page, size, total);
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
                .param("offer", json.writeValueAsString(offer))
                .param("availability", offer.availability().name())
                .param("price", price.map(Money::minor).orElse(null))
                .param(
                        "currency",
                        price.map(money -> money.currency().getCurrencyCode()).orElse(null))
                .param("category", offer.category().id())
                .param("sold", offer.sold())
                .param("firstSeen", Timestamp.from(product.firstSeenAt()))
                .param("checked", Timestamp.from(product.checkedAt()))
                .param("changed", Timestamp.from(product.changedAt()))
                .update();
    }

    private Optional<Product> one(String sql, ItemRef item) {
        return jdbc.sql(sql)
                .param("marketplace", item.marketplace().slug())
                .param("item", item.itemId())
                .query(this::product)
                .optional();
    }

    private List<Product> list(String sql, int limit) {
        return jdbc.sql(sql).param("limit", limit).query(this::product).list();
    }

    private Product product(ResultSet row, int at) throws SQLException {
        return new Product(
                new ProductId(row.getObject("id", UUID.class)),
                json.readValue(row.getString("offer"), Offer.class),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getTimestamp("checked_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static MarketplaceId marketplace(ResultSet row) throws SQLException {
        return MarketplaceId.ofSlug(row.getString("marketplace")).orElseThrow();
    }
}
