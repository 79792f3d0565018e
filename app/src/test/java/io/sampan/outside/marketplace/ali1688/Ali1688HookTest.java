package io.sampan.outside.marketplace.ali1688;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.MarketplaceNews.Subject;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.wire.SortedSignature;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ali1688HookTest {
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final Stall stall = new Stall(CLOCK);
    final Ali1688Hook hook = new Ali1688Hook(
            new Ali1688Settings(
                    URI.create("http://127.0.0.1:9/openapi"),
                    "1000000",
                    "test123",
                    "",
                    "",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Set.of("en"),
                    "general",
                    "cross_daigou"),
            stall.marketplaces,
            CLOCK);

    static String recorded(String name) throws IOException {
        return Files.readString(Path.of("../docs/sources/1688", name + ".reply.json"));
    }

    static String signed(String message) {
        return SortedSignature.ALI_1688.of("test123", "", Map.of("message", message));
    }

    @ParameterizedTest
    @CsvSource({
        "push-order, ORDER, 3651754500830705038",
        "push-trace, LOGISTICS, 3651754500830705038",
        "push-product, ITEM, 620201390233",
        "push-expire, ITEM, 620201390233",
    })
    void publishesWhatIsSignedRightly(String name, Subject subject, String key) throws IOException {
        var message = recorded(name);
        assertThat(hook.heard(message, signed(message)).getStatusCode().value()).isEqualTo(200);
        assertThat(stall.published)
                .containsExactly(
                        new MarketplaceNews(MarketplaceId.ALI1688, Ali1688.SOURCE, subject, key, "68891027001", NOW));
    }

    @Test
    void publishesAMessageThatComesTwiceOnce() throws IOException {
        var message = recorded("push-order");
        hook.heard(message, signed(message));
        assertThat(hook.heard(message, signed(message)).getStatusCode().value()).isEqualTo(200);
        assertThat(stall.published).hasSize(1);
    }

    @Test
    void publishesNothingThatIsForged() throws IOException {
        var message = recorded("push-order");
        var signature = signed(message);
        var changed = message.replace("3651754500830705038", "3651754500830705039");
        assertThat(hook.heard(changed, signature).getStatusCode().value()).isEqualTo(403);
        assertThat(hook.heard(message, "").getStatusCode().value()).isEqualTo(403);
        assertThat(hook.heard(message, signature.toLowerCase(Locale.ROOT))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(stall.published).isEmpty();
        assertThat(stall.remembered()).isZero();
    }

    @Test
    void answersKindlyToWhatItDoesNotKnow() {
        var message = "{\"msgId\":\"1\",\"type\":\"SOMETHING_NEW\",\"data\":{}}";
        assertThat(hook.heard(message, signed(message)).getStatusCode().value()).isEqualTo(200);
        for (var nonsense : List.of(
                "no json",
                "null",
                "{\"msgId\":\"1\\u0000\",\"type\":\"ORDER_PAY\",\"data\":{\"orderId\":1}}",
                "{\"msgId\":\"1\",\"type\":\"ORDER_PAY\",\"data\":{\"orderId\":\"1\\u0000\"}}")) {
            assertThat(hook.heard(nonsense, signed(nonsense)).getStatusCode().value())
                    .isEqualTo(200);
        }
        assertThat(stall.published).isEmpty();
    }
}
