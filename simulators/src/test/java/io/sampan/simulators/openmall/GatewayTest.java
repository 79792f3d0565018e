package io.sampan.simulators.openmall;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Problem;
import io.sampan.simulators.top.TopClient;
import io.sampan.simulators.top.TopSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** TOP's gateway, by way of OpenMall. */
class GatewayTest {
    static final String ITEM = "taobao.openmall.item.get";
    Mall mall = new Mall();

    @AfterEach
    void close() {
        mall.close();
    }

    void reopen(TopSettings.Limits limits) {
        mall.close();
        OpenMallSettings usual = OpenMallSettings.usual();
        mall = new Mall(usual.with(usual.top().with(limits)), null);
    }

    String item() {
        return String.valueOf(mall.offer().listing().id());
    }

    int code(Problem problem) {
        return mall.settings.top().codeOf(problem);
    }

    JsonNode error(Map<String, String> form) {
        Answer answer = mall.client.post(form);
        assertThat(answer.status()).isEqualTo(200);
        return Json.tree(answer.text()).get("error_response");
    }

    @Test
    void takesEachOfTheThreeSignatures() {
        for (String method : new String[] {"md5", "hmac", "hmac-sha256"}) {
            JsonNode reply = mall.client.call(ITEM, "item_id", item(), "sign_method", method);
            assertThat(reply.at("/result/success").asBoolean()).as(method).isTrue();
        }
    }

