package io.sampan.simulators.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PinduoduoTest {
    static final String SEARCH = "pdd.ddk.goods.search";
    static final String DETAIL = "pdd.ddk.goods.detail";
    static final String LINK = "pdd.ddk.goods.promotion.url.generate";
    static final String ORDERS = "pdd.ddk.order.list.increment.get";

    @TempDir
    Path data;

    final Kernel kernel = Kernel.over(null);
    final World world = new World(1, 3_000, kernel.books(), kernel.clock());
    final PinduoduoSettings usual = PinduoduoSettings.usual();
    final Pinduoduo service = service(kernel, world, usual);

    @AfterEach
    void close() {
        kernel.close();
    }

    static Pinduoduo service(Kernel kernel, World world, PinduoduoSettings settings) {
        var made = new Pinduoduo(kernel, world, 1, settings);
        made.opened(Map.of("world", URI.create("http://127.0.0.1:1")));
        return made;
    }

    Map<String, String> signed(String type, Object... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("type", type);
        form.put("client_id", usual.clientId());
        form.put("timestamp", String.valueOf(kernel.clock().now().getEpochSecond()));
        form.put("data_type", "JSON");
        form.put("version", "V1");
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            form.put(fields[i].toString(), value instanceof List<?> ? Json.text(value) : value.toString());
        }
        form.put("sign", new Signature(usual.clientSecret()).of(form));
        return form;
    }

    static JsonNode post(Pinduoduo to, String body) {
        return Json.tree(to.handler()
                .handle(new Question("POST", "/api/router", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8)))
                .text());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    JsonNode call(String type, Object... fields) {
        return post(service, form(signed(type, fields)));
    }

    static int code(JsonNode reply) {
        return reply.at("/error_response/error_code").asInt();
    }

    JsonNode first() {
        return call(SEARCH, "keyword", "连衣裙", "page_size", 10).at("/goods_search_response/goods_list/0");
    }

    String sign() {
        return first().get("goods_sign").asString();
    }

    @Test
    void pricesAreFenOfAGroupAndAloneAndThereAreNoSkusAndNoStock() {
        JsonNode reply = call(SEARCH, "keyword", "连衣裙", "page", 1, "page_size", 10);
        Shapes.assertSame("pinduoduo", "search", reply);
        for (JsonNode row : reply.at("/goods_search_response/goods_list")) {
            Listing listing = world.listing(
                            Marketplace.PINDUODUO, row.get("goods_id").asLong())
                    .orElseThrow();
            assertThat(row.get("min_group_price").isIntegralNumber()).isTrue();
            assertThat(row.get("min_group_price").asLong())
                    .isEqualTo(world.offer(listing).lowestFen());
            assertThat(row.get("min_normal_price").asLong())
                    .isGreaterThan(row.get("min_group_price").asLong());
            assertThat(row.get("has_coupon").asBoolean())
                    .isEqualTo(row.get("coupon_discount").asLong() > 0);
        }
        assertThat(reply.toString()).doesNotContain("sku").doesNotContain("stock");
    }

    @Test
    void theSignIsTheKeyAndTheNumberIsNot() {
        JsonNode row = first();
        JsonNode detail = call(DETAIL, "goods_sign", row.get("goods_sign").asString());
        Shapes.assertSame("pinduoduo", "detail", detail);
        assertThat(detail.at("/goods_detail_response/goods_details/0/goods_id")).isEqualTo(row.get("goods_id"));
        JsonNode refused =
                call(DETAIL, "goods_id_list", "[" + row.get("goods_id").asString() + "]");
        Shapes.assertSame("pinduoduo", "error", refused);
        assertThat(code(refused)).isEqualTo(10000);
        Pinduoduo older = service(kernel, world, usual.withGoodsId());
        assertThat(post(
                                older,
                                form(signed(
                                        DETAIL,
                                        "goods_id_list",
                                        "[" + row.get("goods_id").asString() + "]")))
                        .at("/goods_detail_response/goods_details"))
                .hasSize(1);
    }

    @Test
    void goodsThatAreNotThereOrNotOnSaleAreLeftOut() {
        String sign = sign();
        assertThat(call(DETAIL, "goods_sign", "c9nothing").at("/goods_detail_response/goods_details"))
                .isEmpty();
        long id = first().get("goods_id").asLong();
        world.list(world.listing(Marketplace.PINDUODUO, id).orElseThrow(), false);
        assertThat(call(DETAIL, "goods_sign", sign).at("/goods_detail_response/goods_details"))
                .isEmpty();
    }

    @Test
    void aFormAndAJsonBodyAreTheSameAndNumbersAreSignedByTheirText() {
        Map<String, String> fields = signed(SEARCH, "keyword", "连衣裙", "page", 1, "page_size", 10);
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("page", 1);
        body.put("page_size", 10);
        body.put("timestamp", Long.parseLong(fields.get("timestamp")));
        JsonNode json = post(service, Json.text(body));
        assertThat(json.at("/goods_search_response/goods_list"))
                .isNotEmpty()
                .isEqualTo(post(service, form(fields)).at("/goods_search_response/goods_list"));
    }

    @Test
    void everyParameterIsSigned() {
        Map<String, String> fields = signed(SEARCH, "keyword", "连衣裙", "page_size", 10);
        for (String field : fields.keySet()) {
            Map<String, String> spoiled = new LinkedHashMap<>(fields);
            spoiled.merge(field, "1", String::concat);
            assertThat(code(post(service, form(spoiled)))).as(field).isNotZero();
        }
        fields.put("unsigned", "1");
        assertThat(code(post(service, form(fields)))).isEqualTo(20004);
    }

    @Test
    void commonParametersAreRefusedWithTheirOwnCodes() {
        assertThat(code(call(SEARCH, "keyword", "连衣裙", "client_id", "other"))).isEqualTo(10016);
        assertThat(code(call("pdd.ddk.goods.buy"))).isEqualTo(10017);
        assertThat(code(call(SEARCH, "keyword", "连衣裙", "access_token", "dead"))).isEqualTo(10019);
        assertThat(code(call(SEARCH, "keyword", "连衣裙", "access_token", usual.accessToken())))
                .isZero();
        long old = kernel.clock().now().minus(Duration.ofMinutes(11)).getEpochSecond();
        assertThat(code(call(SEARCH, "keyword", "连衣裙", "timestamp", old))).isEqualTo(10001);
        long millis = kernel.clock().now().toEpochMilli();
        assertThat(code(call(SEARCH, "keyword", "连衣裙", "timestamp", millis))).isEqualTo(10001);
        Pinduoduo less = service(kernel, world, usual.grantedOnly(SEARCH));
        assertThat(code(post(less, form(signed(DETAIL, "goods_sign", sign()))))).isEqualTo(20031);
    }

    @Test
    void searchSortsFiltersAndKeepsToItsPages() {
        long top = world.listings(Marketplace.PINDUODUO).getFirst().category().topId();
        JsonNode rows = call(
                        SEARCH,
                        "opt_id",
                        top,
                        "sort_type",
                        3,
                        "range_list",
                        "[{\"range_id\":0,\"range_from\":3000,\"range_to\":8000}]",
                        "page_size",
                        20)
                .at("/goods_search_response/goods_list");
        assertThat(rows).isNotEmpty().hasSizeLessThanOrEqualTo(20);
        List<Long> first = new ArrayList<>();
        rows.forEach(row -> first.add(world.fen(
                world.listing(Marketplace.PINDUODUO, row.get("goods_id").asLong())
                        .orElseThrow())));
        assertThat(first).isSorted().allMatch(fen -> fen >= 3_000 && fen <= 8_000);
        assertThat(call(SEARCH, "opt_id", top, "with_coupon", "true").at("/goods_search_response/goods_list"))
                .isNotEmpty()
                .allMatch(row -> row.get("has_coupon").asBoolean());
        assertThat(code(call(SEARCH, "keyword", "连衣裙", "page_size", 9))).isEqualTo(10000);
        assertThat(code(call(SEARCH, "keyword", "连衣裙", "page_size", 101))).isEqualTo(10000);
        assertThat(code(call(SEARCH, "page_size", 10))).isEqualTo(10000);
        assertThat(code(call(SEARCH, "keyword", "连衣裙", "pid", "1_1"))).isEqualTo(50001);
    }

    @Test
    void goodsAreAlsoFoundByTheirSigns() {
        String sign = sign();
        assertThat(call(SEARCH, "goods_sign_list", List.of(sign, "c9nothing")).at("/goods_search_response/goods_list"))
                .hasSize(1)
                .allMatch(row -> row.get("goods_sign").asString().equals(sign));
    }

    @Test
    void pricesMoveWithTheClock() {
        List<Listing> goods = world.listings(Marketplace.PINDUODUO);
        Instant now = kernel.clock().now();
        long moved = goods.stream()
                .filter(listing -> world.offer(listing, now).lowestFen()
                        != world.offer(listing, now.plus(Duration.ofDays(20))).lowestFen())
                .count();
        assertThat(moved).isBetween(goods.size() / 10L, goods.size() * 9L / 10);
    }

    @Test
    void linksAreMadeForOurPositionOnly() {
        JsonNode made = call(
                LINK,
                "p_id",
                usual.pid(),
                "goods_sign_list",
                List.of(sign()),
                "generate_short_url",
                "true",
                "generate_we_app",
                "true");
        Shapes.assertSame("pinduoduo", "link", made);
        assertThat(call(LINK, "p_id", usual.pid(), "goods_sign_list", List.of(sign()))
                        .at("/goods_promotion_url_generate_response/goods_promotion_url_list/0")
                        .has("short_url"))
                .isFalse();
        assertThat(code(call(LINK, "p_id", "1_1", "goods_sign_list", List.of(sign()))))
                .isEqualTo(50001);
        assertThat(code(call(LINK, "p_id", usual.pid(), "goods_sign_list", List.of("c9nothing"))))
                .isEqualTo(50001);
    }

    JsonNode changed(Instant from, Instant to) {
        return call(ORDERS, "start_update_time", from.getEpochSecond(), "end_update_time", to.getEpochSecond());
    }

    @Test
    void whoFollowsALinkBringsAnOrderThatMovesOn() {
        Instant start = kernel.clock().now();
        service.act("buy", Map.of("goodsSign", sign(), "quantity", "2", "custom", "u-1"));
        JsonNode orders = changed(start.minusSeconds(1), start.plusSeconds(60));
        Shapes.assertSame("pinduoduo", "orders", orders);
        JsonNode row = orders.at("/order_list_get_response/order_list/0");
        assertThat(row.get("order_status").asInt()).isZero();
        assertThat(row.get("order_amount").asLong())
                .isEqualTo(2 * row.get("goods_price").asLong());
        assertThat(row.get("custom_parameters").asString()).isEqualTo("u-1");
        kernel.clock().advance(Duration.ofHours(7));
        assertThat(changed(start.minusSeconds(1), start.plusSeconds(60)).at("/order_list_get_response/order_list"))
                .isEmpty();
        Instant now = kernel.clock().now();
        assertThat(changed(now.minus(Duration.ofHours(2)), now)
                        .at("/order_list_get_response/order_list/0/order_status")
                        .asInt())
                .isEqualTo(1);
        kernel.clock().advance(Duration.ofDays(31));
        Instant later = start.plus(Duration.ofDays(30));
        assertThat(changed(later.minusSeconds(3_600), later.plusSeconds(3_600))
                        .at("/order_list_get_response/order_list/0/order_status")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void ordersAreReadForADayAtMost() {
        Instant now = kernel.clock().now();
        assertThat(code(changed(now.minus(Duration.ofHours(25)), now))).isEqualTo(10000);
        assertThat(code(changed(now, now.minusSeconds(1)))).isEqualTo(10000);
        assertThatThrownBy(() -> service.act("buy", Map.of("goodsSign", "c9nothing")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void flowControlStrikesTheTypeItIsArmedForAndBurstsAreRefused() {
        kernel.faults().arm(Fault.once("pinduoduo", DETAIL, FaultKind.FLOW_CONTROL));
        String sign = sign();
        assertThat(code(call(DETAIL, "goods_sign", sign))).isEqualTo(usual.tooOftenCode());
        assertThat(code(call(DETAIL, "goods_sign", sign))).isZero();
        var tight = new PinduoduoSettings(
                usual.clientId(),
                usual.clientSecret(),
                usual.accessToken(),
                usual.pid(),
                usual.granted(),
                false,
                true,
                usual.timestampSkew(),
                1,
                2,
                usual.tooOftenCode());
        Pinduoduo hasty = service(kernel, world, tight);
        long refused = java.util.stream.IntStream.range(0, 8)
                .filter(i -> code(post(hasty, form(signed(DETAIL, "goods_sign", sign)))) != 0)
                .count();
        assertThat(refused).isBetween(4L, 6L);
    }

    @Test
    void signsAndOrdersOutliveTheProcess() {
        String sign;
        try (Kernel first = Kernel.over(data)) {
            World its = new World(1, 500, first.books(), first.clock());
            Offer offer = its.listings(Marketplace.PINDUODUO).stream()
                    .map(its::offer)
                    .filter(one -> one.status() == Offer.Status.ON)
                    .findFirst()
                    .orElseThrow();
            sign = new Signs(List.of(offer.listing()), 1).of(offer.listing());
            service(first, its, usual).act("buy", Map.of("goodsSign", sign));
        }
        try (Kernel second = Kernel.over(data)) {
            World its = new World(1, 500, second.books(), second.clock());
            JsonNode state = Json.treeOf(service(second, its, usual).state());
            assertThat(state.at("/affiliateOrders/0/goodsSign").asString()).isEqualTo(sign);
        }
    }

    @Test
    void findsGoodsByTheirNumber() {
        var known = call(SEARCH, "keyword", "连衣裙", "page_size", 10).at("/goods_search_response/goods_list/0");
        var found = call(SEARCH, "keyword", known.get("goods_id").asString(), "page_size", 10)
                .at("/goods_search_response/goods_list");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("goods_sign")).isEqualTo(known.get("goods_sign"));
        var nobody = call(SEARCH, "keyword", "999999999999", "page_size", 10);
        assertThat(nobody.at("/goods_search_response/goods_list")).isEmpty();
    }
}
