package io.sampan.outside.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinksTest {
    static final int OWN_CASES = 500;

    static Stream<JsonNode> given() throws IOException {
        return cases("marketplace-vectors.json");
    }

    /** Our own, by families of forms and of tricks. */
    static Stream<JsonNode> own() throws IOException {
        return cases("link-cases.json");
    }

    private static Stream<JsonNode> cases(String name) throws IOException {
        try (var file = LinksTest.class.getResourceAsStream("/cases/" + name)) {
            return JsonMapper.builder().build().readTree(file).path("url_cases").valueStream().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource({"given", "own"})
    void readsEveryCase(JsonNode one) {
        var expected = new HashMap<String, String>();
        one.path("expect").forEachEntry((name, value) -> expected.put(name, value.asString()));
        if (one.has("canonical")) {
            expected.put("canonical", one.path("canonical").asString());
        }
        var said = new HashMap<>(said(Links.read(one.path("input").asString())));
        if (!one.has("canonical")) {
            said.remove("canonical");
        }
        assertThat(said).as(one.path("family").asString()).isEqualTo(expected);
    }

    /** What we read, in the words of the cases. */
    private static Map<String, String> said(Recognised read) {
        return switch (read) {
            case Recognised.Item item -> item(item.site(), item.item().itemId(), item.via(), item.canonical());
            case Recognised.OtherMarketplace other ->
                item(other.site(), other.itemId(), other.via(), other.canonical());
            case Recognised.Short link ->
                Map.of(
                        "kind",
                        "short",
                        "marketplace",
                        link.site(),
                        "url",
                        link.link().toString());
            case Recognised.ShareToken token ->
                Map.of("kind", "taokouling", "marketplace", "taobao", "token", token.token());
            case Recognised.Nothing nothing -> Map.of();
        };
    }

    private static Map<String, String> item(String site, String id, String via, URI canonical) {
        var said = new HashMap<>(
                Map.of("kind", "item", "marketplace", site, "itemId", id, "canonical", canonical.toString()));
        if (!via.isEmpty()) {
            said.put("via", via);
        }
        return said;
    }

    @Test
    void ourOwnCasesAreManyAndNoTwoAreTheSame() throws IOException {
        var inputs = own().map(one -> one.path("input").asString()).toList();
        assertThat(inputs).hasSizeGreaterThanOrEqualTo(OWN_CASES).doesNotHaveDuplicates();
        assertThat(inputs)
                .doesNotContainAnyElementsOf(
                        given().map(one -> one.path("input").asString()).toList());
        Set<String> families = new HashSet<>();
        own().forEach(one -> families.add(one.path("family").asString()));
        assertThat(families).hasSizeGreaterThanOrEqualTo(20).doesNotContain("");
    }

    @Test
    void tmallIsBoughtThroughTheSameConnectorAsTaobao() {
        assertThat(Links.read("https://detail.tmall.com/item.htm?id=881280651752"))
                .isEqualTo(new Recognised.Item(
                        new ItemRef(MarketplaceId.TAOBAO, "881280651752"),
                        "tmall",
                        URI.create("https://detail.tmall.com/item.htm?id=881280651752"),
                        "",
                        ""));
    }

    @Test
    void remembersWhatTheShareTextCallsTheGoods() {
        assertThat(Links.read("【淘宝】7天无理由退货 https://e.tb.cn/h.71ENK0ASa7KFQQ2?tk=GeUTfHxQGTk CZ321 「乐鑫开发板」\n点击链接直接打开")
                        .title())
                .isEqualTo("乐鑫开发板");
        assertThat(Links.read("【夏季新款连衣裙】https://m.tb.cn/h.3CQMfe6?sm=868ade 点击链接")
                        .title())
                .isEqualTo("夏季新款连衣裙");
        assertThat(Links.read("【京东】https://3.cn/27-459X6").title()).isEmpty();
        assertThat(Links.read("「" + "长".repeat(500) + "」").title()).hasSize(200);
        assertThat(Links.read("「" + "🧣".repeat(500) + "」").title()).isEqualTo("🧣".repeat(200));
    }

    @Test
    void whatIsNothingStillSaysWhichLinkItWas() {
        assertThat(Links.read("看看「杯子」 https://nobody.test/x。"))
                .isEqualTo(new Recognised.Nothing("https://nobody.test/x", "杯子"));
        assertThat(Links.read("蓝色 茶壶")).isEqualTo(new Recognised.Nothing("", ""));
    }

    @Test
    void takesNoItemWhoseIdWasCutAtTheEndOfWhatIsRead() {
        var link = "https://item.taobao.com/item.htm?id=764857479703";
        var longest = "看".repeat(4000 - link.length()) + link;
        assertThat(Links.read(longest)).isInstanceOf(Recognised.Item.class);
        assertThat(Links.read("看" + longest)).isInstanceOf(Recognised.Nothing.class);
        assertThat(Links.read(longest + "9")).isInstanceOf(Recognised.Nothing.class);
    }

    @Test
    void readsAnEndlessTextInNoTime() {
        for (var endless : new String[] {
            "https://a.b?" + "a=1&".repeat(100_000),
            "连".repeat(400_000),
            "a.".repeat(200_000),
            "【".repeat(400_000),
            "https://a.b/" + "连a=".repeat(100_000),
            "￥a".repeat(200_000)
        }) {
            assertThat(Links.read(endless)).isInstanceOf(Recognised.Nothing.class);
        }
    }
}
