package io.sampan.browse.catalog;

import io.sampan.ground.database.Stored;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogue as it is kept, row beside offers beside history, for whoever compares them, and what puts it in order again. */
@Component
public class Upkeep {
    private final JdbcClient jdbc;
    private final CatalogTable table;
    private final CategoryTable categories;
    private final Catalog catalog;
    private final Transactions transactions;

    Upkeep(JdbcClient jdbc, CatalogTable table, CategoryTable categories, Catalog catalog, Transactions transactions) {
        this.jdbc = jdbc;
        this.table = table;
        this.categories = categories;
        this.catalog = catalog;
        this.transactions = transactions;
    }

    /** One source's offer of a product, and when it was last confirmed. */
    public record Source(String name, Instant checkedAt, boolean hasVersion) {}

    /**
     * What a product's row says, beside what it is.
     *
     * @param priceFrom in the currency's smallest unit; null when the row has none
     * @param place in the list of changes
     * @param sources of all its offers, set up or not
     * @param product empty for one of which no source's offer is kept
     * @param lastPrice of its price history
     */
    public record Kept(
            ProductId id,
            ItemRef item,
            String availability,
            @Nullable Long priceFrom,
            String category,
            long place,
            List<Source> sources,
            Optional<Product> product,
            Optional<Money> lastPrice,
            boolean categoryNamed) {}

    private record Row(
            UUID id,
            ItemRef item,
            String availability,
            @Nullable Long price,
            String category,
            long place,
            boolean named,
            Instant changedAt) {}

    /** Products by their ids, after this one. */
    public List<Stored<Kept>> after(String key, int limit) {
        var rows = jdbc.sql("""
                        SELECT p.*, EXISTS (SELECT 1 FROM catalog.category c
                            WHERE c.marketplace = p.marketplace AND c.id = p.category_id) AS named
                        FROM catalog.product p WHERE id > :after ORDER BY id LIMIT :limit""")
                .param("after", Stored.after(key))
                .param("limit", Math.min(limit, Stored.MOST_ROWS))
                .query(Upkeep::row)
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(Row::id).toList();
        var products = table.find(rows.stream().map(Row::item).toList()).stream()
                .collect(Collectors.toMap(Product::item, product -> product));
        var sources = sources(ids);
        var prices = prices(ids);
        return rows.stream()
                .map(row -> new Stored<>(
                        row.id().toString(),
                        row.availability(),
                        new Kept(
                                new ProductId(row.id()),
                                row.item(),
                                row.availability(),
                                row.price(),
                                row.category(),
                                row.place(),
                                sources.getOrDefault(row.id(), List.of()),
                                Optional.ofNullable(products.get(row.item())),
                                Optional.ofNullable(prices.get(row.id())),
                                row.named()),
                        row.changedAt(),
                        null,
                        null))
                .toList();
    }

    /** The last number that was given in the list of changes; no product may be beyond it. */
    public long lastPlace() {
        return jdbc.sql("SELECT last FROM catalog.change_counter WHERE id = 1")
                .query(Long.class)
                .single();
    }

    /** Which of these items are in the catalogue, whether on sale or not. */
    public Set<ItemRef> known(Collection<ItemRef> items) {
        return items.isEmpty()
                ? Set.of()
                : new HashSet<>(table.find(items).stream().map(Product::item).toList());
    }

    /** Writes a product's row by its offers anew, names its category, and has everybody who follows changes read it again. */
    public void refile(ItemRef item) {
        transactions.run(() -> table.lock(item).ifPresent(product -> {
            table.update(product);
            categories.name(table.shown(product).offer());
            table.number(product.id());
        }));
    }

    /** A source that is not set up any more shows nothing: beside others its offer is dropped, alone it is gone. */
    public void retire(ItemRef item, String source) {
        transactions.run(() -> table.lock(item).ifPresent(product -> {
            boolean alone =
                    product.looks().stream().allMatch(one -> one.source().equals(source));
            if (alone) {
                catalog.gone(item, source);
            } else {
                jdbc.sql("DELETE FROM catalog.offer WHERE product_id = ? AND source = ?")
                        .params(product.id().value(), source)
                        .update();
            }
        }));
        refile(item);
    }

    private Map<UUID, List<Source>> sources(List<UUID> ids) {
        return jdbc
                .sql("""
                        SELECT o.product_id, o.source, o.checked_at, EXISTS (SELECT 1 FROM catalog.version v
                            WHERE v.product_id = o.product_id AND v.source = o.source) AS versioned
                        FROM catalog.offer o WHERE o.product_id IN (:ids)""")
                .param("ids", ids)
                .query((row, n) -> Map.entry(
                        row.getObject("product_id", UUID.class),
                        new Source(
                                row.getString("source"),
                                row.getTimestamp("checked_at").toInstant(),
                                row.getBoolean("versioned"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Map<UUID, Money> prices(List<UUID> ids) {
        var last = new HashMap<UUID, Money>();
        jdbc.sql("""
                        SELECT product_id, price_from_minor, currency FROM catalog.price_point
                        WHERE product_id IN (:ids) ORDER BY seen_at, id""").param("ids", ids).query(row -> {
            last.put(
                    row.getObject("product_id", UUID.class),
                    Money.of(row.getLong("price_from_minor"), row.getString("currency")));
        });
        return last;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        long price = row.getLong("price_from_minor");
        boolean none = row.wasNull();
        return new Row(
                row.getObject("id", UUID.class),
                new ItemRef(MarketplaceId.ofSlug(row.getString("marketplace")).orElseThrow(), row.getString("item_id")),
                row.getString("availability"),
                none ? null : price,
                row.getString("category_id"),
                row.getLong("change_seq"),
                row.getBoolean("named"),
                row.getTimestamp("changed_at").toInstant());
    }
}
