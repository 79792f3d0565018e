package io.sampan.simulators.ali1688;

import io.sampan.simulators.kernel.Answer;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A 1688 with a small world, and a client that signs as it should. */
final class Client1688 implements AutoCloseable {
    static final String ADDRESS = """
            {"fullName":"舢板集运仓","mobile":"15251667788","phone":"","postCode":"310000","provinceText":"浙江省",
             "cityText":"杭州市","areaText":"滨江区","townText":"","address":"网商路699号 SP1001"}""";
    final Kernel kernel = Kernel.over(null);
    final World world = new World(1, 3_000, kernel.books(), kernel.clock());
    final Ali1688Settings settings;
    final Ali1688 service;
    String token = "";

    Client1688() {
        this(Ali1688Settings.usual());
    }

    Client1688(Ali1688Settings settings) {
        this.settings = settings;
        service = new Ali1688(kernel, world, 1, settings);
        service.opened(Map.of("world", URI.create("http://127.0.0.1:1")));
        token = token(Map.of("grant_type", "refresh_token", "refresh_token", settings.refreshToken()))
                .get("access_token")
                .asString();
    }

    JsonNode token(Map<String, String> grant) {
        var form = new LinkedHashMap<>(grant);
        form.put("client_id", settings.appKey());
        form.put("client_secret", settings.appSecret());
        return Json.tree(post("/openapi/http/1/system.oauth2/getToken/" + settings.appKey(), form)
                .text());
    }

    JsonNode call(String namespace, String name, Object... fields) {
        return Json.tree(answer(namespace, name, fields).text());
    }

    Answer answer(String namespace, String name, Object... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i].toString(), fields[i + 1] instanceof String s ? s : Json.text(fields[i + 1]));
        }
        form.putIfAbsent("access_token", token);
        String path = "param2/1/" + namespace + "/" + name + "/" + settings.appKey();
        form.put(Signature.FIELD, new Signature(settings.appSecret()).of(path, form));
        return post("/openapi/" + path, form);
    }

    JsonNode goods(String name, Object... fields) {
        return call("com.alibaba.fenxiao.crossborder", name, fields);
    }

    JsonNode trade(String name, Object... fields) {
        return call("com.alibaba.trade", name, fields);
    }

    JsonNode logistics(String name, Object... fields) {
        return call("com.alibaba.logistics", name, fields);
    }

    Answer post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return service.handler()
                .handle(new Question("POST", path, Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    /** An offer with stock, a stated weight, freight, prices by SKU and no large minimum. */
    Offer offer() {
        return world.listings().stream()
                .filter(listing -> listing.marketplace() == Marketplace.ALI1688)
                .map(world::offer)
                .filter(o -> o.statedGrams() != null && o.freightFen() > 0 && !o.byQuantity() && o.minQuantity() <= 2)
                .filter(o ->
                        o.status() == Offer.Status.ON && o.skus().getFirst().stock() > 20)
                .findFirst()
                .orElseThrow();
    }

    static Object cargo(Offer offer, int quantity) {
        return List.of(Map.of(
                "offerId", offer.listing().id(),
                "specId", offer.skus().getFirst().specId(),
                "quantity", quantity));
    }

    JsonNode create(Offer offer, int quantity, String outerId) {
        return trade(
                "alibaba.trade.createCrossOrder",
                "flow",
                "general",
                "isvBizType",
                "cross_daigou",
                "addressParam",
                ADDRESS,
                "cargoParamList",
                cargo(offer, quantity),
                "outOrderId",
                outerId);
    }

    String created(Offer offer, String outerId) {
        return create(offer, 3, outerId).at("/result/orderId").asString();
    }

    JsonNode pay(String id) {
        return trade(
                "alibaba.trade.pay.protocolPay.preparePay",
                "tradeWithholdPreparePayParam",
                Map.of("orderId", Long.parseLong(id)));
    }

    JsonNode order(String id) {
        return trade("alibaba.trade.get.buyerView", "webSite", "1688", "orderId", id);
    }

    String status(String id) {
        return order(id).at("/result/baseInfo/status").asString();
    }

    Listing listing(Offer offer) {
        return offer.listing();
    }

    @Override
    public void close() {
        kernel.close();
    }
}
