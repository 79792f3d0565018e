package io.sampan.simulators.tbk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.TopClient;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

class TbkTest {
    static final String OLD = "taobao.tbk.dg.material.optional";
    static final String UPGRADED = "taobao.tbk.dg.material.optional.upgrade";
    static final String INFO = "taobao.tbk.item.info.get";
    static final String INFO_UPGRADED = "taobao.tbk.item.info.upgrade.get";
    static final String CONVERT = "taobao.tbk.sc.tpwd.convert";

    @TempDir
    Path data;

    final TbkSettings settings = TbkSettings.usual();
    World world;
    Kernel kernel;
    Tbk service;
    TopClient client;

    TbkTest() {
        open(settings, null);
    }

    void open(TbkSettings of, @Nullable Path folder) {
        kernel = Kernel.over(folder);
        world = new World(1, 3_000, kernel.books(), kernel.clock());
        service = new Tbk(kernel, world, 1, of);
        client = new TopClient(of.top(), service.handler(), kernel.clock());
        service.opened(Map.of("world", URI.create("http://127.0.0.1:1")));
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    Object[] search(Object... more) {
        Object[] fields = java.util.Arrays.copyOf(more, more.length + 2);
        fields[more.length] = "adzone_id";
        fields[more.length + 1] = settings.pid().adzone();
        return fields;
    }

    Promotion promotion(Listing listing) {
        return Promotion.of(
                world.offer(listing), 1, settings.frequencies(), kernel.clock().now());
    }

    Promotion promotion(Predicate<Promotion> fits) {
        return world.listings(Marketplace.TAOBAO).stream()
                .map(this::promotion)
                .filter(p -> p.offer().status() == Offer.Status.ON)
                .filter(fits)
                .findFirst()
                .orElseThrow();
    }

    JsonNode info(Listing listing) {
        return client.call(INFO, "num_iids", listing.id()).at("/results/n_tbk_item/0");
    }

    static List<JsonNode> rows(JsonNode found) {
        return StreamSupport.stream(found.at("/result_list/map_data").spliterator(), false)
                .toList();
    }

    @Test
    void theOldSearchIsFlatWithNumbersForIds() {
        Shapes.assertSame(
                "tbk",
                "search",
                only(
                        client.whole(OLD, search("q", "连衣裙", "has_coupon", "true", "page_size", 100)),
                        "/tbk_dg_material_optional_response/result_list/map_data",
                        row -> !row.has("presale_deposit")));
        JsonNode first = client.call(OLD, search("q", "连衣裙")).at("/result_list/map_data/0");
        assertThat(first.get("item_id").isNumber()).isTrue();
        assertThat(world.listing(Marketplace.TAOBAO, first.get("item_id").asLong()))
                .isPresent();
        assertThat(first.get("zk_final_price").isString()).isTrue();
        assertThat(first.has("skus")).isFalse();
    }

    @Test
    void theUpgradedSearchIsNestedWithOpaqueIds() {
        Shapes.assertSame(
                "tbk",
                "search-upgrade",
                only(
                        client.whole(UPGRADED, search("q", "连衣裙", "has_coupon", "true", "page_size", 100)),
                        "/tbk_dg_material_optional_upgrade_response/result_list/map_data",
                        row -> !row.has("presale_info")
                                && row.at("/price_promotion_info").has("final_promotion_path_list")));
        JsonNode first = client.call(UPGRADED, search("q", "连衣裙")).at("/result_list/map_data/0");
        String id = first.get("item_id").asString();
        assertThat(id).matches("\\w{20}-\\w{20}");
        kernel.clock().advance(Duration.ofDays(1));
        String tomorrow = client.call(UPGRADED, search("q", "连衣裙"))
                .at("/result_list/map_data/0/item_id")
                .asString();
        assertThat(tomorrow).isNotEqualTo(id);
        JsonNode detail = client.call(INFO_UPGRADED, "item_id", id).at("/results/tbk_item_detail/0");
        assertThat(detail.get("input_item_iid").asString()).isEqualTo(id);
        assertThat(detail.at("/item_basic_info/title")).isEqualTo(first.at("/item_basic_info/title"));
    }

    @Test
    void filtersPagesAndSorts() {
        assertThat(client.refusal(OLD, search("q", "连衣裙", "page_size", 101))).isEqualTo("isv.invalid-parameter");
        assertThat(client.refusal(OLD, "q", "连衣裙")).isEqualTo("isv.missing-parameter");
        assertThat(client.refusal(OLD, "q", "连衣裙", "adzone_id", 1)).isEqualTo("isv.adzone-invalid");
        assertThat(client.refusal(OLD, search())).isEqualTo("isv.missing-parameter");
        assertThat(rows(client.call(OLD, search("q", "连衣裙", "is_tmall", "true"))))
                .isNotEmpty()
                .allMatch(row -> row.get("user_type").asInt() == 1);
        assertThat(rows(client.call(OLD, search("q", "连衣裙", "has_coupon", "true"))))
                .isNotEmpty()
                .allMatch(row -> row.has("coupon_amount"));
        List<Integer> sold = rows(client.call(OLD, search("q", "连衣裙", "sort", "total_sales_des"))).stream()
                .map(row -> row.get("volume").asInt())
                .toList();
        assertThat(sold).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        JsonNode nothing = client.whole(OLD, search("q", "qqqqqq", "start_price", 90_000_000));
        Shapes.assertSame("tbk", "search-nothing", nothing);
        assertThat(nothing.at("/error_response/sub_code").asString()).isEqualTo("50001");
    }

    @Test
    void itemsGoByFortyAndTheUnknownAreLeftOut() {
        List<Listing> some = world.listings(Marketplace.TAOBAO).stream()
                .filter(listing -> world.offer(listing).status() == Offer.Status.ON)
                .limit(41)
                .toList();
        String forty = some.stream().limit(39).map(l -> String.valueOf(l.id())).collect(Collectors.joining(","));
        JsonNode whole = client.whole(INFO, "num_iids", forty + ",1");
        assertThat(whole.at("/tbk_item_info_get_response/results/n_tbk_item")).hasSize(39);
        Shapes.assertSame(
                "tbk",
                "item",
                only(
                        whole,
                        "/tbk_item_info_get_response/results/n_tbk_item",
                        row -> !row.has("presale_deposit") && row.has("material_lib_type")));
        assertThat(client.refusal(INFO, "num_iids", forty + ",1,2")).isEqualTo("isv.invalid-parameter");
        String asked = String.valueOf(some.getFirst().id());
        JsonNode upgraded = client.whole(INFO_UPGRADED, "item_id", asked);
        JsonNode item = upgraded.at("/tbk_item_info_upgrade_get_response/results/tbk_item_detail/0");
        assertThat(item.get("input_item_iid").asString()).isEqualTo(asked);
        assertThat(item.get("item_id").asString()).contains("-");
        world.list(some.getFirst(), false);
        assertThat(info(some.getFirst()).isMissingNode()).isTrue();
    }

    @Test
    void anItemWithAUsableCouponAnswersAsRecorded() {
        Promotion usable = promotion(p -> p.presale() == null && p.coupon() != null && p.finalFen() < p.zkFen());
        Shapes.assertSame(
                "tbk",
                "item-upgrade",
                client.whole(INFO_UPGRADED, "item_id", usable.offer().listing().id()));
    }

    /** The same answer with only the first of a list's rows that fits: rows differ in what they leave out. */
    static JsonNode only(JsonNode whole, String list, Predicate<JsonNode> fits) {
        ArrayNode rows = (ArrayNode) whole.at(list);
        JsonNode first = rows.valueStream().filter(fits).findFirst().orElseThrow();
        rows.removeAll();
        rows.add(first);
        return whole;
    }

    @Test
    void anHonestPriceIsTheLowestThatTaobaoHasAndTheReserveIsTheTag() {
        Promotion honest = promotion(p -> p.decoy() == Decoy.NONE && p.reserveFen() > p.zkFen());
        JsonNode row = info(honest.offer().listing());
        assertThat(row.get("zk_final_price").asString())
                .isEqualTo(Fields.yuanText(honest.offer().lowestFen()));
        assertThat(row.get("reserve_price").asString())
                .isEqualTo(Fields.yuanText(honest.offer().skus().getFirst().listFen()));
        world.movePrice(honest.offer().listing(), 0, 2);
        assertThat(info(honest.offer().listing()).get("zk_final_price").asString())
                .isEqualTo(Fields.yuanText(world.offer(honest.offer().listing()).lowestFen()));
    }

    @Test
    void somePricesMisleadAndTheBooksKnowWhich() {
        Map<?, ?> state = (Map<?, ?>) service.state();
        List<?> decoys = (List<?>) state.get("decoys");
        int taobao = world.listings(Marketplace.TAOBAO).size();
        assertThat(decoys).hasSizeBetween(taobao / 50, taobao / 12);
        for (Object one : decoys) {
            Map<?, ?> decoy = (Map<?, ?>) one;
            long shown = (Long) decoy.get("shownFen");
            long real = (Long) decoy.get("realFen");
            assertThat(shown).isNotEqualTo(real);
        }
        Promotion bait = promotion(p -> p.decoy() == Decoy.BAIT && p.offer().lowestFen() > 2_000);
        assertThat(bait.zkFen()).isLessThanOrEqualTo(bait.offer().lowestFen() / 10);
        Promotion placeholder = promotion(p -> p.decoy() == Decoy.PLACEHOLDER);
        assertThat(info(placeholder.offer().listing()).get("zk_final_price").asString())
                .isEqualTo("99999.00");
        Promotion penny = promotion(p -> p.decoy() == Decoy.PENNY);
        assertThat(info(penny.offer().listing()).get("zk_final_price").asString())
                .isEqualTo("0.01");
    }

    @Test
    void goodsSoldAheadSayTheirDeposit() {
        Promotion ahead = promotion(p -> p.presale() != null && p.decoy() == Decoy.NONE);
        JsonNode row = info(ahead.offer().listing());
        assertThat(row.get("presale_deposit").asString())
                .isEqualTo(Fields.yuanText(ahead.presale().depositFen()));
        assertThat(row.get("presale_end_time").asLong())
                .isGreaterThan(row.get("presale_start_time").asLong());
        assertThat(row.get("presale_tail_start_time").asLong())
                .isGreaterThan(row.get("presale_end_time").asLong());
        Promotion plain = promotion(p -> p.presale() == null);
        assertThat(info(plain.offer().listing()).has("presale_deposit")).isFalse();
    }

    @Test
    void theFinalPriceIsTheDiscountedOneLessTheCouponWhereItCanBeUsed() {
        Promotion usable =
                promotion(p -> p.coupon() != null && p.zkFen() >= p.coupon().fromFen());
        JsonNode prices = prices(usable);
        assertThat(prices.get("final_promotion_price").asString())
                .isEqualTo(Fields.yuanText(usable.zkFen() - usable.coupon().offFen()));
        assertThat(prices.at("/final_promotion_path_list/final_promotion_path_map_data/0/promotion_fee")
                        .asString())
                .isEqualTo(Fields.yuanText(usable.coupon().offFen()));
        Promotion unusable =
                promotion(p -> p.coupon() != null && p.zkFen() < p.coupon().fromFen());
        assertThat(prices(unusable).get("final_promotion_price"))
                .isEqualTo(prices(unusable).get("zk_final_price"));
        assertThat(prices(unusable).has("final_promotion_path_list")).isFalse();
    }

    JsonNode prices(Promotion promotion) {
        return client.call(INFO_UPGRADED, "item_id", promotion.offer().listing().id())
                .at("/results/tbk_item_detail/0/price_promotion_info");
    }

    @Test
    void nothingCanBeBoughtHere() {
        client.signIn();
        JsonNode refused = client.whole("taobao.openmall.trade.create", "param_top_trade_create_d_o", Map.of());
        assertThat(refused.at("/error_response/sub_code").asString()).isEqualTo("isv.permission-api-package-limit");
    }

    Map<?, ?> shared(Listing listing) {
        return (Map<?, ?>) service.act("share", Map.of("itemId", String.valueOf(listing.id())));
    }

    JsonNode converted(String text) {
        return client.whole(
                CONVERT,
                "password_content",
                text,
                "adzone_id",
                settings.pid().adzone(),
                "site_id",
                settings.pid().site());
    }

    @Test
    void aShareTokenLeadsToItsItemUntilItEnds() {
        Listing listing = promotion(p -> true).offer().listing();
        String text = String.valueOf(shared(listing).get("tokenText"));
        assertThat(converted(text).at("/error_response/code").asInt()).isNotZero();
        client.signIn();
        JsonNode whole = converted(text);
        Shapes.assertSame("tbk", "tpwd-convert", whole);
        assertThat(whole.at("/tbk_sc_tpwd_convert_response/data/num_iid").asString())
                .isEqualTo(String.valueOf(listing.id()));
        assertThat(whole.at("/tbk_sc_tpwd_convert_response/data/url_type").asString())
                .isEqualTo("1");
        assertThat(converted("￥abcdefgh123￥").at("/error_response/sub_code").asString())
                .isEqualTo("isv.tpwd-invalid");
        assertThat(converted("no token at all").at("/error_response/sub_code").asString())
                .isEqualTo("isv.tpwd-invalid");
        kernel.clock().advance(settings.shareLife().plusMinutes(1));
        client.signIn();
        assertThat(converted(text).at("/error_response/sub_code").asString()).isEqualTo("isv.tpwd-invalid");
    }

    @Test
    void everyShareIsANewOne() {
        Listing listing = promotion(p -> true).offer().listing();
        var tokens = IntStream.range(0, 20)
                .mapToObj(i -> shared(listing).get("token"))
                .distinct();
        assertThat(tokens).hasSize(20).allMatch(token -> token.toString().matches("[0-9A-Za-z]{11}"));
    }

    @Test
    void aShopsTokenHasNoItem() {
        Map<?, ?> shared = (Map<?, ?>) service.act("share-shop", Map.of("shopId", "100000001"));
        client.signIn();
        JsonNode data = converted(String.valueOf(shared.get("tokenText"))).at("/tbk_sc_tpwd_convert_response/data");
        assertThat(data.get("url_type").asString()).isEqualTo("2");
        assertThat(data.has("num_iid")).isFalse();
    }

    @Test
    void tokensAndShortLinksAreMadeOfClickLinks() {
        JsonNode row = client.call(OLD, search("q", "连衣裙")).at("/result_list/map_data/0");
        String click = row.get("url").asString();
        JsonNode created = client.whole("taobao.tbk.tpwd.create", "url", click);
        Shapes.assertSame("tbk", "tpwd-create", created);
        client.signIn();
        JsonNode back = converted(
                created.at("/tbk_tpwd_create_response/data/password_simple").asString());
        assertThat(back.at("/tbk_sc_tpwd_convert_response/data/num_iid").asString())
                .isEqualTo(row.get("item_id").asString());
        assertThat(client.refusal("taobao.tbk.tpwd.create", "url", "https://example.test/"))
                .isEqualTo("isv.invalid-parameter:url");
        JsonNode spread = client.whole(
                "taobao.tbk.spread.get",
                "requests",
                Json.text(List.of(Map.of("url", click), Map.of("url", "https://example.test/"))));
        Shapes.assertSame("tbk", "spread", spread);
        JsonNode results = spread.at("/tbk_spread_get_response/results/tbk_spread");
        assertThat(results.get(0).get("err_msg").asString()).isEqualTo("OK");
        assertThat(results.get(1).get("err_msg").asString()).isNotEqualTo("OK");
        URI link = URI.create(results.get(0).get("content").asString());
        assertThat(get(link.getPath(), Map.of()).text())
                .contains("id=" + row.get("item_id").asString());
    }

    Answer get(String path, Map<String, String> query) {
        return service.handler().handle(new Question("GET", path, query, Map.of(), new byte[0]));
    }

    @Test
    void aShortLinkIsAPageThatAScriptLeavesAndAClickLinkARedirect() {
        Offer offer = promotion(p -> p.offer().listing().shop().tmall()).offer();
        URI link = URI.create(String.valueOf(shared(offer.listing()).get("shortLink")));
        Answer page = get(link.getPath(), Map.of("tk", "x"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("var url = 'https://detail.tmall.com/item.htm?id="
                        + offer.listing().id());
        assertThat(get("/" + link.getHost() + link.getPath(), Map.of()).text()).isEqualTo(page.text());
        assertThat(get("/h.nothingthere00", Map.of()).text()).contains("内容已失效");
        Answer click = get("/t", Map.of("e", new OpaqueIds(world, 1, kernel.clock()).own(offer.listing())));
        assertThat(click.status()).isEqualTo(302);
        assertThat(click.headers().get("Location"))
                .endsWith("id=" + offer.listing().id());
        assertThat(get("/t", Map.of("e", "nobody")).status()).isEqualTo(404);
    }

    @Test
    void shortLinksMayRedirectInstead() {
        close();
        open(
                new TbkSettings(
                        settings.top(), settings.pid(), settings.frequencies(), settings.shareLife(), true, false),
                null);
        Listing listing = promotion(p -> true).offer().listing();
        URI link = URI.create(String.valueOf(shared(listing).get("shortLink")));
        assertThat(get(link.getPath(), Map.of()).headers().get("Location")).isEqualTo(Links.item(listing));
        assertThat(client.call(OLD, search("q", "qqqqqq", "start_price", 90_000_000))
                        .get("total_results")
                        .asInt())
                .isZero();
    }

    @Test
    void sharesOutliveTheProcess() {
        close();
        open(settings, data);
        Listing listing = promotion(p -> true).offer().listing();
        String text = String.valueOf(shared(listing).get("tokenText"));
        close();
        open(settings, data);
        client.signIn();
        assertThat(converted(text)
                        .at("/tbk_sc_tpwd_convert_response/data/num_iid")
                        .asString())
                .isEqualTo(String.valueOf(listing.id()));
    }
}
