package io.sampan.outside.marketplace.taobaoglobal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.MarketplaceNews.Subject;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.wire.Flood;
import io.sampan.outside.wire.SortedSignature.Hash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaobaoHookTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);

    final Stall stall = new Stall(CLOCK);
    final TaobaoHook hook = new TaobaoHook(
            new TaobaoSettings(
                    URI.create("http://127.0.0.1:9/rest"),
                    "123456",
                    "helloworld",
                    "",
                    "",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Set.of("en"),
                    "TAOBAO",
                    "PANAMA_DG",
                    Set.of("ONLINE"),
                    Set.of("OFFLINE"),
                    Set.of()),
            stall.marketplaces,
            CLOCK);

    static byte[] recorded(String name) throws IOException {
        return Files.readAllBytes(Path.of("../docs/sources/taobaoglobal", name + ".reply.json"));
    }

    static String signed(byte[] body) {
        return Hash.HMAC_SHA256.hex("helloworld", "123456" + new String(body, StandardCharsets.UTF_8));
    }

    int push(byte[] body, String signature) throws IOException {
        return hook.heard(signature, new ByteArrayInputStream(body))
                .getStatusCode()
                .value();
    }

    @Test
    void readsNoMoreThanAMessagesLengthOfWhatAnybodySends() throws IOException {
        assertThat(hook.heard("", new Flood(1 << 18)).getStatusCode().value()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "push-status, ORDER, 200078283966",
        "push-refund, ORDER, 200078283966",
        "push-price, ITEM, 731040994692",
    })
    void publishesWhatIsSignedRightlyOnce(String name, Subject subject, String key) throws IOException {
        var body = recorded(name);
        assertThat(push(body, signed(body))).isEqualTo(200);
        assertThat(push(body, signed(body))).isEqualTo(200);
        assertThat(stall.published).hasSize(1);
        assertThat((MarketplaceNews) stall.published.getFirst()).satisfies(news -> {
            assertThat(news.subject()).isEqualTo(subject);
            assertThat(news.key()).isEqualTo(key);
        });
    }

    @Test
    void publishesNothingThatIsForged() throws IOException {
        var body = recorded("push-status");
        var signature = signed(body);
        var changed = body.clone();
        changed[changed.length - 2] ^= 1;
        assertThat(push(changed, signature)).isEqualTo(403);
        assertThat(push(body, "")).isEqualTo(403);
        assertThat(push(body, signature.toUpperCase(Locale.ROOT))).isEqualTo(403);
        assertThat(stall.published).isEmpty();
        assertThat(stall.remembered()).isZero();
    }
}
