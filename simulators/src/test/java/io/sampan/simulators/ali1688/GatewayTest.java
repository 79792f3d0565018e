package io.sampan.simulators.ali1688;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GatewayTest {
    final Client1688 client = new Client1688();

    @AfterEach
    void close() {
        client.close();
    }

    static String code(Answer answer) {
        return Json.tree(answer.text()).get("error_code").asString();
    }

    @Test
    void checksSignatureThenApiThenTokenThenPermissionThenParameters() {
        String path = "/openapi/param2/1/com.alibaba.trade/no.such.api/" + client.settings.appKey();
        Answer unsigned = client.post(path, Map.of("a", "b"));
        assertThat(unsigned.status()).isEqualTo(400);
        assertThat(code(unsigned)).isEqualTo("gw.SignatureInvalid");
        Shapes.assertSame("1688", "error-signature", Json.tree(unsigned.text()));
        assertThat(code(client.answer("com.alibaba.trade", "no.such.api", "access_token", "wrong")))
                .isEqualTo("gw.APIUnsupported");
        assertThat(code(client.answer("com.alibaba.trade", "alibaba.trade.get.buyerView", "access_token", "wrong")))
                .isEqualTo("401");
        assertThat(code(client.answer("com.alibaba.trade", "alibaba.trade.get.buyerView")))
                .isEqualTo("gw.ParamMissing");
        assertThat(code(client.answer(
                        "com.alibaba.fenxiao.crossborder",
                        "product.search.queryProductDetail",
                        "offerDetailParam",
                        "{")))
                .isEqualTo("gw.ParamMissing");
    }

    @Test
    void declinesWhatTheAppHasNoPermissionFor() {
        Ali1688Settings s = Ali1688Settings.usual();
        try (var denied = new Client1688(new Ali1688Settings(
                s.appKey(),
                s.appSecret(),
                s.code(),
                s.refreshToken(),
                s.tokenLife(),
                200,
                1_000,
                true,
                Set.of("alibaba.trade.get.buyerView")))) {
            assertThat(code(denied.answer("com.alibaba.trade", "alibaba.trade.get.buyerView")))
                    .isEqualTo("gw.APIACLDecline");
        }
    }

    @Test
    void tokensExpireAfterTenHoursAndARefreshBringsNoNewRefreshToken() {
        JsonNode first = client.token(Map.of("grant_type", "authorization_code", "code", client.settings.code()));
        Shapes.assertSame("1688", "token", first);
        assertThat(first.get("expires_in").asString()).isEqualTo("36000");
        JsonNode again =
                client.token(Map.of("grant_type", "refresh_token", "refresh_token", client.settings.refreshToken()));
        Shapes.assertSame("1688", "token-refresh", again);
        client.kernel.clock().advance(Duration.ofHours(11));
        Answer late = client.answer("com.alibaba.trade", "alibaba.trade.getBuyerOrderList");
        assertThat(code(late)).isEqualTo("401");
        Shapes.assertSame("1688", "error-token", Json.tree(late.text()));
    }

    @Test
    void callingTooOftenIsRefusedUntilSomeTimeHasPassed() {
        client.kernel.faults().arm(Fault.once("1688", "getBuyerOrderList", FaultKind.FLOW_CONTROL));
        Answer refused = client.answer("com.alibaba.trade", "alibaba.trade.getBuyerOrderList");
        assertThat(code(refused)).isEqualTo("gw.QosAppFrequencyLimit");
        assertThat(client.answer("com.alibaba.trade", "alibaba.trade.getBuyerOrderList")
                        .status())
                .isEqualTo(200);
        Ali1688Settings s = Ali1688Settings.usual();
        try (var slow = new Client1688(new Ali1688Settings(
                s.appKey(), s.appSecret(), s.code(), s.refreshToken(), s.tokenLife(), 1, 3, true, Set.of()))) {
            long limited = java.util.stream.IntStream.range(0, 10)
                    .filter(i -> slow.answer("com.alibaba.trade", "alibaba.trade.getBuyerOrderList")
                                    .status()
                            == 400)
                    .count();
            assertThat(limited).isBetween(5L, 8L);
        }
    }
}
