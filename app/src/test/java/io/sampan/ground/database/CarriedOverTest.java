package io.sampan.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an installation kept before a marketplace could have several sources is there after the update, under the source that it came from. */
class CarriedOverTest {
    static final TestDatabase DATABASE = TestDatabase.until("17.1");

    private static void before(String sql) {
        DATABASE.asOwner().sql(sql).update();
    }

    private static String after(String sql) {
        return DATABASE.jdbc().sql(sql).query(String.class).single();
    }

    @Test
    void namesTheSourceOfEverythingThatWasThere() {
        before("""
                INSERT INTO catalog.product (id, marketplace, item_id, offer, availability, category_id, sold,
                    first_seen_at, checked_at, changed_at, change_seq)
                VALUES (gen_random_uuid(), 'taobao', '7', '{"title": "裙", "source": "taobao"}', 'ON_SALE', 'c', 1,
                    now(), '2026-11-20T08:00:00Z', now(), 1)""");
        before("""
                INSERT INTO catalog.version (id, product_id, seen_at, changes, offer)
                SELECT gen_random_uuid(), id, now(), '', offer FROM catalog.product""");
        before("""
                INSERT INTO ordering.cart_line (cart_id, marketplace, item_id, sku_id, quantity, remark, added_at)
                VALUES (gen_random_uuid(), 'ALI1688', '9', 'k', 2, '', now())""");
        before("""
                INSERT INTO ordering.orders (id, number, account_id, token, language, quote, address, tolerance_percent,
                    state, story, placed_at, lapses_at, changed_at)
                VALUES (gen_random_uuid(), 'SP-1', gen_random_uuid(), gen_random_uuid(), 'en', '{}', '{}', 5, 'paid',
                    '{"lines": [{"skuId": "a", "item": {"marketplace": "TAOBAO", "itemId": "1"}},
                                {"skuId": "b", "item": {"marketplace": "ALI1688", "itemId": "2"}}], "funds": {}}',
                    now(), now(), now()),
                    (gen_random_uuid(), 'SP-2', gen_random_uuid(), gen_random_uuid(), 'en',
                    '{"weight": {"stated": true}, "terms": {"guaranteePercent": 3, "statedLowPercent": 90}}', '{}', 5, 'paid',
                    '{"lines": []}', now(), now(), now())""");
        before("""
                INSERT INTO procurement.purchase (id, order_id, marketplace, shop_id, state, document, tries, changed_at)
                VALUES (gen_random_uuid(), gen_random_uuid(), 'ALI1688', 's', 'paid',
                    '{"marketplace": "ALI1688", "upstream": [{"order": {"orderId": "1"}, "payTries": 1},
                                                             {"order": {"orderId": "2"}, "payTries": 0}]}', 0, now()),
                    (gen_random_uuid(), gen_random_uuid(), 'TAOBAO', 's', 'planned',
                    '{"marketplace": "TAOBAO", "upstream": []}', 0, now())""");
        before("""
                INSERT INTO procurement.upstream (marketplace, upstream_id, purchase_id)
                VALUES ('ALI1688', '1', gen_random_uuid())""");
        before("""
                INSERT INTO marketplace.heard (marketplace, message_id, subject, subject_key, heard_at)
                VALUES ('1688', 'm', 'ORDER', '1', now())""");
        before("""
                INSERT INTO marketplace.token (service, seed, access_token, refresh_token, changed_at)
                VALUES ('taobao', 'seed', 'access', 'refresh', now())""");

        DATABASE.update();

        assertThat(after("SELECT quote #>> '{}' FROM ordering.orders WHERE number = 'SP-2'"))
                .isEqualTo("""
                        {"terms": {"packingVariesPercent": 0, "guaranteeLoadingPercent": 0}, "weight": {"known": true, "pieces": []}}""");
        assertThat(after("SELECT o.source || ' ' || (o.offer ->> 'source') FROM catalog.offer o JOIN catalog.product p"
                        + " ON p.id = o.product_id WHERE o.checked_at = '2026-11-20T08:00:00Z'"))
                .isEqualTo("taobao-global taobao-global");
        assertThat(after("SELECT source FROM catalog.version")).isEqualTo("taobao-global");
        assertThat(after("SELECT source FROM ordering.cart_line")).isEqualTo("ali1688");
        assertThat(after(
                        "SELECT string_agg((line ->> 'skuId') || (line ->> 'source'), ' ' ORDER BY place) FROM ordering.orders,"
                                + " jsonb_array_elements(story -> 'lines') WITH ORDINALITY AS l (line, place)"))
                .isEqualTo("ataobao-global bali1688");
        assertThat(after("SELECT story ->> 'funds' FROM ordering.orders WHERE number = 'SP-1'"))
                .isEqualTo("{}");
        assertThat(
                        after(
                                "SELECT string_agg(source || (document ->> 'source'), ' ' ORDER BY source) FROM procurement.purchase"))
                .isEqualTo("ali1688ali1688 taobao-globaltaobao-global");
        assertThat(after("SELECT string_agg((one -> 'order' ->> 'orderId') || (one -> 'order' ->> 'source')"
                        + " || (one ->> 'payTries'), ' ' ORDER BY place) FROM procurement.purchase,"
                        + " jsonb_array_elements(document -> 'upstream') WITH ORDINALITY AS u (one, place)"))
                .isEqualTo("1ali16881 2ali16880");
        assertThat(after("SELECT source FROM procurement.upstream")).isEqualTo("ali1688");
        assertThat(after("SELECT source FROM marketplace.heard")).isEqualTo("ali1688");
        assertThat(after("SELECT service || access_token || number FROM credentials.token"))
                .isEqualTo("taobao-globalaccess1");
    }
}
