package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinksTest {
    static Stream<JsonNode> recorded() throws IOException {
        try (var file = LinksTest.class.getResourceAsStream("/cases/marketplace-vectors.json")) {
            return JsonMapper.builder().build().readTree(file).path("url_cases").valueStream().toList().stream();
        }
    }

    /** What we read, in the words of the recorded cases. */
    static Map<String, String> said(String text) {
        var item = PastedLink.firstIn(text).flatMap(PastedLink::of).flatMap(Links::item);
        if (item.isPresent()) {
            var found = item.get();
            return found.via().isEmpty()
                    ? Map.of("kind", "item", "marketplace", found.site(), "itemId", found.itemId())
                    : Map.of("kind", "item", "marketplace", found.site(), "itemId", found.itemId(), "via", found.via());
        }
        return switch (Links.read(text)) {
            case Recognised.Short link ->
                Map.of(
                        "kind",
                        "short",
                        "marketplace",
                        link.marketplace(),
                        "url",
                        link.link().toString());
            case Recognised.ShareToken token ->
                Map.of("kind", "taokouling", "marketplace", "taobao", "token", token.token());
            case Recognised.Nothing nothing -> Map.of();
            case Recognised.Item known -> throw new AssertionError(known);
            case Recognised.OtherMarketplace other -> throw new AssertionError(other);
        };
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void readsEveryRecordedCase(JsonNode recorded) {
        var expected = new HashMap<String, String>();
        recorded.path("expect").forEachEntry((name, value) -> expected.put(name, value.asString()));
        var text = recorded.path("input").asString();
        assertThat(said(text)).isEqualTo(expected);
        if (recorded.has("canonical")) {
            assertThat(canonical(Links.read(text)))
                    .isEqualTo(URI.create(recorded.path("canonical").asString()));
        }
    }

    private static URI canonical(Recognised read) {
        return switch (read) {
            case Recognised.Item known -> known.canonical();
            case Recognised.OtherMarketplace other -> other.canonical();
            case Recognised.Short link -> link.link();
            case Recognised.ShareToken token -> throw new AssertionError(token);
            case Recognised.Nothing nothing -> throw new AssertionError(nothing);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "https://m.1688.com/offer/554456348334.html, 1688, 554456348334",
        "https://detail.m.tmall.com/item.htm?id=881280651752, tmall, 881280651752",
        "https://world.tmall.com/item/881280651752.htm, tmall, 881280651752",
        "https://item.jd.com/100012043978.html, jd, 100012043978",
        "https://item.m.jd.com/ware/view.action?wareId=100012043978, jd, 100012043978",
        "https://npcitem.jd.hk/100012043978.html, jd, 100012043978",
        "https://item.yiyaojd.com/100012043978.html, jd, 100012043978",
        "https://mobile.yangkeduo.com/goods2.html?goods_id=123456789012, pinduoduo, 123456789012",
        "https://weidian.com/item.html?ItemId=4480454092, weidian, 4480454092",
        "HTTPS://ITEM.TAOBAO.COM:443/item.htm?id=764857479703, taobao, 764857479703",
        "http://item.taobao.com:80/item.htm?id=764857479703, taobao, 764857479703",
        "https://acbuy.com/product?id=554456348334&source=AL, 1688, 554456348334",
        "https://www.superbuy.com/en/page/buy?platform=WD&id=4480454092, weidian, 4480454092",
        "https://www.cssbuy.com/item-1688-554456348334.html, 1688, 554456348334",
        "https://www.cssbuy.com/item-764857479703.html, taobao, 764857479703",
        "https://litbuy.com/product/weidian/4480454092, weidian, 4480454092",
        "https://hoobuy.com/product/1/764857479703, taobao, 764857479703",
        "https://www.ootdbuy.com/goods/details?id=554456348334&channel=1688, 1688, 554456348334",
    })
    void readsTheOtherKnownForms(String link, String site, String id) {
        assertThat(said("看看这个 " + link + " 不错"))
                .containsEntry("marketplace", site)
                .containsEntry("itemId", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://item.taobao.com.evil.test/item.htm?id=764857479703",
                "https://evil.test/item.taobao.com/item.htm?id=764857479703",
                "https://item.taobao.com@evil.test/item.htm?id=764857479703",
                "https://user:pass@item.taobao.com/item.htm?id=764857479703",
                "https://item.taobao.com\\@evil.test/item.htm?id=764857479703",
                "https://item.taobao.com:8443/item.htm?id=764857479703",
                "https://item.taobao.com:/item.htm?id=764857479703",
                "https://item.taobao.com./item.htm?id=764857479703",
                "https://item.tаobao.com/item.htm?id=764857479703",
                "https://item.taobao.com/item.htm?id=1234",
                "https://item.taobao.com/item.htm?id=123456789012345678901",
                "https://item.taobao.com/item.htm?id=１２３４５６７",
                "https://item.taobao.com/item.htm?id=764857479703%00",
                "https://item.taobao.com/item.htm?id=%zz",
                "https://detail.1688.com/offer/../554456348334.html",
                "https://www.superbuy.com/en/page/buy/?url=https%3A%2F%2Fevil.test%2Fitem.htm%3Fid%3D764857479703",
                "https://www.superbuy.com/en/page/buy/?url=http%3A%2F%2F169.254.169.254%2F",
                "https://www.superbuy.com/en/page/buy/?url=javascript%3Aalert(1)",
                "https://superbuy.com.evil.test/en/page/buy/?url=https%3A%2F%2Fitem.taobao.com%2Fitem.htm%3Fid%3D764857479703",
                "https://usfans.com/product/1/764857479703",
                "https://hoobuy.com/product/3/764857479703",
                "https://cnfans.com/product?id=764857479703&shop_type=ebay",
                "file:///etc/passwd",
                "ftp://item.taobao.com/item.htm?id=764857479703",
                "https://",
                "连衣裙 夏季 ¥99",
                "",
            })
    void takesNothingFromWhatOnlyLooksLikeALink(String text) {
        assertThat(Links.read(text)).isEqualTo(new Recognised.Nothing());
    }

    @Test
    void anAgentsLinkWithinAnAgentsLinkIsNotOpenedTwice() {
        var inner =
                "https%3A%2F%2Fwww.kakobuy.com%2Fitem%2Fdetails%3Furl%3Dhttps%253A%252F%252Fitem.taobao.com%252Fitem.htm%253Fid%253D764857479703";
        assertThat(Links.read("https://www.superbuy.com/en/page/buy/?url=" + inner))
                .isEqualTo(new Recognised.Nothing());
    }

    @Test
    void tmallIsBoughtThroughTheSameConnectorAsTaobao() {
        assertThat(Links.read("https://detail.tmall.com/item.htm?id=881280651752"))
                .isEqualTo(new Recognised.Item(
                        new ItemRef(MarketplaceId.TAOBAO, "881280651752"),
                        URI.create("https://detail.tmall.com/item.htm?id=881280651752")));
    }

    @Test
    void aTokenBesideALinkOfNobodyStillCounts() {
        assertThat(Links.read("https://nobody.test/x ￥3fgHJk89abc￥"))
                .isEqualTo(new Recognised.ShareToken("3fgHJk89abc"));
    }

    @Test
    void readsAnEndlessTextInNoTime() {
        assertThat(Links.read("https://a?" + "a=1&".repeat(100_000))).isEqualTo(new Recognised.Nothing());
    }
}
