package io.sampan.deliver.procurement;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.sampan.buy.ordering.OrderId;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Purchases in the database. */
@Component
class PurchaseTable {
    private static final int MOST_ROWS = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PurchaseTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE))
                .build();
    }

    /** Writes a new purchase unless the order has one of this shop through this source. */
    void plan(Purchase purchase, int part, Instant now) {
        jdbc.sql("""
                        INSERT INTO procurement.purchase
                            (id, order_id, marketplace, source, shop_id, part, state, document, tries, next_at, changed_at)
                        VALUES (:id, :order, :marketplace, :source, :shop, :part, :state, CAST(:document AS jsonb), 0, :now, :now)
                        ON CONFLICT (order_id, marketplace, source, shop_id, part) DO NOTHING""")
                .param("id", purchase.id().value())
                .param("order", purchase.order().value())
                .param("marketplace", purchase.marketplace().name())
                .param("source", purchase.source())
                .param("shop", purchase.shop().id())
                .param("part", part)
                .param("state", purchase.state().slug())
                .param("document", json.writeValueAsString(purchase))
                .param("now", at(now))
                .update();
    }

    Optional<Purchase> find(PurchaseId id) {
        return jdbc.sql("SELECT document FROM procurement.purchase WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row.getString("document")))
                .optional();
    }

    /** Holds the purchase until the transaction ends. */
    Purchase lock(PurchaseId id) {
        return jdbc.sql("SELECT document FROM procurement.purchase WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, n) -> read(row.getString("document")))
                .optional()
                .orElseThrow();
    }

    List<Purchase> of(OrderId order) {
        return jdbc.sql("""
                        SELECT document FROM procurement.purchase WHERE order_id = :order
                        ORDER BY marketplace, source, shop_id, part LIMIT :limit""")
                .param("order", order.value())
                .param("limit", MOST_ROWS)
                .query((row, n) -> read(row.getString("document")))
                .list();
    }

    /** Those that have waited longest first. */
    List<Purchase> inState(String state, int limit) {
        return jdbc.sql("""
                        SELECT document FROM procurement.purchase WHERE state = :state
                        ORDER BY changed_at, id LIMIT :limit""")
                .param("state", state)
                .param("limit", Math.min(limit, MOST_ROWS))
                .query((row, n) -> read(row.getString("document")))
                .list();
    }

    void save(Purchase purchase, Instant now) {
        jdbc.sql("""
                        UPDATE procurement.purchase
                        SET state = :state, document = CAST(:document AS jsonb),
                            tries = CASE WHEN state = :state THEN tries ELSE 0 END, changed_at = :now
                        WHERE id = :id""")
                .param("state", purchase.state().slug())
                .param("document", json.writeValueAsString(purchase))
                .param("now", at(now))
                .param("id", purchase.id().value())
                .update();
        for (var one : purchase.upstream()) {
            jdbc.sql("""
                            INSERT INTO procurement.upstream (marketplace, source, upstream_id, purchase_id)
                            VALUES (:marketplace, :source, :upstream, :id) ON CONFLICT DO NOTHING""")
                    .param("marketplace", purchase.marketplace().name())
                    .param("source", purchase.source())
                    .param("upstream", one.order().orderId())
                    .param("id", purchase.id().value())
                    .update();
        }
    }

    Optional<PurchaseId> ofUpstream(MarketplaceId marketplace, String source, String orderId) {
        return jdbc.sql("""
                        SELECT purchase_id FROM procurement.upstream
                        WHERE marketplace = :marketplace AND source = :source AND upstream_id = :upstream""")
                .param("marketplace", marketplace.name())
                .param("source", source)
                .param("upstream", orderId)
                .query((row, n) -> new PurchaseId(row.getObject("purchase_id", UUID.class)))
                .optional();
    }

    /** The purchases that have orders by these ids at the marketplace, whatever they were bought through. */
    List<PurchaseId> ofUpstream(MarketplaceId marketplace, List<String> orderIds) {
        return jdbc.sql("""
                        SELECT DISTINCT purchase_id FROM procurement.upstream
                        WHERE marketplace = :marketplace AND upstream_id IN (:upstream)""")
                .param("marketplace", marketplace.name())
                .param("upstream", orderIds)
                .query((row, n) -> new PurchaseId(row.getObject("purchase_id", UUID.class)))
                .list();
    }

    /** @return whether the waybill is new */
    boolean expect(PurchaseId purchase, UpstreamOrder.Waybill waybill, Instant now) {
        return jdbc.sql("""
                        INSERT INTO procurement.waybill (purchase_id, number, company, heard_at)
                        VALUES (:purchase, :number, :company, :now) ON CONFLICT DO NOTHING""")
                        .param("purchase", purchase.value())
                        .param("number", waybill.number())
                        .param("company", waybill.company())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Takes due purchases for one node: those whose time has come, and those that another node left lying. */
    List<Lease> claim(Instant now, Duration lease, int limit) {
        var until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("""
                        UPDATE procurement.purchase SET claimed_until = :until, next_at = NULL
                        WHERE id IN (SELECT id FROM procurement.purchase
                            WHERE claimed_until < :now OR (claimed_until IS NULL AND next_at <= :now)
                            ORDER BY coalesce(next_at, claimed_until) LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING id""")
                .param("until", at(until))
                .param("now", at(now))
                .param("limit", limit)
                .query((row, n) -> new Lease(new PurchaseId(row.getObject("id", UUID.class)), until))
                .list();
    }

    /** @return false when it lapsed and another node has the purchase */
    boolean prolong(Lease lease, Instant until) {
        var next = until.truncatedTo(ChronoUnit.MICROS);
        boolean ours = jdbc.sql("UPDATE procurement.purchase SET claimed_until = ? WHERE id = ? AND claimed_until = ?")
                        .params(at(next), lease.purchase().value(), at(lease.until()))
                        .update()
                == 1;
        if (ours) {
            lease.prolonged(next);
        }
        return ours;
    }

    /** Lets go of a purchase until then, or until news wakes it; news that came meanwhile count. A lease that was lost lets go of nothing. */
    void rest(Lease lease, @Nullable Instant until, boolean trouble) {
        jdbc.sql("""
                        UPDATE procurement.purchase SET claimed_until = NULL, tries = tries + :more,
                            next_at = least(next_at, CAST(:until AS timestamptz))
                        WHERE id = :id AND claimed_until = :mine""")
                .param("until", until == null ? null : at(until))
                .param("more", trouble ? 1 : 0)
                .param("id", lease.purchase().value())
                .param("mine", at(lease.until()))
                .update();
    }

    int tries(PurchaseId id) {
        return jdbc.sql("SELECT tries FROM procurement.purchase WHERE id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void wake(PurchaseId id, Instant now) {
        jdbc.sql("UPDATE procurement.purchase SET next_at = :now WHERE id = :id")
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    private Purchase read(String document) {
        return json.readValue(document, Purchase.class);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
