package io.sampan.buy.ordering;

import io.sampan.ground.database.Stored;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.people.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carts in the database. */
@Component
class CartTable {
    private final JdbcClient jdbc;

    CartTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Cart find(CartKey key) {
        return new Cart(
                key,
                jdbc.sql("""
                                SELECT marketplace, item_id, source, sku_id, quantity, remark, added_at FROM ordering.cart_line
                                WHERE cart_id = :cart ORDER BY added_at, item_id, sku_id""").param("cart", key.value()).query(CartTable::line).list());
    }

    /** The account's cart, begun under this key if there is none. */
    CartKey ofAccount(AccountId account, CartKey otherwise, Instant now) {
        jdbc.sql("""
                        INSERT INTO ordering.cart (id, account_id, changed_at) VALUES (:id, :account, :now)
                        ON CONFLICT (account_id) DO NOTHING""")
                .param("id", otherwise.value())
                .param("account", account.value())
                .param("now", at(now))
                .update();
        return new CartKey(jdbc.sql("SELECT id FROM ordering.cart WHERE account_id = :account")
                .param("account", account.value())
                .query(UUID.class)
                .single());
    }

    boolean isOwned(CartKey key) {
        return jdbc.sql("SELECT count(*) FROM ordering.cart WHERE id = :id AND account_id IS NOT NULL")
                        .param("id", key.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void begin(CartKey key, Instant now) {
        jdbc.sql("""
                        INSERT INTO ordering.cart (id, changed_at) VALUES (:id, :now)
                        ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at""").param("id", key.value()).param("now", at(now)).update();
    }

    /** Holds the cart until the transaction ends. */
    void lock(CartKey key) {
        jdbc.sql("SELECT id FROM ordering.cart WHERE id = :id FOR UPDATE")
                .param("id", key.value())
                .query(UUID.class)
                .optional();
    }

    void put(CartKey key, Cart.Line line) {
        jdbc.sql("""
                        INSERT INTO ordering.cart_line (cart_id, marketplace, item_id, source, sku_id, quantity, remark, added_at)
                        VALUES (:cart, :marketplace, :item, :source, :sku, :quantity, :remark, :added)
                        ON CONFLICT (cart_id, marketplace, item_id, sku_id)
                        DO UPDATE SET source = excluded.source, quantity = excluded.quantity, remark = excluded.remark""")
                .param("cart", key.value())
                .param("marketplace", line.item().marketplace().name())
                .param("item", line.item().itemId())
                .param("source", line.source())
                .param("sku", line.skuId())
                .param("quantity", line.quantity())
                .param("remark", line.remark())
                .param("added", at(line.addedAt()))
                .update();
    }

    void remove(CartKey key, ItemRef item, String skuId) {
        jdbc.sql("""
                        DELETE FROM ordering.cart_line
                        WHERE cart_id = :cart AND marketplace = :marketplace AND item_id = :item AND sku_id = :sku""")
                .param("cart", key.value())
                .param("marketplace", item.marketplace().name())
                .param("item", item.itemId())
                .param("sku", skuId)
                .update();
    }

    /** Takes a line out if it still has as many pieces as were ordered. */
    void ordered(CartKey key, Cart.Line line) {
        jdbc.sql("""
                        DELETE FROM ordering.cart_line WHERE cart_id = :cart AND marketplace = :marketplace
                            AND item_id = :item AND sku_id = :sku AND quantity = :quantity""")
                .param("cart", key.value())
                .param("marketplace", line.item().marketplace().name())
                .param("item", line.item().itemId())
                .param("sku", line.skuId())
                .param("quantity", line.quantity())
                .update();
    }

    /** Carts without an account that nobody changed since, the oldest first, held until the transaction ends; those in use are passed over. */
    List<CartKey> strangersUnchangedSince(Instant moment, int limit) {
        return jdbc.sql("""
                        SELECT id FROM ordering.cart WHERE account_id IS NULL AND changed_at < :moment
                        ORDER BY changed_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .param("moment", at(moment))
                .param("limit", limit)
                .query((row, n) -> new CartKey(row.getObject("id", UUID.class)))
                .list();
    }

    List<Carts.Lying> lying(Carts.@Nullable Lying after, int limit) {
        return jdbc.sql("""
                        SELECT l.*, c.id AS cart, c.account_id, c.changed_at
                        FROM ordering.cart_line l LEFT JOIN ordering.cart c ON c.id = l.cart_id
                        WHERE (l.cart_id, l.marketplace, l.item_id, l.sku_id) > (:cart, :marketplace, :item, :sku)
                        ORDER BY l.cart_id, l.marketplace, l.item_id, l.sku_id LIMIT :limit""")
                .param("cart", after == null ? new UUID(0, 0) : after.cart().value())
                .param(
                        "marketplace",
                        after == null ? "" : after.line().item().marketplace().name())
                .param("item", after == null ? "" : after.line().item().itemId())
                .param("sku", after == null ? "" : after.line().skuId())
                .param("limit", Math.min(limit, Stored.MOST_ROWS))
                .query((row, n) -> new Carts.Lying(
                        new CartKey(row.getObject("cart_id", UUID.class)),
                        row.getObject("cart", UUID.class) != null,
                        line(row, n)))
                .list();
    }

    List<Stored<Carts.Owned>> stored(String after, int limit) {
        return jdbc.sql("SELECT * FROM ordering.cart WHERE id > :after ORDER BY id LIMIT :limit")
                .param("after", Stored.after(after))
                .param("limit", Math.min(limit, Stored.MOST_ROWS))
                .query((row, n) -> new Stored<>(
                        row.getString("id"),
                        "",
                        new Carts.Owned(
                                new CartKey(row.getObject("id", UUID.class)),
                                owner(row.getObject("account_id", UUID.class))),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        null,
                        null))
                .list();
    }

    private static Optional<AccountId> owner(@Nullable UUID account) {
        return Optional.ofNullable(account).map(AccountId::new);
    }

    void remove(CartKey key) {
        jdbc.sql("DELETE FROM ordering.cart_line WHERE cart_id = :cart")
                .param("cart", key.value())
                .update();
        jdbc.sql("DELETE FROM ordering.cart WHERE id = :cart")
                .param("cart", key.value())
                .update();
    }

    private static Cart.Line line(ResultSet row, int n) throws SQLException {
        var item = new ItemRef(MarketplaceId.valueOf(row.getString("marketplace")), row.getString("item_id"));
        return new Cart.Line(
                item,
                row.getString("source"),
                row.getString("sku_id"),
                row.getInt("quantity"),
                row.getString("remark"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
