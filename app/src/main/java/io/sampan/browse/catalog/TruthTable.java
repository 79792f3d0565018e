package io.sampan.browse.catalog;

import io.sampan.browse.catalog.PriceEvidence.Word;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.people.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL around the truth of prices: what operators said, and which items somebody has to see to. */
@Component
class TruthTable {
    /** Most of an operators' words about one item that are heard, the latest ones. */
    private static final int MOST_WORDS = 200;

    private final JdbcClient jdbc;

    TruthTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Word> words(ProductId product) {
        return jdbc.sql("""
                SELECT price_minor, currency, released, account_id, said_at FROM catalog.price_word
                WHERE product_id = :product ORDER BY said_at DESC, id DESC LIMIT :limit""")
                .param("product", product.value())
                .param("limit", MOST_WORDS)
                .query((row, at) -> new Word(
                        Money.of(row.getLong("price_minor"), row.getString("currency")),
                        row.getBoolean("released"),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }

    void say(UUID id, ProductId product, Word word) {
        jdbc.sql("""
                INSERT INTO catalog.price_word (id, product_id, price_minor, currency, released, account_id, said_at)
                VALUES (:id, :product, :price, :currency, :released, :by, :at)""")
                .param("id", id)
                .param("product", product.value())
                .param("price", word.price().minor())
                .param("currency", word.price().currency().getCurrencyCode())
                .param("released", word.released())
                .param("by", word.by().value())
                .param("at", Timestamp.from(word.at()))
                .update();
    }

    /** Items with prices that wait for an operator, those that were judged longest ago first. */
    List<ItemRef> held(int limit) {
        return items("o.held > 0", Instant.MAX, limit);
    }

    /** Items with prices of which an operator said that they stay held. */
    List<ItemRef> kept(int limit) {
        return items("o.kept > 0", Instant.MAX, limit);
    }

    /** Items whose verdicts may be others by now, those that were judged longest ago first. */
    List<ItemRef> undecided(Instant judgedBefore, int limit) {
        return items("o.undecided", judgedBefore, limit);
    }

    private List<ItemRef> items(String which, Instant before, int limit) {
        var latest = before.equals(Instant.MAX) ? Timestamp.valueOf("9999-01-01 00:00:00") : Timestamp.from(before);
        return jdbc.sql("""
                SELECT p.marketplace, p.item_id, min(o.judged_at) AS longest_ago
                FROM catalog.offer o JOIN catalog.product p ON p.id = o.product_id
                WHERE %s AND o.judged_at < :before
                GROUP BY p.marketplace, p.item_id ORDER BY longest_ago LIMIT :limit""".formatted(which))
                .param("before", latest)
                .param("limit", limit)
                .query((row, at) -> new ItemRef(marketplace(row), row.getString("item_id")))
                .list();
    }

    private static MarketplaceId marketplace(ResultSet row) throws SQLException {
        return MarketplaceId.ofSlug(row.getString("marketplace")).orElseThrow();
    }
}
