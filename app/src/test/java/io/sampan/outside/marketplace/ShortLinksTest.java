package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sampan.outside.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShortLinksTest {
    static final Map<String, String> REDIRECTS = Map.of(
            "/e.tb.cn/h.item", "https://item.taobao.com/item.htm?id=764857479703&ut_sk=x",
            "/e.tb.cn/h.twice", "https://m.tb.cn/h.item",
            "/m.tb.cn/h.item", "https://detail.tmall.com/item.htm?id=881280651752",
            "/e.tb.cn/h.away", "https://evil.test/item.htm?id=764857479703",
            "/e.tb.cn/h.inside", "http://169.254.169.254/latest/meta-data",
            "/e.tb.cn/h.round", "https://m.tb.cn/h.round",
            "/m.tb.cn/h.round", "https://e.tb.cn/h.round");

    final List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer gate;

    @BeforeEach
    void start() throws IOException {
        gate = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gate.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            try (exchange) {
                if (REDIRECTS.containsKey(path)) {
                    exchange.getResponseHeaders().add("Location", REDIRECTS.get(path));
                    exchange.sendResponseHeaders(302, -1);
                } else {
                    var page = "<script>var url = 'https://item.taobao.com/item.htm?id=555111222333&x=1';</script>"
                            .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                }
            }
        });
        gate.start();
    }

    @AfterEach
    void stop() {
        gate.stop(0);
    }

    Links links(boolean follow) {
        var settings = new MarketplaceSettings(
                follow,
                URI.create("http://127.0.0.1:" + gate.getAddress().getPort()),
                Duration.ofSeconds(1),
                Duration.ofDays(7),
                Duration.ofHours(1),
                Duration.ofSeconds(1));
        return new Links(new ShortLinks(settings, Wire.plain(Clock.systemUTC())));
    }

    static String id(Recognised read) {
        return ((Recognised.Item) read).item().itemId();
    }

    @Test
    void followsARedirectToTheItem() {
        assertThat(id(links(true).recognise("看 https://e.tb.cn/h.item?tk=abc CZ321")))
                .isEqualTo("764857479703");
    }

    @Test
    void followsAShortLinkBehindAShortLink() {
        assertThat(id(links(true).recognise("https://e.tb.cn/h.twice"))).isEqualTo("881280651752");
        assertThat(asked).containsExactly("/e.tb.cn/h.twice", "/m.tb.cn/h.item");
    }

    @Test
    void readsTheItemFromThePage() {
        assertThat(id(links(true).recognise("https://m.tb.cn/h.page"))).isEqualTo("555111222333");
    }

    @Test
    void goesNowhereThatIsNotListed() {
        assertThat(links(true).recognise("https://e.tb.cn/h.away")).isInstanceOf(Recognised.Short.class);
        assertThat(links(true).recognise("https://e.tb.cn/h.inside")).isInstanceOf(Recognised.Short.class);
        assertThat(asked).containsExactly("/e.tb.cn/h.away", "/e.tb.cn/h.inside");
    }

    @Test
    void doesNotRunInCircles() {
        assertThat(links(true).recognise("https://e.tb.cn/h.round")).isInstanceOf(Recognised.Short.class);
        assertThat(asked).hasSize(4);
    }

    @Test
    void asksNobodyUnlessItMay() {
        assertThat(links(false).recognise("https://e.tb.cn/h.item")).isInstanceOf(Recognised.Short.class);
        assertThat(asked).isEmpty();
    }
}
