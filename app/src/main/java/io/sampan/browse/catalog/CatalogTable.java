package io.sampan.browse.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the catalogue. Who writes holds the product's row; see {@link #lock}. */
@Component
class CatalogTable {
    /** What lists hold: without a price that is believed there is nothing to show small, and what one person asked for is nobody else's. */
    static final String PRICED = "WHERE availability = 'ON_SALE' AND price_from_minor IS NOT NULL AND marketplace <> '"
            + MarketplaceId.ELSEWHERE.slug() + "'";

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

    /**
     * The product with all that was told, its row held until the transaction ends. Only what is read after the row was had is surely the newest.
     */
    Optional<StoredProduct> lock(ItemRef item) {
        return jdbc.sql(
                        "SELECT id FROM catalog.product WHERE marketplace = :marketplace AND item_id = :item FOR UPDATE")
                .params(key(item))
                .query(UUID.class)
                .optional()
                .flatMap(held -> stored(item));
    }

    /** With all that was told, without holding anything. */
    Optional<StoredProduct> stored(ItemRef item) {
        return rows("WHERE marketplace = :marketplace AND item_id = :item", "id", key(item)).stream()
                .findFirst()
                .map(Row::stored);
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

    /** What of it may be shown, its best offer first. */
    Product shown(StoredProduct stored) {
        return stored.product(ranking);
    }

    /** False when another transaction was first. */
    boolean insert(StoredProduct product) {
        return write(product, """
                INSERT INTO catalog.product (id, marketplace, item_id, availability, price_from_minor, usual_minor, currency,
                    category_id, sold, first_seen_at, changed_at, change_seq)
                VALUES (:id, :marketplace, :item, :availability, :price, :usual, :currency,
                    :category, :sold, :firstSeen, :changed, 0)
                ON CONFLICT (marketplace, item_id) DO NOTHING""") == 1;
    }

    /** What lists order and filter by, taken from the offer that is shown. */
    void update(StoredProduct product) {
        write(product, """
                UPDATE catalog.product SET availability = :availability, price_from_minor = :price, usual_minor = :usual,
                    currency = :currency, category_id = :category, sold = :sold, first_seen_at = :firstSeen, changed_at = :changed
                WHERE id = :id AND marketplace = :marketplace AND item_id = :item""");
    }

    /** What a source told, and how its prices stand, replaces what was there. */
    void put(ProductId product, Look look, Standing standing, Instant judgedAt) {
        standing(product, look, standing, judgedAt, """
                INSERT INTO catalog.offer (product_id, source, offer, checked_at, prices, held, kept, undecided, judged_at)
                VALUES (:product, :source, CAST(:offer AS jsonb), :checked, CAST(:prices AS jsonb), :held, :kept, :undecided, :judged)
                ON CONFLICT (product_id, source) DO UPDATE SET offer = EXCLUDED.offer, checked_at = EXCLUDED.checked_at,
                    prices = EXCLUDED.prices, held = EXCLUDED.held, kept = EXCLUDED.kept, undecided = EXCLUDED.undecided,
                    judged_at = EXCLUDED.judged_at""")
                .param("offer", json.writeValueAsString(look.told()))
                .param("checked", Timestamp.from(look.checkedAt()))
                .update();
    }

    /** How the prices of a source stand, and nothing else. */
    void judged(ProductId product, Look look, Standing standing, Instant judgedAt) {
        standing(product, look, standing, judgedAt, """
                UPDATE catalog.offer SET prices = CAST(:prices AS jsonb), held = :held, kept = :kept,
                    undecided = :undecided, judged_at = :judged
                WHERE product_id = :product AND source = :source""").update();
    }

    private JdbcClient.StatementSpec standing(
            ProductId product, Look look, Standing standing, Instant judgedAt, String sql) {
        return jdbc.sql(sql)
                .param("product", product.value())
                .param("source", look.source())
                .param("prices", json.writeValueAsString(look.states()))
                .param("held", standing.held())
                .param("kept", standing.kept())
                .param("undecided", standing.undecided())
                .param("judged", Timestamp.from(judgedAt));
    }

    void touch(ProductId product, Look seen) {
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
        return products(PRICED + " ORDER BY " + order + " LIMIT :limit", order, Map.of("limit", limit));
    }

    long count(MarketplaceId marketplace) {
        return jdbc.sql("SELECT count(*) FROM catalog.product WHERE marketplace = :marketplace")
                .param("marketplace", marketplace.slug())
                .query(Long.class)
                .single();
    }

    private int write(StoredProduct stored, String sql) {
        var product = stored.product(ranking);
        var offer = product.offer();
        var price = product.priceFrom();
        return jdbc.sql(sql)
                .param("id", product.id().value())
                .param("marketplace", offer.item().marketplace().slug())
                .param("item", offer.item().itemId())
                .param("availability", offer.availability().name())
                .param("price", price.map(Money::minor).orElse(null))
                .param("usual", usual(stored, offer.source()))
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

    /** By what the source that is shown told; null where that is no price of goods. */
    private static @Nullable Long usual(StoredProduct stored, String source) {
        return stored.looks().stream()
                .filter(look -> look.source().equals(source))
                .flatMap(look -> PriceBook.usualFen(look.told()).stream().boxed())
                .findFirst()
                .orElse(null);
    }

    /** A product's row with what all sources told. */
    private record Row(ProductId id, Instant firstSeenAt, Instant changedAt, long changeSeq, List<Look> looks) {
        StoredProduct stored() {
            return new StoredProduct(id, PriceBook.of(looks), firstSeenAt, changedAt);
        }

        Product product(Ranking ranking) {
            return stored().product(ranking);
        }
    }

    /**
     * @param which the conditions on products, with their bound
     * @param order of the products by columns of theirs
     */
    private Collection<Row> rows(String which, String order, Map<String, ?> parameters) {
        Map<UUID, Row> found = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT p.*, o.offer, o.prices, o.checked_at
                FROM (SELECT id, first_seen_at, changed_at, change_seq, sold FROM catalog.product %s) p
                JOIN catalog.offer o ON o.product_id = p.id ORDER BY %s""".formatted(which, order)).params(parameters).query(row -> {
            var id = row.getObject("id", UUID.class);
            var product = found.get(id);
            if (product == null) {
                product = row(id, row);
                found.put(id, product);
            }
            product.looks().add(look(row));
        });
        return found.values();
    }

    private Look look(ResultSet row) throws SQLException {
        var told = json.readValue(row.getString("offer"), Offer.class);
        var at = row.getTimestamp("checked_at").toInstant();
        var prices = row.getString("prices");
        return prices == null
                ? Look.of(told, at, null)
                : new Look(told, at, List.of(json.readValue(prices, PriceState[].class)));
    }

    private static Row row(UUID id, ResultSet row) throws SQLException {
        return new Row(
                new ProductId(id),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("change_seq"),
                new ArrayList<>());
    }
}
