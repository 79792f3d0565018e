package io.sampan.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.simulators.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** JD VOP as a stranger meets it: over HTTP, with what the control page tells and nothing else. */
class JdVopOverHttpTest {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    final HttpClient http = HttpClient.newHttpClient();

    @Test
    void anOrderWhoseAnswerWasLostIsFoundByOurNumberAndStandsInTheBooksOnce() throws Exception {
        try (var simulators = Simulators.start(new SimulatorSettings(null, 1, 0, 2_000))) {
            String control = simulators.control().toString();
            String vop = simulators.addresses().get("jd-vop").toString();
            String token = token(get(control + "/control/credentials").get("jd-vop"), vop);
            JsonNode pool = post(vop + "/api/product/getPageNum", Map.of("token", token));
            String number = pool.at("/result/0/page_num").asString();
            JsonNode skus =
                    post(vop + "/api/product/getSkuByPage", Map.of("token", token, "pageNum", number, "pageNo", "1"));
            Map<String, String> order = order(token, skus.at("/result/skuIds/0").asString());
            post(
                    control + "/control/faults",
                    Map.of("service", "jd-vop", "operation", "submitOrder", "kind", "DROP_AFTER_SUCCESS"));
            assertThatThrownBy(() -> post(vop + "/api/order/submitOrder", order))
                    .isInstanceOf(IOException.class);
            String found = post(
                            vop + "/api/order/selectJdOrderIdByThirdOrder", Map.of("token", token, "thirdOrder", "P-1"))
                    .get("result")
                    .asString();
            JsonNode again = post(vop + "/api/order/submitOrder", order);
            assertThat(again.at("/result/jdOrderId").asString()).isEqualTo(found);
            JsonNode books = get(control + "/control/state/jd-vop").get("orders");
            assertThat(books).hasSize(1);
            assertThat(books.at("/0/outOrderId").asString()).isEqualTo("P-1");
        }
    }

    String token(JsonNode credentials, String vop) throws Exception {
        String secret = credentials.get("clientSecret").asString();
        String password = md5(credentials.get("password").asString());
        String username = credentials.get("username").asString();
        String clientId = credentials.get("clientId").asString();
        String now = TIME.format(Instant.now());
        String sign = md5(secret + now + clientId + username + password + "access_token" + secret)
                .toUpperCase(java.util.Locale.ROOT);
        return post(
                        vop + "/oauth2/accessToken",
                        Map.of(
                                "grant_type", "access_token",
                                "client_id", clientId,
                                "timestamp", now,
                                "username", username,
                                "password", password,
                                "sign", sign))
                .at("/result/access_token")
                .asString();
    }

    static Map<String, String> order(String token, String sku) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("thirdOrder", "P-1");
        form.put("sku", "[{\"skuId\":" + sku + ",\"num\":1}]");
        form.put("name", "舢板集运仓");
        form.put("mobile", "15251667788");
        form.put("address", "网商路699号 SP1001");
        form.put("province", "15");
        form.put("city", "1213");
        form.put("county", "3408");
        form.put("paymentType", "4");
        form.put("isUseBalance", "1");
        form.put("submitState", "0");
        return form;
    }

    static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    JsonNode get(String url) throws Exception {
        return Json.tree(http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body());
    }

    JsonNode post(String url, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Json.tree(http.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }
}
