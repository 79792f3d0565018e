package io.sampan.simulators.taobaoglobal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TaobaoGlobalTest {
    static final Map<String, String> ADDRESS = Map.of(
            "name",
            "舢板集运仓",
            "mobile_phone",
            "15251667788",
            "country",
            "中国",
            "state",
            "浙江省",
            "city",
            "杭州市",
            "district",
            "滨江区",
            "address",
            "网商路699号 SP1001",
            "zip",
            "310000");
    final Kernel kernel = Kernel.over(null);
    final World world = new World(1, 3_000, kernel.books(), kernel.clock());
    final TaobaoGlobalSettings settings = TaobaoGlobalSettings.usual();
    final TaobaoGlobal service = new TaobaoGlobal(kernel, world, 1, settings);
    String token = "";

    TaobaoGlobalTest() {
        service.opened(Map.of("world", URI.create("http://127.0.0.1:1")));
        token = call("/auth/token/create", "code", settings.code())
                .get("access_token")
                .asString();
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    Map<String, String> signed(String path, Object... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("app_key", settings.appKey());
        form.put("timestamp", String.valueOf(kernel.clock().now().toEpochMilli()));
        form.put("sign_method", "sha256");
        form.put("access_token", token);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i].toString(), fields[i + 1] instanceof String s ? s : Json.text(fields[i + 1]));
        }
        form.put(Signature.FIELD, new Signature(settings.appSecret()).of(path, form));
        return form;
    }

    JsonNode call(String path, Object... fields) {
        return post(
                path,
                signed(path, fields).entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    JsonNode post(String path, String body) {
        return Json.tree(service.handler()
                .handle(new Question("POST", "/rest" + path, Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8)))
                .text());
    }

    List<Offer> offers(int count) {
        return world.listings().stream()
                .filter(listing -> listing.marketplace() == Marketplace.TAOBAO)
                .map(world::offer)
                .filter(o ->
                        o.status() == Offer.Status.ON && o.skus().getFirst().stock() > 20)
                .collect(Collectors.toMap(o -> o.listing().shop().id(), o -> o, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .limit(count)
                .toList();
    }

    static Map<String, Object> line(Offer offer, int quantity, String no) {
        return Map.of(
                "item_id",
                Ids.mpId(offer.listing().id()),
                "sku_id",
                Ids.mpSkuId(offer.skus().getFirst().id()),
                "quantity",
                quantity,
                "currency",
                "CNY",
                "price",
                offer.skus().getFirst().fen(),
                "order_line_no",
                no);
    }

    JsonNode render(List<Map<String, Object>> lines) {
        return call(
                "/purchase/order/render",
                "render_item_List",
                lines,
                "receiver_address",
                ADDRESS,
                "warehouse_address",
                ADDRESS);
    }

    JsonNode create(String outerId, long fen, List<Map<String, Object>> lines) {
        return call(
                "/purchase/order/create",
                "outer_purchase_id",
                outerId,
                "purchase_amount",
                String.valueOf(fen),
                "order_line_list",
                lines,
                "receiver",
                ADDRESS,
                "warehouse_address_info",
                ADDRESS,
                "channel_order_type",
                "PANAMA_DG");
    }

    JsonNode made(String outerId, List<Map<String, Object>> lines) {
        return create(
                outerId,
                render(lines).at("/result/data/total_real_pay_price/amount").asLong(),
                lines);
    }

    JsonNode order(long id) {
        return call("/purchase/orders/query", "purchase_ids", List.of(id)).at("/data/purchase_orders/0");
    }

    @Test
    void refusesWrongSignaturesOldTimesUnknownPathsAndDeadTokens() {
        Map<String, String> form = signed("/traffic/item/search", "keyword", "dress");
        form.put("keyword", "dresses");
        JsonNode spoiled = post("/traffic/item/search", Json.text(form));
        Shapes.assertSame("taobaoglobal", "error-signature", spoiled);
        assertThat(spoiled.get("code").asString()).isEqualTo("IncompleteSignature");
        String old = String.valueOf(kernel.clock().now().minusSeconds(7_300).toEpochMilli());
        JsonNode late = call("/traffic/item/search", "keyword", "dress", "timestamp", old);
        Shapes.assertSame("taobaoglobal", "error-timestamp", late);
        assertThat(late.get("code").asString()).isEqualTo("IllegalTimestamp");
        assertThat(call("/no/such/path").get("code").asString()).isEqualTo("InvalidApiPath");
        kernel.clock().advance(Duration.ofDays(31));
        JsonNode dead = call("/traffic/item/search", "keyword", "dress");
        Shapes.assertSame("taobaoglobal", "error-token", dead);
        assertThat(dead.get("code").asString()).isEqualTo("IllegalAccessToken");
        JsonNode renewed = call("/auth/token/refresh", "refresh_token", settings.refreshToken());
        Shapes.assertSame("taobaoglobal", "token-refresh", renewed);
        token = renewed.get("access_token").asString();
        assertThat(call("/traffic/item/search", "keyword", "dress").get("code").asString())
                .isEqualTo("0");
    }

    @Test
    void flowControlSaysHowLong() {
        kernel.faults().arm(Fault.once("taobao-global", "/traffic/item/search", FaultKind.FLOW_CONTROL));
        Shapes.assertSame("taobaoglobal", "error-flow-control", call("/traffic/item/search", "keyword", "dress"));
    }

    @Test
    void takesAFormOrOneFlatJsonObject() {
        JsonNode json = post(
                "/traffic/item/search",
                Json.text(signed("/traffic/item/search", "keyword", "dress", "language", "en")));
        Shapes.assertSame("taobaoglobal", "search", json);
        JsonNode form = call("/traffic/item/search", "keyword", "dress", "language", "en");
        assertThat(form.get("data")).isEqualTo(json.get("data"));
        assertThat(form.at("/data/data/0/price").isString()).isTrue();
    }

    @Test
    void searchKeepsToTwentyAPageAndToThePriceFilterInFen() {
        assertThat(call("/traffic/item/search", "keyword", "dress", "page_size", "21")
                        .get("biz_error_code")
                        .asString())
                .isEqualTo("PARAM_ERROR");
        JsonNode rows = call(
                        "/traffic/item/search", "keyword", "dress", "filters", "min_price:2000", "sort", "PRICE_ASC")
                .at("/data/data");
        assertThat(rows)
                .isNotEmpty()
                .allMatch(row -> Double.parseDouble(row.get("price").asString()) >= 17);
    }

    @Test
    void itemsAnswerAsRecordedInFen() {
        Offer offer = offers(1).getFirst();
        String id = String.valueOf(offer.listing().id());
        JsonNode item = call("/traffic/item/get", "item_resource", "taobao", "item_id", id, "language", "en");
        Shapes.assertSame("taobaoglobal", "item", item);
        assertThat(item.at("/data/promotion_price").asLong())
                .isEqualTo(offer.skus().getFirst().fen());
        JsonNode product = call("/product/get", "item_id", id);
        Shapes.assertSame("taobaoglobal", "product", product);
        assertThat(product.at("/data/mp_id").asLong())
                .isNotEqualTo(offer.listing().id());
        Shapes.assertSame(
                "taobaoglobal",
                "product-translate",
                call(
                        "/product/translate/get",
                        "item_id",
                        product.at("/data/mp_id").asString(),
                        "language",
                        "en"));
    }

    @Test
    void anOrderGoesFromCreatedToSigned() {
        Offer offer = offers(1).getFirst();
        var lines = List.of(line(offer, 2, "L1"));
        Shapes.assertSame("taobaoglobal", "render", render(lines));
        JsonNode created = made("P-1", lines);
        Shapes.assertSame("taobaoglobal", "create", created);
        long id = created.at("/data/order_list/0/purchase_id").asLong();
        assertThat(order(id).get("status").asString()).isEqualTo("BULIDING");
        kernel.clock().advance(Duration.ofSeconds(3));
        assertThat(order(id).get("status").asString()).isEqualTo("WAIT_BUYER_P");
        Shapes.assertSame("taobaoglobal", "pay", call("/purchase/order/batch/pay", "purchaseOrderIdList", List.of(id)));
        assertThat(order(id).get("status").asString()).isEqualTo("WAIT_SELLER_SEND_GOODS");
        kernel.clock().advance(Duration.ofHours(41));
        JsonNode orders = call("/purchase/orders/query", "outer_purchase_id", "P-1");
        Shapes.assertSame("taobaoglobal", "orders", orders);
        assertThat(order(id).get("status").asString()).isEqualTo("WAIT_BUYER_CONFIRM_GOODS");
        String lineId = orders.at("/data/purchase_orders/0/sub_purchase_orders/0/sub_purchase_order_id")
                .asString();
        Shapes.assertSame("taobaoglobal", "logistics", call("/logistics/detail/get", "purchase_order_line_id", lineId));
        kernel.clock().advance(Duration.ofHours(97));
        assertThat(call("/logistics/detail/get", "purchase_order_line_id", lineId)
                        .at("/result/data/pnm_logistics_details/0/logistics_status")
                        .asString())
                .isEqualTo("SIGNED");
    }

    @Test
    void theSameOuterNumberTwiceIsTheSameOrder() {
        var lines = List.of(line(offers(1).getFirst(), 1, "L1"));
        JsonNode first = made("P-1", lines);
        JsonNode second = create("P-1", 1, lines);
        assertThat(second.at("/data/order_list")).isEqualTo(first.at("/data/order_list"));
        JsonNode found = call("/purchase/orders/query", "outer_purchase_id", "P-1", "page_size", "50");
        assertThat(found.at("/data/total_count").asInt()).isEqualTo(1);
        assertThat(found.at("/data/page_size").asInt()).isEqualTo(20);
    }

    @Test
    void anAmountThatDoesNotMatchIsRefusedAndSoIsAPriceThatMoved() {
        var lines = List.of(line(offers(1).getFirst(), 2, "L1"));
        long fen = render(lines).at("/result/data/total_real_pay_price/amount").asLong();
        JsonNode refused = create("P-1", fen - 1, lines);
        Shapes.assertSame("taobaoglobal", "create-refused", refused);
        kernel.faults().arm(new Fault("taobao-global", "create", FaultKind.PRICE_MOVED_AFTER_PREVIEW, 1, 0, 130));
        assertThat(create("P-1", fen, lines).get("error_code").asString()).isEqualTo("PURCHASE_AMOUNT_NOT_MATCH");
        assertThat(render(lines).at("/result/data/total_real_pay_price/amount").asLong())
                .isGreaterThan(fen * 12 / 10);
    }

    @Test
    void goodsGoneAfterRenderAreRefused() {
        var lines = List.of(line(offers(1).getFirst(), 2, "L1"));
        long fen = render(lines).at("/result/data/total_real_pay_price/amount").asLong();
        kernel.faults().arm(Fault.once("taobao-global", "create", FaultKind.SOLD_OUT_AFTER_PREVIEW));
        assertThat(create("P-1", fen, lines).get("error_code").asString()).isEqualTo("SKU_OUT_OF_STOCK");
        Shapes.assertSame("taobaoglobal", "render-unavailable", render(lines));
    }

    @Test
    void goodsOfTwoSellersBecomeTwoOrdersAndPayingCanFailInPart() {
        List<Offer> two = offers(2);
        JsonNode created = made("P-1", List.of(line(two.getFirst(), 1, "L1"), line(two.getLast(), 1, "L2")));
        assertThat(created.at("/data/order_list")).hasSize(2);
        long first = created.at("/data/order_list/0/purchase_id").asLong();
        long second = created.at("/data/order_list/1/purchase_id").asLong();
        call("/purchase/order/batch/pay", "purchaseOrderIdList", List.of(first));
        JsonNode both = call("/purchase/order/batch/pay", "purchaseOrderIdList", List.of(first, second));
        assertThat(both.at("/data/will_pay_purchase_order_ids/0").asLong()).isEqualTo(second);
        assertThat(both.at("/data/pay_failure_purchase_order_ids/0").asLong()).isEqualTo(first);
        Shapes.assertSame("taobaoglobal", "pay-failed", both);
        List<Long> eleven = java.util.stream.LongStream.range(0, 11).boxed().toList();
        assertThat(call("/purchase/order/batch/pay", "purchaseOrderIdList", eleven)
                        .get("success")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anUnclearPaymentHasTakenTheMoney() {
        long id = made("P-1", List.of(line(offers(1).getFirst(), 1, "L1")))
                .at("/data/order_list/0/purchase_id")
                .asLong();
        kernel.faults().arm(Fault.once("taobao-global", "batch/pay", FaultKind.PAY_UNCLEAR));
        JsonNode reply = call("/purchase/order/batch/pay", "purchaseOrderIdList", List.of(id));
        assertThat(reply.at("/data/will_pay_purchase_order_ids")).isEmpty();
        assertThat(order(id).get("pay_amount").asLong()).isPositive();
    }

    @Test
    void cancellingIsATask() {
        long id = made("P-1", List.of(line(offers(1).getFirst(), 1, "L1")))
                .at("/data/order_list/0/purchase_id")
                .asLong();
        JsonNode reply =
                call("/purchase/order/asyn/cancel", "purchase_id", String.valueOf(id), "cancel_reason", "changed mind");
        Shapes.assertSame("taobaoglobal", "cancel", reply);
        assertThat(order(id).get("status").asString()).isNotEqualTo("TRADE_CLOSED");
        kernel.clock().advance(Duration.ofSeconds(6));
        assertThat(order(id).get("status").asString()).isEqualTo("TRADE_CLOSED");
    }

    @Test
    void pushesAreSignedOverKeyAndBody() throws Exception {
        record Seen(String authorization, String body) {}
        var seen = new LinkedBlockingQueue<Seen>();
        HttpServer hook = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        hook.createContext("/", exchange -> {
            seen.add(new Seen(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        hook.start();
        kernel.webhooks()
                .set("taobao-global", "http://127.0.0.1:" + hook.getAddress().getPort() + "/push");
        Offer offer = offers(1).getFirst();
        call("/product/get", "item_id", String.valueOf(offer.listing().id()));
        world.movePrice(offer.listing(), 0, 1.5);
        Seen moved = seen.poll(10, TimeUnit.SECONDS);
        made("P-1", List.of(line(world.offer(offer.listing()), 1, "L1")));
        Seen made = seen.poll(10, TimeUnit.SECONDS);
        hook.stop(0);
        assertThat(moved.authorization())
                .isEqualTo(new Signature(settings.appSecret()).ofPush(settings.appKey(), moved.body()));
        Shapes.assertSame("taobaoglobal", "push-price", Json.tree(moved.body()));
        Shapes.assertSame("taobaoglobal", "push-status", Json.tree(made.body()));
    }
}