    @Test
    void answersInXmlUnlessJsonIsAskedFor() {
        Map<String, String> form = mall.client.signed(ITEM, "item_id", item(), "format", "");
        String xml = mall.client.post(form).text();
        assertThat(xml)
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\" ?><openmall_item_get_response><result>")
                .contains("<skus list=\"true\"><top_item_sku_vo><sku_id>")
                .containsPattern("<request_id>[0-9a-z]{12}</request_id></openmall_item_get_response>$");
        form.put("item_id", "1");
        assertThat(mall.client.post(form).text())
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\" ?><error_response><code>"
                        + code(Problem.INVALID_SIGNATURE) + "</code><msg>");
    }

    @Test
    void wrapsListsByTypeUnlessToldToSimplify() {
        JsonNode whole = mall.client.whole(ITEM, "item_id", item());
        assertThat(whole.at("/openmall_item_get_response/result/item/skus/top_item_sku_vo")
                        .isArray())
                .isTrue();
        JsonNode simple = mall.client.whole(ITEM, "item_id", item(), "simplify", "true");
        assertThat(simple.at("/result/item/skus").isArray()).isTrue();
        assertThat(simple.has("request_id")).isTrue();
        JsonNode refused = mall.client.whole(ITEM, "simplify", "true");
        assertThat(refused.at("/error_response/sub_code").asString()).isEqualTo("isv.missing-parameter");
    }

    @Test
    void refusesWhatIsNotSignedOldOrUnknown() {
        Map<String, String> form = mall.client.signed(ITEM, "item_id", item());
        form.put("item_id", "7");
        JsonNode spoiled = error(form);
        Shapes.assertSame("openmall", "error-signature", Json.tree(Json.text(Map.of("error_response", spoiled))));
        assertThat(spoiled.get("code").asInt()).isEqualTo(code(Problem.INVALID_SIGNATURE));
        form.remove("sign");
        assertThat(error(form).get("code").asInt()).isEqualTo(code(Problem.MISSING_SIGNATURE));
        assertThat(error(mall.client.signed(ITEM, "app_key", "1")).get("code").asInt())
                .isEqualTo(code(Problem.INVALID_APP_KEY));
        assertThat(error(mall.client.signed("taobao.item.get")).get("code").asInt())
                .isEqualTo(code(Problem.INVALID_METHOD));
        assertThat(error(mall.client.signed("")).get("code").asInt()).isEqualTo(code(Problem.MISSING_METHOD));
        assertThat(error(mall.client.signed(ITEM, "v", "1.0")).get("code").asInt())
                .isEqualTo(code(Problem.UNSUPPORTED_VERSION));
        Question put = new Question("PUT", "/router/rest", Map.of(), Map.of(), new byte[0]);
        assertThat(mall.service.handler().handle(put).text()).contains("Http Action Not Allowed");
    }

    @Test
    void theTimeIsBeijingsAndTenMinutesWide() {
        var now = mall.kernel.clock().now();
        assertThat(mall.client.refusal(ITEM, "timestamp", Call.written(now.plusSeconds(590))))
                .isEqualTo("isv.missing-parameter");
        for (var wrong : new Duration[] {Duration.ofSeconds(-602), Duration.ofSeconds(602), Duration.ofHours(-8)}) {
            JsonNode refused = error(mall.client.signed(ITEM, "timestamp", Call.written(now.plus(wrong))));
            assertThat(refused.get("code").asInt()).isEqualTo(code(Problem.INVALID_TIMESTAMP));
        }
    }

    @Test
    void commonParametersMayStandInTheAddress() {
        Map<String, String> all = mall.client.signed(ITEM, "item_id", item());
        Map<String, String> address = new LinkedHashMap<>(all);
        address.remove("item_id");
        var question = new Question(
                "POST",
                "/router/rest",
                address,
                Map.of(),
                ("item_id=" + all.get("item_id")).getBytes(StandardCharsets.UTF_8));
        assertThat(mall.service.handler().operation(question)).isEqualTo(ITEM);
        assertThat(mall.service.handler().handle(question).text()).contains("\"success\":true");
    }

    @Test
    void anApiOfAnotherPackageIsRefused() {
        JsonNode refused = mall.client.whole("taobao.tbk.item.info.get", "num_iids", "1");
        Shapes.assertSame("openmall", "error-permission", refused);
        assertThat(refused.at("/error_response/sub_code").asString()).isEqualTo("isv.permission-api-package-limit");
    }

    @Test
    void aSessionEndsAndIsRenewed() {
        mall.kernel.clock().advance(Duration.ofDays(31));
        JsonNode dead = mall.client.whole(ITEM, "item_id", item());
        assertThat(dead.at("/error_response/code").asInt()).isEqualTo(27);
        JsonNode forged = mall.client.whole(ITEM, "item_id", item(), "session", "6200nobody");
        Shapes.assertSame("openmall", "error-session", forged);
        assertThat(forged.at("/error_response/sub_code").asString()).isEqualTo("invalid-sessionkey");
        Map<String, String> oauth = Map.of(
                "client_id", mall.settings.top().appKey(),
                "client_secret", mall.settings.top().appSecret(),
                "grant_type", "refresh_token",
                "refresh_token", mall.settings.top().refreshToken());
        JsonNode renewed = Json.tree(token(oauth).text());
        Shapes.assertSame("openmall", "token", renewed);
        mall.client.session = renewed.get("access_token").asString();
        assertThat(mall.client
                        .call(ITEM, "item_id", item())
                        .at("/result/success")
                        .asBoolean())
                .isTrue();
        JsonNode byGateway = mall.client.call(
                "taobao.top.auth.token.refresh",
                "refresh_token",
                mall.settings.top().refreshToken());
        Shapes.assertSame(
                "openmall", "token", Json.tree(byGateway.get("token_result").asString()));
    }

    Answer token(Map<String, String> form) {
        return mall.service
                .handler()
                .handle(new Question(
                        "POST",
                        "/token",
                        Map.of(),
                        Map.of(),
                        TopClient.encoded(form).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void wrongSecretsAndCodesGetNoSession() {
        var right = Map.of(
                "client_id", mall.settings.top().appKey(),
                "client_secret", mall.settings.top().appSecret(),
                "grant_type", "authorization_code",
                "code", mall.settings.top().code());
        assertThat(token(right).status()).isEqualTo(200);
        for (String field : new String[] {"client_secret", "code", "grant_type"}) {
            var wrong = new LinkedHashMap<>(right);
            wrong.put(field, "x");
            assertThat(token(wrong).status()).as(field).isEqualTo(400);
        }
    }

    @Test
    void theFaultBansWithEachSubCodeAndSaysHowLong() {
        mall.kernel.faults().arm(new Fault("openmall", ITEM, FaultKind.FLOW_CONTROL, 1, 60_000, 0));
        JsonNode refused = mall.client.whole(ITEM, "item_id", item());
        Shapes.assertSame("openmall", "error-flow-control", refused);
        assertThat(refused.at("/error_response/code").asInt()).isEqualTo(7);
        assertThat(refused.at("/error_response/sub_code").asString())
                .isEqualTo("accesscontrol.limited-by-app-api-access-count");
        assertThat(secondsLeft(refused)).isEqualTo(60);
        assertThat(mall.client.refusal("taobao.openmall.items.query")).isEmpty();
        mall.kernel.clock().advance(Duration.ofSeconds(30));
        assertThat(secondsLeft(mall.client.whole(ITEM, "item_id", item()))).isBetween(1, 30);
        mall.kernel.clock().advance(Duration.ofSeconds(30));
        assertThat(mall.client.refusal(ITEM, "item_id", item())).isEmpty();
        mall.kernel.faults().arm(new Fault("openmall", ITEM, FaultKind.FLOW_CONTROL, 1, 1_000, 2));
        assertThat(mall.client.refusal(ITEM, "item_id", item())).isEqualTo("accesscontrol.limited-by-api-access-count");
        mall.kernel.faults().arm(new Fault("openmall", "trade.get", FaultKind.FLOW_CONTROL, 1, 0, 1));
        assertThat(mall.refusal("taobao.openmall.trade.get", "tid", "1"))
                .isEqualTo("accesscontrol.limited-by-app-access-count");
        assertThat(mall.client.refusal("taobao.openmall.items.query"))
                .isEqualTo("accesscontrol.limited-by-app-access-count");
    }

    static int secondsLeft(JsonNode refused) {
        String message = refused.at("/error_response/sub_msg").asString();
        assertThat(message).matches("This ban will last for \\d+ more seconds");
        return Integer.parseInt(message.replaceAll("\\D", ""));
    }

    @Test
    void tooManyCallsInASecondBanTheApiAlone() {
        reopen(new TopSettings.Limits(1_000, 2, 100, 5));
        Map<String, String> call = mall.client.signed(ITEM, "item_id", item());
        Set<String> subCodes = new HashSet<>();
        for (int i = 0; i < 200 && subCodes.size() < 2; i++) {
            subCodes.add(Json.tree(mall.client.post(call).text())
                    .at("/error_response/sub_code")
                    .asString(""));
        }
        assertThat(subCodes).containsExactlyInAnyOrder("", "accesscontrol.limited-by-app-api-access-count");
        assertThat(mall.client.refusal("taobao.openmall.items.query")).isEmpty();
        mall.kernel.clock().advance(Duration.ofSeconds(5));
        assertThat(mall.client.refusal(ITEM, "item_id", item())).isEmpty();
    }

    @Test
    void theDaysCallsEndAtMidnightInBeijing() {
        reopen(new TopSettings.Limits(4, 100, 100, 1));
        String sub = "";
        for (int i = 0; i < 6 && sub.isEmpty(); i++) {
            sub = mall.client.refusal(ITEM, "item_id", item());
        }
        assertThat(sub).isEqualTo("accesscontrol.limited-by-app-access-count");
        var now = mall.kernel.clock().now();
        var midnight = LocalDate.ofInstant(now, Call.BEIJING).plusDays(1).atStartOfDay(Call.BEIJING);
        mall.kernel.clock().advance(Duration.between(now, midnight.toInstant()).plusSeconds(1));
        assertThat(mall.client.refusal(ITEM, "item_id", item())).isEmpty();
    }
}
