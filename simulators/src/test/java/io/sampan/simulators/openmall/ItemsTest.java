package io.sampan.simulators.openmall;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ItemsTest {
    static final String ITEMS = "taobao.openmall.items.query";
    static final String ITEM = "taobao.openmall.item.get";
    final Mall mall = new Mall();

    @AfterEach
    void close() {
        mall.close();
    }

    Set<Long> all(Object... whose) {
        Set<Long> ids = new HashSet<>();
        for (int page = 1; ; page++) {
            Object[] fields = java.util.Arrays.copyOf(whose, whose.length + 4);
            fields[whose.length] = "page_no";
            fields[whose.length + 1] = page;
            fields[whose.length + 2] = "page_size";
            fields[whose.length + 3] = 100;
            JsonNode rows = mall.client.call(ITEMS, fields).at("/result/item_list/top_item_vo");
            if (rows.isEmpty()) {
                return ids;
            }
            rows.forEach(row -> ids.add(row.get("item_id").asLong()));
        }
    }

    @Test
    void thePoolIsAPartOfTaobaosGoodsAndADistributorSeesAnother() {
        Shapes.assertSame("openmall", "items", mall.client.whole(ITEMS, "page_size", 2));
        Set<Long> open = all();
        Set<Long> supplied = all("distributor", mall.settings.distributor());
        long taobao = mall.world.listings(Marketplace.TAOBAO).size();
        assertThat(open).hasSizeBetween((int) taobao / 6, (int) taobao / 2);
        assertThat(supplied).isNotEqualTo(open).hasSizeGreaterThan((int) taobao / 8);
        assertThat(all("distributor", "somebody else")).isEmpty();
        assertThat(open)
                .allMatch(id -> mall.world.listing(Marketplace.TAOBAO, id).isPresent());
    }

    @Test
    void pagesHoldAHundredAtMost() {
        assertThat(mall.client.refusal(ITEMS, "page_size", 101)).isEqualTo("isv.invalid-parameter");
        assertThat(mall.client.refusal(ITEMS, "page_size", 0)).isEqualTo("isv.invalid-parameter");
        assertThat(mall.client.call(ITEMS).at("/result/item_list/top_item_vo")).hasSize(20);
    }

    @Test
    void anItemHasTheWorldsNumbersAndPricesInYuan() {
        Offer offer = mall.offer(listing -> mall.world.offer(listing).statedGrams() != null);
        JsonNode whole = mall.client.whole(ITEM, "item_id", offer.listing().id());
        Shapes.assertSame("openmall", "item", whole);
        JsonNode item = whole.at("/openmall_item_get_response/result/item");
        JsonNode sku = item.at("/skus/top_item_sku_vo/0");
        assertThat(sku.get("sku_id").asLong()).isEqualTo(offer.skus().getFirst().id());
        assertThat(sku.get("price").asString())
                .isEqualTo(Fields.yuanText(offer.skus().getFirst().fen()));
        assertThat(item.get("cost_price").asString()).isEqualTo(Fields.yuanText(offer.lowestFen()));
        assertThat(Math.round(item.get("weight").asDouble() * 1_000))
                .isEqualTo(offer.statedGrams().longValue());
        for (String property : sku.get("properties").asString().split(";")) {
            assertThat(item.get("item_properties").asString()).contains(property + ":");
        }
    }

    @Test
    void aWeightThatTheSellerDoesNotStateIsLeftOut() {
        Offer offer = mall.offer(listing -> mall.world.offer(listing).statedGrams() == null);
        JsonNode item = mall.client.call(ITEM, "item_id", offer.listing().id()).at("/result/item");
        assertThat(item.has("weight")).isFalse();
        assertThat(item.has("title")).isTrue();
    }

    @Test
    void whatIsNotInThePoolIsUnknownHere() {
        Listing outside = mall.world.listings(Marketplace.TAOBAO).stream()
                .filter(listing -> mall.pool.offer(listing.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        JsonNode whole = mall.client.whole(ITEM, "item_id", outside.id());
        Shapes.assertSame("openmall", "item-unknown", whole);
        assertThat(whole.at("/openmall_item_get_response/result/success").asBoolean())
                .isFalse();
    }

    @Test
    void someGoodsAreSoldInSomeProvincesOnly() {
        Listing limited = mall.pool.open().stream()
                .filter(mall.pool::areaLimited)
                .filter(listing -> mall.world.offer(listing).status() == Offer.Status.ON)
                .filter(listing -> mall.world.offer(listing).skus().getFirst().stock() > 5)
                .findFirst()
                .orElseThrow();
        assertThat(mall.client
                        .call(ITEM, "item_id", limited.id())
                        .at("/result/item/area_limit")
                        .asBoolean())
                .isTrue();
        JsonNode whole = mall.client.whole("taobao.openmall.item.salearea.get", "item_id", limited.id());
        Shapes.assertSame("openmall", "salearea", whole);
        JsonNode tree = Json.tree(
                whole.at("/openmall_item_salearea_get_response/result/sale_area_list/top_sale_area_vo/0/sale_area_info")
                        .asString());
        List<String> sold = mall.pool.provinces(limited);
        assertThat(tree).hasSize(sold.size());
        var form = mall.form(mall.world.offer(limited), 1);
        form.put("divisioncode", sold.getFirst() + "0100");
        assertThat(mall.client.refusal("taobao.openmall.trade.render", "param_top_trade_create_d_o", form))
                .isEmpty();
        form.put("divisioncode", "650100");
        assertThat(mall.client.refusal("taobao.openmall.trade.render", "param_top_trade_create_d_o", form))
                .isEqualTo(No.AREA.code);
    }
}
