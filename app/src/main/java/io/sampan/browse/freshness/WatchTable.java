package io.sampan.browse.freshness;

import static io.sampan.browse.freshness.TidingsTable.item;
import static io.sampan.browse.freshness.TidingsTable.texts;
import static io.sampan.browse.freshness.TidingsTable.time;

import io.sampan.browse.freshness.Watchlist.Watched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what the planner knows: its lease, the lists, what a look must be worth, and the items that are gone. */
@Component
class WatchTable {
    private static final double PERCENT = 100;

    private final JdbcClient jdbc;

    WatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a node plans now. */
    enum Held {
        /** As before: what it remembers is what is stored. */
        ON,
        /** Since now. */
        ANEW,
        /** Another node plans. */
        NOT
    }

    /** @param changesPerDay what the list makes of its own rate and those of its kind */
    record Row(Watched watched, double changesPerDay) {}

    /**
     * What the planner says of a marketplace.
     *
     * @param price what a look must be worth, in views
     * @param changesPerDay of an item of which nothing is known
     * @param staleShare of the views to expect, 0 to 1
     */
    record Published(LookPrice.Tag price, double changesPerDay, int items, double staleShare) {
        Standing.Plan toShow() {
            return new Standing.Plan(price.views(), items, (int) Math.round(staleShare * PERCENT));
        }
    }

    /** Goes on planning, or begins when nobody has renewed the lease in time. Call within a transaction: until its end nobody else takes it. */
    Held hold(UUID node, Instant now, Instant until) {
        int kept = jdbc.sql("UPDATE freshness.lease SET held_until = :until WHERE role = 'planner' AND holder = :node")
                .param("until", Timestamp.from(until))
                .param("node", node)
                .update();
        if (kept == 1) {
            return Held.ON;
        }
        int taken = jdbc.sql("""
                INSERT INTO freshness.lease AS l (role, holder, held_until) VALUES ('planner', :node, :until)
                ON CONFLICT (role) DO UPDATE SET holder = EXCLUDED.holder, held_until = EXCLUDED.held_until
                WHERE l.held_until <= :now""")
                .param("node", node)
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .update();
        return taken == 1 ? Held.ANEW : Held.NOT;
    }

    /** The items of a marketplace's list, those most looked at if there are more. */
    List<Watched> list(MarketplaceId marketplace, int most) {
        return jdbc.sql(
                        "SELECT * FROM freshness.watched WHERE marketplace = :marketplace ORDER BY usually DESC LIMIT :most")
                .param("marketplace", marketplace.slug())
                .param("most", most)
                .query((row, at) -> watched(row))
                .list();
    }

    Optional<Row> find(ItemRef item) {
        return jdbc.sql("SELECT * FROM freshness.watched WHERE marketplace = :marketplace AND item_id = :item")
                .param("marketplace", item.marketplace().slug())
                .param("item", item.itemId())
                .query((row, at) -> new Row(watched(row), row.getDouble("changes_per_day")))
                .optional();
    }

    void write(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var list = rows.stream().map(Row::watched).toList();
        jdbc.sql("""
                INSERT INTO freshness.watched AS w (marketplace, item_id, category, lately, usually, viewed_at, checked_at,
                    changes, days, told, changes_per_day)
                SELECT * FROM unnest(:marketplaces, :items, :categories, :lately, :usually, CAST(:viewed AS timestamptz[]),
                    CAST(:checked AS timestamptz[]), :changes, :days, CAST(:told AS boolean[]), :perDay)
                ON CONFLICT (marketplace, item_id) DO UPDATE SET category = EXCLUDED.category, lately = EXCLUDED.lately,
                    usually = EXCLUDED.usually, viewed_at = EXCLUDED.viewed_at, checked_at = EXCLUDED.checked_at,
                    changes = EXCLUDED.changes, days = EXCLUDED.days, told = EXCLUDED.told,
                    changes_per_day = EXCLUDED.changes_per_day""")
                .param(
                        "marketplaces",
                        texts(list, one -> one.item().marketplace().slug()))
                .param("items", texts(list, one -> one.item().itemId()))
                .param("categories", texts(list, Watched::category))
                .param(
                        "lately",
                        list.stream()
                                .mapToDouble(one -> one.interest().lately())
                                .toArray())
                .param(
                        "usually",
                        list.stream()
                                .mapToDouble(one -> one.interest().usually())
                                .toArray())
                .param("viewed", texts(list, Watched::viewedAt))
                .param("checked", texts(list, Watched::checkedAt))
                .param("changes", list.stream().mapToDouble(Watched::changes).toArray())
                .param("days", list.stream().mapToDouble(Watched::days).toArray())
                .param("told", texts(list, Watched::told))
                .param("perDay", rows.stream().mapToDouble(Row::changesPerDay).toArray())
                .update();
    }

    void remove(Collection<ItemRef> items) {
        var list = List.copyOf(items);
        if (list.isEmpty()) {
            return;
        }
        jdbc.sql("""
                DELETE FROM freshness.watched WHERE (marketplace, item_id) IN
                    (SELECT * FROM unnest(:marketplaces, :items))""")
                .param("marketplaces", texts(list, one -> one.marketplace().slug()))
                .param("items", texts(list, ItemRef::itemId))
                .update();
    }

    void publish(MarketplaceId marketplace, Published plan) {
        jdbc.sql("""
                INSERT INTO freshness.plan (marketplace, price, as_of, changes_per_day, items, stale_share)
                VALUES (:marketplace, :price, :asOf, :changes, :items, :stale)
                ON CONFLICT (marketplace) DO UPDATE SET price = EXCLUDED.price, as_of = EXCLUDED.as_of,
                    changes_per_day = EXCLUDED.changes_per_day, items = EXCLUDED.items, stale_share = EXCLUDED.stale_share""")
                .param("marketplace", marketplace.slug())
                .param("price", plan.price().views())
                .param("asOf", Timestamp.from(plan.price().asOf()))
                .param("changes", plan.changesPerDay())
                .param("items", plan.items())
                .param("stale", plan.staleShare())
                .update();
    }

    /** What was last said of each marketplace; one of which nothing was said yet is absent. */
    Map<MarketplaceId, Published> plans() {
        Map<MarketplaceId, Published> plans = new EnumMap<>(MarketplaceId.class);
        jdbc.sql("SELECT * FROM freshness.plan").query(row -> {
            plans.put(
                    MarketplaceId.ofSlug(row.getString("marketplace")).orElseThrow(),
                    new Published(
                            new LookPrice.Tag(row.getDouble("price"), time(row, "as_of")),
                            row.getDouble("changes_per_day"),
                            row.getInt("items"),
                            row.getDouble("stale_share")));
        });
        return plans;
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return new Watched(
                item(row),
                row.getString("category"),
                new Interest(row.getDouble("lately"), row.getDouble("usually")),
                time(row, "viewed_at"),
                time(row, "checked_at"),
                row.getDouble("changes"),
                row.getDouble("days"),
                row.getBoolean("told"));
    }
}
