package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A purchasing system as the tests need it: it holds a token, finds goods and places orders. */
final class VopClient implements AutoCloseable {
    static final Map<String, String> HANGZHOU = Map.of("province", "15", "city", "1213", "county", "3408", "town", "0");

    final Kernel kernel;
    final World world;
    final JdVopSettings settings;
    final JdVop service;
    String token = "";
    String refreshToken = "";

    VopClient(@Nullable Path data, JdVopSettings settings) {
        this.kernel = Kernel.over(data);
        this.world = new World(1, 2_000, kernel.books(), kernel.clock());
        this.settings = settings;
        this.service = new JdVop(kernel, world, 1, settings);
        service.opened(Map.of("world", URI.create("http://127.0.0.1:1")));
        login();
    }

    void login() {
        JsonNode tokens = post("/oauth2/accessToken", tokenForm()).get("result");
        token = tokens.get("access_token").asString();
        refreshToken = tokens.get("refresh_token").asString();
    }

    Map<String, String> tokenForm() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "access_token");
        form.put("client_id", settings.clientId());
        form.put("client_secret", settings.clientSecret());
        form.put("timestamp", Dates.wire(kernel.clock().now()));
        form.put("username", settings.username());
        form.put("password", Signature.hashed(settings.password()));
        form.put("scope", "");
        form.put("sign", new Signature(settings.clientSecret()).of(form));
        return form;
    }

    JsonNode post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Json.tree(service.handler()
                .handle(new Question("POST", path, Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8)))
                .text());
    }

    JsonNode call(String name, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("token", token);
        return post("/api/" + name, form);
    }

    JsonNode call(String name, Object... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            fields.put(namesAndValues[i].toString(), value instanceof List<?> ? Json.text(value) : value.toString());
        }
        return call(name, fields);
    }

    /** The code of a reply. */
    static String code(JsonNode reply) {
        return reply.get("resultCode").asString();
    }

    /** SKUs of different products that can be bought now, from one warehouse unless more are allowed. */
    List<Pool.Article> articles(int count, boolean oneWarehouse) {
        var pool = new Pool(world, 1, settings.contractPercent());
        List<Pool.Article> found = new ArrayList<>();
        for (var listing : pool.listings()) {
            Pool.Article article = pool.articles(listing).getFirst();
            boolean flagged = !listing.category().flags().isEmpty();
            boolean here =
                    found.isEmpty() || article.warehouse() == found.getFirst().warehouse();
            if (article.listed()
                    && article.sku().stock() > 20
                    && !flagged
                    && here == (oneWarehouse || found.isEmpty())) {
                found.add(article);
            }
        }
        return found.subList(0, count);
    }

    Pool.Article article() {
        return articles(1, true).getFirst();
    }

    static Map<String, Object> line(Pool.Article article, int num) {
        return Map.of("skuId", article.sku().id(), "num", num, "bNeedAnnex", true, "bNeedGift", false);
    }

    /** What a client sends to place an order; {@code more} goes over it. */
    Map<String, String> order(String thirdOrder, List<Map<String, Object>> lines, String submitState) {
        Map<String, String> form = new LinkedHashMap<>(HANGZHOU);
        form.put("thirdOrder", thirdOrder);
        form.put("sku", Json.text(lines));
        form.put("name", "舢板集运仓");
        form.put("mobile", "15251667788");
        form.put("email", "warehouse@example.test");
        form.put("address", "网商路699号 SP1001");
        form.put("zip", "310000");
        form.put("remark", "");
        form.put("invoiceState", "2");
        form.put("invoiceType", "2");
        form.put("selectedInvoiceTitle", "5");
        form.put("companyName", "舢板");
        form.put("invoiceContent", "1");
        form.put("paymentType", "4");
        form.put("isUseBalance", "1");
        form.put("submitState", submitState);
        form.put("doOrderPriceMode", "0");
        return form;
    }

    JsonNode submit(String thirdOrder, List<Map<String, Object>> lines, String submitState) {
        return call("order/submitOrder", order(thirdOrder, lines, submitState));
    }

    /** Places an order that is in production at once; its number. */
    long bought(String thirdOrder, List<Map<String, Object>> lines) {
        return submit(thirdOrder, lines, "1").at("/result/jdOrderId").asLong();
    }

    JsonNode select(long id) {
        return call("order/selectJdOrder", "jdOrderId", id).get("result");
    }

    List<JsonNode> messages(String types) {
        List<JsonNode> list = new ArrayList<>();
        call("message/get", "type", types).get("result").forEach(list::add);
        return list;
    }

    @Override
    public void close() {
        kernel.close();
    }
}
