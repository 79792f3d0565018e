package io.sampan.simulators.jdunion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.world.JdNumbers;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JdUnionTest {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSxx");
    static final String QUERY = "jd.union.open.goods.query";
    static final String INFO = "jd.union.open.goods.promotiongoodsinfo.query";
    static final String BIG = "jd.union.open.goods.bigfield.query";

    final Kernel kernel = Kernel.over(null);
    final World world = new World(1, 3_000, kernel.books(), kernel.clock());
    final JdUnionSettings usual = JdUnionSettings.usual();
    final JdUnion service = service(usual);
    final Offer offer = world.listings(Marketplace.JD).stream()
            .map(world::offer)
            .filter(one -> one.status() == Offer.Status.ON)
            .findFirst()
            .orElseThrow();
    final long sku = offer.skus().getLast().id();
    final long top = offer.listing().category().topId();

    @AfterEach
    void close() {
        kernel.close();
    }

    JdUnion service(JdUnionSettings settings) {
        var made = new JdUnion(kernel, world, 1, settings);
        made.opened(Map.of("world", URI.create("http://127.0.0.1:1")));
        return made;
    }

    Map<String, String> signed(String method, Object body, Instant at) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("method", method);
        form.put("app_key", usual.appKey());
        form.put("timestamp", TIME.format(at.atZone(ZoneId.of("Asia/Shanghai"))));
        form.put("format", "json");
        form.put("v", "1.0");
        form.put("sign_method", "md5");
        form.put("360buy_param_json", Json.text(body));
        form.put("sign", new Signature(usual.appSecret()).of(form));
        return form;
    }

    static JsonNode post(JdUnion to, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Json.tree(to.handler()
                .handle(new Question("POST", "/routerjson", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8)))
                .text());
    }

    JsonNode call(JdUnion to, String method, Object body) {
        return post(to, signed(method, body, kernel.clock().now()));
    }

    JsonNode call(String method, Object body) {
        return call(service, method, body);
    }

    /** What stands as JSON in a string under the misspelt name. */
    static JsonNode inner(JsonNode reply) {
        JsonNode node = reply.properties().iterator().next().getValue();
        JsonNode result = node.has("queryResult") ? node.get("queryResult") : node.get("getResult");
        return Json.tree(result.asString());
    }

    static Map<String, Object> search(Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i].toString(), fields[i + 1]);
        }
        return Map.of("goodsReqDTO", body);
    }

    @Test
    void theAnswerIsMisspeltAndJsonInAString() {
        JsonNode reply = call(QUERY, search("keyword", "连衣裙", "pageIndex", 1, "pageSize", 3));
        Shapes.assertSame("jdunion", "goods", reply);
        assertThat(reply.has("jd_union_open_goods_query_responce")).isTrue();
        assertThat(reply.at("/jd_union_open_goods_query_responce/queryResult").isString())
                .isTrue();
        JsonNode result = inner(reply);
        assertThat(result.get("code").asInt()).isEqualTo(200);
        assertThat(result.get("data")).hasSize(3);
        Shapes.assertSame("jdunion", "goods-result", result);
    }

    @Test
    void showsGoodsOfJdAndOfItsShopsWithoutStock() {
        JsonNode own = inner(call(QUERY, search("keyword", "连衣裙", "owner", "g")));
        JsonNode shops = inner(call(QUERY, search("keyword", "连衣裙", "owner", "p")));
        assertThat(own.get("data"))
                .isNotEmpty()
                .allMatch(row -> row.get("owner").asString().equals("g"));
        assertThat(shops.get("data"))
                .isNotEmpty()
                .allMatch(row -> row.get("owner").asString().equals("p"));
        assertThat(own.toString()).doesNotContain("stock").doesNotContain("remain");
    }

    @Test
    void theLowestPriceIsPaidNowAndACouponGoesBelowIt() {
        int cheaper = 0;
        int coupons = 0;
        for (JsonNode row :
                inner(call(QUERY, search("cid1", top, "pageSize", 50))).get("data")) {
            long id = row.get("skuId").asLong();
            Listing listing =
                    world.listing(Marketplace.JD, JdNumbers.listing(id)).orElseThrow();
            Offer.Sku one = world.offer(listing).skus().stream()
                    .filter(s -> s.id() == id)
                    .findFirst()
                    .orElseThrow();
            JsonNode price = row.get("priceInfo");
            assertThat(price.get("lowestPrice").asDouble()).isCloseTo(one.fen() / 100.0, within(0.001));
            assertThat(price.get("price").asDouble())
                    .isGreaterThanOrEqualTo(price.get("lowestPrice").asDouble());
            assertThat(price.get("lowestCouponPrice").asDouble())
                    .isLessThanOrEqualTo(price.get("lowestPrice").asDouble());
            cheaper += price.get("price").asDouble() > price.get("lowestPrice").asDouble() ? 1 : 0;
            coupons += price.get("lowestCouponPrice").asDouble()
                            < price.get("lowestPrice").asDouble()
                    ? 1
                    : 0;
        }
        assertThat(cheaper).isPositive();
        assertThat(coupons).isPositive();
    }

    @Test
    void goodsAreReadBySkuAndByTheProgrammesOwnNames() {
        JsonNode bySku = inner(call(QUERY, search("skuIds", List.of(sku)))).at("/data/0");
        assertThat(bySku.get("skuId").asLong()).isEqualTo(sku);
        assertThat(bySku.get("skuName").asString())
                .endsWith(offer.skus().getLast().size().zh());
        assertThat(bySku.get("spuid").asLong()).isEqualTo(offer.listing().id());
        String itemId = bySku.get("itemId").asString();
        assertThat(inner(call(QUERY, search("itemIds", List.of(itemId))))
                        .at("/data/0/skuId")
                        .asLong())
                .isEqualTo(sku);
        JsonNode refused = inner(call(service(usual.withoutSkuIds()), QUERY, search("skuIds", List.of(sku))));
        assertThat(refused.get("code").asInt()).isEqualTo(411);
        world.list(offer.listing(), false);
        assertThat(inner(call(QUERY, search("skuIds", List.of(sku)))).get("data"))
                .isEmpty();
    }

    @Test
    void theOlderInfoIsFlatAndMisspeltInItsOwnWay() {
        JsonNode reply =
                call(INFO, Map.of("skuIds", sku + "," + offer.skus().getFirst().id()));
        JsonNode result = inner(reply);
        Shapes.assertSame("jdunion", "goods-info", reply);
        Shapes.assertSame("jdunion", "goods-info-result", result);
        assertThat(result.at("/data/0/commisionRatioWl").asInt()).isPositive();
        assertThat(result.get("data")).hasSize(2);
    }

    @Test
    void pagesAndListsHaveCeilings() {
        assertThat(inner(call(QUERY, search("keyword", "连衣裙", "pageSize", 51)))
                        .get("code")
                        .asInt())
                .isEqualTo(400);
        assertThat(inner(call(QUERY, search("keyword", "连衣裙", "pageIndex", 101)))
                        .get("code")
                        .asInt())
                .isEqualTo(400);
        String many = java.util.stream.LongStream.range(0, 101)
                .mapToObj(i -> "" + sku)
                .collect(Collectors.joining(","));
        assertThat(inner(call(INFO, Map.of("skuIds", many))).get("code").asInt())
                .isEqualTo(400);
        assertThat(inner(call(QUERY, search("pageIndex", 1))).get("code").asInt())
                .isEqualTo(400);
    }

    @Test
    void searchKeepsToPricesInYuanAndSorts() {
        JsonNode rows = inner(call(
                        QUERY,
                        search("cid1", top, "pricefrom", 30, "priceto", 80.5, "sortName", "price", "sort", "asc")))
                .get("data");
        List<Double> prices = new java.util.ArrayList<>();
        rows.forEach(row -> prices.add(row.at("/priceInfo/lowestPrice").asDouble()));
        assertThat(prices).isNotEmpty().isSorted().allMatch(price -> price >= 30 && price <= 80.5);
    }

    @Test
    void whatTheAppMayNotCallIsRefusedInsideTheResultAndWhatDoesNotExistOutside() {
        JsonNode refused = call(BIG, Map.of("goodsReq", Map.of("skuIds", List.of(sku))));
        assertThat(inner(refused).get("code").asInt()).isEqualTo(403);
        Shapes.assertSame("jdunion", "refused-permission-result", inner(refused));
        JsonNode granted = call(service(usual.granting(BIG)), BIG, Map.of("goodsReq", Map.of("skuIds", List.of(sku))));
        Shapes.assertSame("jdunion", "big-field-result", inner(granted));
        JsonNode unknown = call("jd.union.open.goods.buy", Map.of());
        Shapes.assertSame("jdunion", "error", unknown);
    }

    @Test
    void wrongSignaturesKeysAndTimesAreRefusedOutside() {
        Map<String, String> form =
                signed(QUERY, search("keyword", "连衣裙"), kernel.clock().now());
        for (String field : form.keySet()) {
            Map<String, String> spoiled = new LinkedHashMap<>(form);
            spoiled.merge(field, "1", String::concat);
            JsonNode reply = post(service, spoiled);
            assertThat(reply.has("error_response")).as(field).isTrue();
        }
        Instant old = kernel.clock().now().minusSeconds(361);
        assertThat(post(service, signed(QUERY, search("keyword", "连衣裙"), old)).has("error_response"))
                .isTrue();
        Instant young = kernel.clock().now().minusSeconds(300);
        assertThat(post(service, signed(QUERY, search("keyword", "连衣裙"), young)).has("error_response"))
                .isFalse();
    }

    @Test
    void fieldsWithoutAValueMayBeSignedOrNot() {
        Map<String, String> form =
                signed(QUERY, search("keyword", "连衣裙"), kernel.clock().now());
        form.put("access_token", "");
        assertThat(post(service, form).has("error_response")).isFalse();
        form.put("sign", new Signature(usual.appSecret()).of(form));
        assertThat(post(service, form).has("error_response")).isFalse();
    }

    @Test
    void flowControlStrikesTheMethodItIsArmedFor() {
        kernel.faults().arm(Fault.once("jd-union", "promotiongoodsinfo", FaultKind.FLOW_CONTROL));
        assertThat(call(QUERY, search("keyword", "连衣裙")).has("error_response")).isFalse();
        assertThat(call(INFO, Map.of("skuIds", sku)).has("error_response")).isTrue();
        assertThat(call(INFO, Map.of("skuIds", sku)).has("error_response")).isFalse();
    }

    @Test
    void tooManyCallsAtOnceAreRefusedWithoutAnyFault() {
        JdUnion tight = service(new JdUnionSettings(
                usual.appKey(), usual.appSecret(), usual.siteId(), usual.granted(), true, usual.timestampSkew(), 1, 2));
        long refused = java.util.stream.IntStream.range(0, 8)
                .filter(i -> call(tight, INFO, Map.of("skuIds", sku)).has("error_response"))
                .count();
        assertThat(refused).isBetween(4L, 6L);
    }

    @Test
    void linksAreMadeForOurSiteAndItemsOnly() {
        String item = "https://item.jd.com/" + sku + ".html";
        JsonNode made = call(
                "jd.union.open.promotion.common.get",
                Map.of("promotionCodeReq", Map.of("materialId", item, "siteId", usual.siteId())));
        Shapes.assertSame("jdunion", "link-result", inner(made));
        assertThat(inner(call(
                                "jd.union.open.promotion.common.get",
                                Map.of("promotionCodeReq", Map.of("materialId", item, "siteId", "1"))))
                        .get("code")
                        .asInt())
                .isNotEqualTo(200);
        assertThat(inner(call(
                                "jd.union.open.promotion.common.get",
                                Map.of(
                                        "promotionCodeReq",
                                        Map.of(
                                                "materialId",
                                                "https://item.jd.com/999999.html",
                                                "siteId",
                                                usual.siteId()))))
                        .get("code")
                        .asInt())
                .isNotEqualTo(200);
    }

    @Test
    void categoriesAreReadLevelByLevel() {
        JsonNode tops =
                inner(call("jd.union.open.category.goods.get", Map.of("req", Map.of("parentId", 0, "grade", 0))));
        Shapes.assertSame("jdunion", "categories-result", tops);
        assertThat(tops.get("data"))
                .isNotEmpty()
                .allMatch(one -> one.get("grade").asInt() == 0);
        assertThat(inner(call(
                                "jd.union.open.category.goods.get",
                                Map.of(
                                        "req",
                                        Map.of("parentId", tops.at("/data/0/id").asLong(), "grade", 1))))
                        .get("data"))
                .isNotEmpty()
                .allMatch(one -> one.get("grade").asInt() == 1);
    }

    @Test
    void itSellsNothing() {
        assertThat(call("jd.union.open.order.submit", Map.of()).has("error_response"))
                .isTrue();
        assertThat(Json.treeOf(service.state()).get("orders")).isEmpty();
    }
}
