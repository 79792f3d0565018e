package io.sampan.simulators.jdvop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Question;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TokenTest {
    final VopClient client = new VopClient(null, JdVopSettings.usual());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givesATokenToWhoeverSignsRightly() {
        JsonNode reply = client.post("/oauth2/accessToken", client.tokenForm());
        Shapes.assertSame("jdvop", "token", reply);
        assertThat(reply.at("/result/expires_in").asLong()).isEqualTo(86_400);
    }

    @Test
    void everyFieldOfTheRequestIsHeldToItsSignature() {
        for (String field : client.tokenForm().keySet()) {
            Map<String, String> form = client.tokenForm();
            form.merge(field, "1", String::concat);
            assertThat(client.post("/oauth2/accessToken", form).get("success").asBoolean())
                    .as(field)
                    .isFalse();
        }
    }

    @Test
    void anOldTimeAndAWrongPasswordAreRefusedHoweverWellSigned() {
        Map<String, String> old = client.tokenForm();
        old.put("timestamp", Dates.wire(client.kernel.clock().now().minus(Duration.ofMinutes(11))));
        old.put("sign", new Signature(client.settings.clientSecret()).of(old));
        assertThat(client.post("/oauth2/accessToken", old).get("success").asBoolean())
                .isFalse();
        Map<String, String> wrong = client.tokenForm();
        wrong.put("password", Signature.hashed("guess"));
        wrong.put("sign", new Signature(client.settings.clientSecret()).of(wrong));
        assertThat(client.post("/oauth2/accessToken", wrong).get("success").asBoolean())
                .isFalse();
    }

    @Test
    void aTokenEndsAfterADayAndIsRefreshedOnce() {
        assertThat(client.call("area/getProvince").get("success").asBoolean()).isTrue();
        client.kernel.clock().advance(Duration.ofHours(25));
        JsonNode dead = client.call("area/getProvince");
        Shapes.assertSame("jdvop", "error", dead);
        assertThat(VopClient.code(dead)).isEqualTo(client.settings.codes().tokenExpired());
        Map<String, String> refresh = Map.of(
                "refresh_token", client.refreshToken,
                "client_id", client.settings.clientId(),
                "client_secret", client.settings.clientSecret());
        JsonNode renewed = client.post("/oauth2/refreshToken", refresh);
        Shapes.assertSame("jdvop", "token", renewed);
        client.token = renewed.at("/result/access_token").asString();
        assertThat(client.call("area/getProvince").get("success").asBoolean()).isTrue();
        assertThat(VopClient.code(client.post("/oauth2/refreshToken", refresh))).isEqualTo("2012");
    }

    @Test
    void aRefreshTokenEndsTooAndIsNoAccessToken() {
        client.token = client.refreshToken;
        assertThat(VopClient.code(client.call("area/getProvince")))
                .isEqualTo(client.settings.codes().tokenUnknown());
        client.kernel.clock().advance(Duration.ofDays(31));
        assertThat(VopClient.code(client.post(
                        "/oauth2/refreshToken",
                        Map.of(
                                "refresh_token", client.refreshToken,
                                "client_id", client.settings.clientId(),
                                "client_secret", client.settings.clientSecret()))))
                .isEqualTo("2011");
    }

    @Test
    void flowControlStrikesTheOperationItIsArmedFor() {
        client.kernel.faults().arm(Fault.once("jd-vop", "price/getSellPrice", FaultKind.FLOW_CONTROL));
        assertThat(client.call("area/getProvince").get("success").asBoolean()).isTrue();
        String sku = String.valueOf(client.article().sku().id());
        JsonNode refused = client.call("price/getSellPrice", "sku", sku);
        assertThat(VopClient.code(refused)).isEqualTo(client.settings.codes().tooOften());
        assertThat(client.call("price/getSellPrice", "sku", sku).get("success").asBoolean())
                .isTrue();
    }

    @Test
    void tooManyCallsAtOnceAreRefusedWithoutAnyFault() {
        var tight = JdVopSettings.usual();
        var settings = new JdVopSettings(
                tight.clientId(),
                tight.clientSecret(),
                tight.username(),
                tight.password(),
                tight.tokenLife(),
                tight.refreshLife(),
                tight.timestampSkew(),
                tight.openingBalanceFen(),
                tight.contractPercent(),
                1,
                3,
                tight.splitAfter(),
                tight.repeatedIsSuccess(),
                tight.textInResults(),
                tight.codes());
        try (var hasty = new VopClient(null, settings)) {
            long refused = java.util.stream.IntStream.range(0, 10)
                    .filter(i -> !hasty.call("area/getProvince").get("success").asBoolean())
                    .count();
            assertThat(refused).isBetween(5L, 7L);
        }
    }

    @Test
    void onlyPostsToPathsThatExistAreAnswered() {
        var get = new Question("GET", "/api/area/getProvince", Map.of("token", client.token), Map.of(), new byte[0]);
        assertThat(client.service.handler().handle(get).status()).isEqualTo(405);
        assertThat(VopClient.code(client.call("order/noSuchThing"))).isEqualTo("3025");
    }
}
