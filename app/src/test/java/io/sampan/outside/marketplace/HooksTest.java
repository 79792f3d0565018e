package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.Application;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.SortedSignature;
import io.sampan.outside.wire.SortedSignature.Hash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.test.context.ActiveProfiles;

/** Pushes as they come over the network, through the app's own security. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sampan.ali1688.app-key=1000000",
            "sampan.ali1688.app-secret=test123",
            "sampan.ali1688.gateway=http://127.0.0.1:9/openapi",
            "sampan.taobao-global.app-key=123456",
            "sampan.taobao-global.app-secret=helloworld",
            "sampan.taobao-global.gateway=http://127.0.0.1:9/rest",
        })
@ActiveProfiles("test")
@Import(HooksTest.Ears.class)
@Tag("slow")
class HooksTest {
    static class Ear {
        final List<MarketplaceNews> heard = new CopyOnWriteArrayList<>();

        List<MarketplaceNews> heard() {
            return heard;
        }

        @ApplicationModuleListener
        void on(MarketplaceNews news) {
            heard.add(news);
        }
    }

    @TestConfiguration
    static class Ears {
        @Bean
        Ear ear() {
            return new Ear();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Ear ear;

    @Autowired
    Marketplaces marketplaces;

    final HttpClient http = HttpClient.newHttpClient();

    static String recorded(String file) throws IOException {
        return Files.readString(Path.of("../docs/sources", file + ".reply.json"));
    }

    int push(String path, String type, String body, String signature) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .header("Authorization", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    List<MarketplaceNews> heardOf(String key) throws InterruptedException {
        for (int i = 0;
                i < 1_000 && ear.heard().stream().noneMatch(news -> news.key().equals(key));
                i++) {
            Thread.sleep(50);
        }
        return ear.heard().stream().filter(news -> news.key().equals(key)).toList();
    }

    @Test
    void marketplacesAreSetUpByTheirKeysAndOthersKnownWithoutBeingAbleToDoAnything() {
        assertThat(marketplaces.all()).hasSize(3);
        assertThat(marketplaces.health())
                .hasSameSizeAs(MarketplaceId.values())
                .allSatisfy(health -> assertThat(health.configured())
                        .isEqualTo(!health.capabilities().isEmpty())
                        .isEqualTo(List.of(MarketplaceId.ALI1688, MarketplaceId.TAOBAO, MarketplaceId.ELSEWHERE)
                                .contains(health.marketplace())));
        assertThat(marketplaces.at(MarketplaceId.ALI1688).capabilities()).contains(Capability.PUSH);
    }

    @Test
    void hears1688OnceAndOnlyWhenItSigned() throws Exception {
        var message = recorded("1688/push-order").replace("3651754500830705038", "1688001");
        var signature = SortedSignature.ALI_1688.of("test123", "", Map.of("message", message));
        var form = Call.encoded(Map.of("message", message, "_aop_signature", signature));
        var forged =
                Call.encoded(Map.of("message", message.replace("1688001", "1688002"), "_aop_signature", signature));
        var type = "application/x-www-form-urlencoded";
        assertThat(push("/hooks/1688", type, forged, "")).isEqualTo(403);
        assertThat(push("/hooks/1688", type, form, "")).isEqualTo(200);
        assertThat(push("/hooks/1688", type, form, "")).isEqualTo(200);
        assertThat(heardOf("1688001")).hasSize(1);
        assertThat(ear.heard()).noneMatch(news -> news.key().equals("1688002"));
    }

    @Test
    void hearsTaobaoGlobalOnceAndOnlyWhenItSigned() throws Exception {
        var body = recorded("taobaoglobal/push-status").strip();
        var signature = Hash.HMAC_SHA256.hex("helloworld", "123456" + body);
        assertThat(push("/hooks/taobao-global", "application/json", body + " ", signature))
                .isEqualTo(403);
        assertThat(push("/hooks/taobao-global", "application/json", body, signature))
                .isEqualTo(200);
        assertThat(push("/hooks/taobao-global", "application/json", body, signature))
                .isEqualTo(200);
        assertThat(heardOf("200078283966")).hasSize(1);
    }
}
