package io.sampan.outside.links;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sampan.outside.marketplace.TestMarketplaces;
import io.sampan.outside.wire.WireOfATest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortLinksTest {
    static final Map<String, String> REDIRECTS = Map.ofEntries(
            entry("/e.tb.cn/h.item", "https://item.taobao.com/item.htm?id=764857479703&ut_sk=x"),
            entry("/e.tb.cn/h.twice", "https://m.tb.cn/h.item"),
            entry("/m.tb.cn/h.item", "https://detail.tmall.com/item.htm?id=881280651752"),
            entry("/e.tb.cn/h.near", "//m.tb.cn/h.item"),
            entry("/e.tb.cn/h.here", "/h.item"),
            entry("/e.tb.cn/h.round", "https://m.tb.cn/h.round"),
            entry("/m.tb.cn/h.round", "https://e.tb.cn/h.round"));

    static final Map<String, String> PAGES = Map.of(
            "/m.tb.cn/h.page",
            "<script>var url = 'https://item.taobao.com/item.htm?id=555111222333&x=1';</script>",
            "/m.tb.cn/h.script",
            "{\"target\":\"https:\\/\\/detail.tmall.com\\/item.htm?spm=a\\u0026id=881280651752\"}",
            "/m.tb.cn/h.list",
            "https://item.taobao.com/item.htm?id=555111222333 https://item.taobao.com/item.htm?id=555111222334",
            "/mobile.yangkeduo.com/goods2.html?ps=eyPVs6rclm",
            "<a href=\"https://mobile.yangkeduo.com/goods.html?goods_id=123456789012&amp;x=1\">");

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile String target = "";
    HttpServer gate;

    @BeforeEach
    void start() throws IOException {
        gate = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gate.createContext("/", exchange -> {
            var path = exchange.getRequestURI().toString();
            asked.add(path);
            try (exchange) {
                var away = REDIRECTS.getOrDefault(path, target);
                if (!PAGES.containsKey(path) && !away.isEmpty()) {
                    exchange.getResponseHeaders().add("Location", away);
                    exchange.sendResponseHeaders(302, -1);
                } else {
                    var page = PAGES.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
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
        var settings = new LinksSettings(
                follow,
                URI.create("http://127.0.0.1:" + gate.getAddress().getPort()),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3));
        return links(new ShortLinks(settings, WireOfATest.plain(Clock.systemUTC()), new Lookup()));
    }

    private static Links links(ShortLinks shortLinks) {
        return new Links(shortLinks, new ShareTokens(TestMarketplaces.of()));
    }

    static String id(Recognised read) {
        return ((Recognised.Item) read).item().itemId();
    }

    @Test
    void followsARedirectToTheItem() {
        assertThat(id(links(true).recognise("看 https://e.tb.cn/h.item CZ321"))).isEqualTo("764857479703");
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
    void readsLinksThatAScriptEscaped() {
        assertThat(id(links(true).recognise("https://m.tb.cn/h.script"))).isEqualTo("881280651752");
    }

    @Test
    void asksWithTheQueryWhereTheNameStandsInIt() {
        assertThat(id(links(true).recognise("https://mobile.yangkeduo.com/goods2.html?ps=eyPVs6rclm")))
                .isEqualTo("123456789012");
    }

    @Test
    void followsARedirectThatLeavesOutWhatStays() {
        assertThat(id(links(true).recognise("https://e.tb.cn/h.near"))).isEqualTo("881280651752");
        assertThat(id(links(true).recognise("https://e.tb.cn/h.here"))).isEqualTo("764857479703");
    }

    @Test
    void takesNothingFromAPageOfSeveralItems() {
        assertThat(links(true).recognise("https://m.tb.cn/h.list")).isInstanceOf(Recognised.Short.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/item.htm?id=764857479703",
                "https://e.tb.cn.evil.test/h.item",
                "https://e.tb.cn@169.254.169.254/h.item",
                "https://e.tb.cn:8443/h.item",
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1/h.item",
                "http://localhost/h.item",
                "http://2130706433/h.item",
                "http://0x7f000001/h.item",
                "http://0177.0.0.1/h.item",
                "http://127.1/h.item",
                "http://[::1]/h.item",
                "http://[::ffff:10.0.0.1]/h.item",
                "http://[fd00::1]/h.item",
                "http://10.0.0.1.nip.io/h.item",
                "file:///etc/passwd",
                "gopher://127.0.0.1:25/x",
                "javascript:alert(1)",
                "\\\\e.tb.cn\\h.item",
            })
    void goesNowhereThatIsNotListed(String where) {
        target = where;
        assertThat(links(true).recognise("https://e.tb.cn/h.away")).isInstanceOf(Recognised.Short.class);
        assertThat(asked).containsExactly("/e.tb.cn/h.away");
    }

    @Test
    void asksNoHostThatSomebodyPointedIntoAPrivateNetwork() {
        var wire = WireOfATest.plain(Clock.systemUTC());
        var settings = new LinksSettings(true, null, Duration.ofSeconds(1), Duration.ofSeconds(1));
        for (var address : List.of("10.1.2.3", "169.254.169.254", "fd12::1", "::ffff:127.0.0.1")) {
            var links = links(new ShortLinks(settings, wire, new Lookup() {
                @Override
                InetAddress[] addresses(String host) throws UnknownHostException {
                    return new InetAddress[] {InetAddress.getByName("203.119.128.1"), InetAddress.getByName(address)};
                }
            }));
            assertThat(links.recognise("https://e.tb.cn/h.item")).isInstanceOf(Recognised.Short.class);
        }
        assertThat(wire.health("short-links").calls()).isZero();
    }

    @Test
    void waitsOnlySoLongForAllStepsTogether() {
        var settings = new LinksSettings(
                true,
                URI.create("http://127.0.0.1:" + gate.getAddress().getPort()),
                Duration.ofSeconds(1),
                Duration.ZERO);
        var links = links(new ShortLinks(settings, WireOfATest.plain(Clock.systemUTC()), new Lookup()));
        assertThat(links.recognise("https://e.tb.cn/h.item")).isInstanceOf(Recognised.Short.class);
        assertThat(asked).isEmpty();
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
