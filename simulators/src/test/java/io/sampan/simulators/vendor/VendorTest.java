package io.sampan.simulators.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class VendorTest {
    static final String WORLD = "http://127.0.0.1:1";

    @TempDir
    Path data;

    VendorSettings settings = VendorSettings.usual();
    Kernel kernel;
    World world;
    Vendor service;

    VendorTest() {
        open(settings, null);
    }

    void open(VendorSettings of, @Nullable Path folder) {
        settings = of;
        kernel = Kernel.over(folder);
        world = new World(1, 3_000, kernel.books(), kernel.clock());
        service = new Vendor(kernel, world, 1, of);
        service.opened(Map.of("world", URI.create(WORLD)));
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    JsonNode get(String path, Object... parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("key", settings.key());
        query.put("secret", settings.secret());
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i].toString(), parameters[i + 1].toString());
        }
        Answer answer = service.handler().handle(new Question("GET", path, query, Map.of(), new byte[0]));
        assertThat(answer.status()).isEqualTo(200);
        return Json.tree(answer.text());
    }

    static String code(JsonNode answer) {
        return answer.get("error_code").asString();
    }

    Stream<Offer> offers(Marketplace market) {
        return world.listings(market).stream().map(world::offer).filter(offer -> offer.status() == Offer.Status.ON);
    }

    Offer offer(Marketplace market) {
        return offers(market).findFirst().orElseThrow();
    }

    JsonNode item(Offer offer, Object... more) {
        Object[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "num_iid";
        all[more.length + 1] = offer.listing().id();
        return get("/" + offer.listing().marketplace().code() + "/item_get/", all);
    }

    Offer shaped(Marketplace market, Predicate<JsonNode> shape) {
        return offers(market)
                .filter(offer -> shape.test(item(offer, "cache", "no").get("item")))
                .findFirst()
                .orElseThrow();
    }

    /** As recorded; but for the names of props_list, which are the item's own. */
    static void assertItem(String name, JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        assertThat(copy.at("/item/props_list").propertyNames()).isNotEmpty().allMatch(key -> key.matches("[01]:\\d+"));
        ((ObjectNode) copy.get("item"))
                .set("props_list", Shapes.recorded("vendor", name + ".reply").at("/item/props_list"));
        Shapes.assertSame("vendor", name, copy);
    }

    /** Strings for numbers, wrappers for lists, pictures for colours. */
    static boolean usual(JsonNode item) {
        return item.get("price").isString()
                && item.at("/skus/sku").isArray()
                && item.get("prop_imgs").isObject();
    }

    @Test
    void anItemIsWhatTheWorldHasInYuan() {
        Offer offer = shaped(
                Marketplace.TAOBAO,
                item -> item.get("price").isString() && item.at("/skus/sku").isArray());
        JsonNode answer = item(offer, "cache", "no");
        assertItem("item-taobao", answer);
        assertThat(code(answer)).isEqualTo("0000");
        assertThat(answer.at("/item/price").asString()).isEqualTo(Fields.yuanText(offer.lowestFen()));
        assertThat(answer.at("/item/skus/sku")).hasSize(offer.skus().size());
        assertThat(answer.at("/item/skus/sku/0/sku_id").asLong())
                .isEqualTo(offer.skus().getFirst().id());
        assertThat(item(offer, "lang", "en").at("/item/title").asString())
                .isEqualTo(offer.listing().title().en());
    }

    @Test
    void wholesaleHasALadderAndSpecIds() {
        Offer offer = shaped(
                Marketplace.ALI1688,
                item -> item.at("/skus/sku").isArray()
                        && item.get("prop_imgs").isObject()
                        && item.get("express_fee").isNumber());
        JsonNode answer = item(offer, "cache", "no");
        assertItem("item-1688", answer);
        assertThat(answer.at("/item/priceRange")).hasSize(offer.tiers().size());
        assertThat(answer.at("/item/skus/sku/0/spec_id").asString())
                .isEqualTo(offer.skus().getFirst().specId());
    }

    @Test
    void theSameFieldHasOtherTypesOnOtherItems() {
        Set<String> types = new HashSet<>();
        offers(Marketplace.TAOBAO)
                .limit(300)
                .map(offer -> item(offer, "cache", "no").get("item"))
                .forEach(item -> {
                    types.add("price " + item.get("price").getNodeType());
                    types.add("num_iid " + item.get("num_iid").getNodeType());
                    types.add("skus " + item.get("skus").getNodeType());
                    types.add("prop_imgs " + item.get("prop_imgs").getNodeType());
                    types.add("video " + item.get("video").getNodeType());
                    types.add("seller_id " + item.get("seller_id").getNodeType());
                    types.add("express_fee " + item.get("express_fee").getNodeType());
                });
        assertThat(types)
                .contains(
                        "price STRING", "price NUMBER", "num_iid STRING", "num_iid NUMBER", "skus OBJECT", "skus ARRAY")
                .contains("prop_imgs STRING", "prop_imgs OBJECT", "video NULL", "video ARRAY")
                .contains("seller_id NULL", "seller_id STRING", "express_fee STRING", "express_fee NUMBER");
        Offer odd = shaped(
                Marketplace.TAOBAO,
                item -> item.get("skus").isArray()
                        && item.get("price").isString()
                        && item.get("prop_imgs").isString());
        assertItem("item-odd", item(odd, "cache", "no"));
    }

    @Test
    void jdItemsGoByTheNumberOfASku() {
        Offer offer = offer(Marketplace.JD);
        Offer.Sku last = offer.skus().getLast();
        JsonNode answer = get("/jd/item_get/", "num_iid", last.id(), "cache", "no");
        assertThat(Math.round(answer.at("/item/price").asDouble() * 100)).isEqualTo(last.fen());
        assertThat(answer.at("/item/detail_url").asString()).isEqualTo("https://item.jd.com/" + last.id() + ".html");
    }

    @Test
    void pinduoduoIsThereAndWeidianIsEmpty() {
        Offer offer = offer(Marketplace.PINDUODUO);
        JsonNode item = item(offer, "cache", "no").get("item");
        assertThat(item.get("prop_imgs").asString()).isEmpty();
        assertThat(item.at("/props/0").has("label")).isTrue();
        assertThat(get("/micro/item_search/", "q", "连衣裙")
                        .at("/items/real_total_results")
                        .asString())
                .isEqualTo("0");
        assertThat(code(get("/micro/item_get/", "num_iid", "4480454092")))
                .isEqualTo(settings.codes().notFound());
    }

    @Test
    void anOldAnswerSaysSoAndANewOneCanBeHad() {
        Offer offer = offer(Marketplace.TAOBAO);
        long before = item(offer, "cache", "no").get("secache_time").asLong();
        world.movePrice(offer.listing(), 0, 2);
        kernel.clock().advance(Duration.ofHours(3));
        JsonNode old = item(offer);
        assertThat(old.get("cache").asInt()).isEqualTo(1);
        assertThat(old.get("secache_time").asLong()).isEqualTo(before);
        assertThat(Math.round(old.at("/item/price").asDouble() * 100)).isEqualTo(offer.lowestFen());
        JsonNode fresh = item(offer, "cache", "no");
        assertThat(fresh.get("cache").asInt()).isZero();
        assertThat(Math.round(fresh.at("/item/price").asDouble() * 100))
                .isEqualTo(world.offer(offer.listing()).lowestFen())
                .isGreaterThan(offer.lowestFen());
        kernel.clock().advance(settings.cacheLife().plusMinutes(1));
        Instant asked = Instant.ofEpochSecond(item(offer).get("secache_time").asLong());
        assertThat(asked)
                .isAfter(kernel.clock().now().minus(settings.cacheLife()).minusSeconds(1));
    }

    @Test
    void othersHaveAskedForManyThingsHoursAgo() {
        List<JsonNode> answers =
                offers(Marketplace.TAOBAO).limit(100).map(this::item).toList();
        long old = answers.stream()
                .filter(answer -> answer.get("cache").asInt() == 1)
                .count();
        assertThat(old).isBetween(25L, 75L);
        assertThat(answers)
                .allMatch(answer -> answer.get("secache_time").asLong()
                        >= kernel.clock().now().minus(settings.cacheLife()).getEpochSecond());
    }

    @Test
    void searchIsPagedInStringsAndSorts() {
        JsonNode answer = get("/taobao/item_search/", "q", "连衣裙", "cache", "no", "sort", "bid");
        Shapes.assertSame("vendor", "search", answer);
        assertThat(answer.get("cache").asInt()).isZero();
        assertThat(answer.at("/items/page").isString()).isTrue();
        assertThat(answer.at("/items/page_size").isNumber()).isTrue();
        List<Long> fen = answer.at("/items/item")
                .valueStream()
                .map(row -> world.listing(Marketplace.TAOBAO, row.get("num_iid").asLong())
                        .orElseThrow())
                .map(world::fen)
                .toList();
        assertThat(fen).hasSizeGreaterThan(3).isSorted();
        JsonNode cheap = get("/taobao/item_search/", "q", "连衣裙", "cache", "no", "start_price", "0", "end_price", "60");
        assertThat(cheap.at("/items/item").valueStream())
                .allMatch(row -> row.get("price").asDouble() <= 61);
        assertThat(get("/taobao/item_search/", "q", "连衣裙", "page_size", "3").at("/items/item"))
                .hasSize(3);
        assertThat(get("/1688/item_search/", "q", "dress", "lang", "en")
                        .at("/items/item/0/detail_url")
                        .asString())
                .startsWith("https://detail.1688.com/offer/");
    }

    @Test
    void aPictureFindsTheThingItselfAndItsLike() {
        Listing listing = offer(Marketplace.TAOBAO).listing();
        String picture = new Images(WORLD).one(listing, 1);
        JsonNode uploaded = get("/taobao/upload_img/", "imgcode", picture);
        Shapes.assertSame("vendor", "upload", uploaded);
        String id = uploaded.at("/items/item/imgid").asString();
        JsonNode found = get("/taobao/item_search_img/", "imgid", id, "cache", "no");
        Shapes.assertSame("vendor", "search-image", found);
        assertThat(found.at("/items/item/0/num_iid").asString()).isEqualTo(String.valueOf(listing.id()));
        assertThat(found.at("/items/item").valueStream())
                .allMatch(row -> world.listing(
                                Marketplace.TAOBAO, row.get("num_iid").asLong())
                        .orElseThrow()
                        .category()
                        .equals(listing.category()));
        assertThat(get("/1688/item_search_img/", "imgid", id).at("/items/item")).isNotEmpty();
        assertThat(code(get("/taobao/item_search_img/", "imgid", "https://example.test/cat.jpg")))
                .isEqualTo(settings.codes().notFound());
    }

    @Test
    void aSkuAndADescriptionCanBeHadByThemselves() {
        Offer offer = shaped(Marketplace.TAOBAO, VendorTest::usual);
        Offer.Sku sku = offer.skus().getLast();
        JsonNode answer = get("/taobao/item_sku/", "num_iid", offer.listing().id(), "sku_id", sku.id(), "cache", "no");
        Shapes.assertSame("vendor", "sku", answer);
        assertThat(Math.round(answer.at("/item/price").asDouble() * 100)).isEqualTo(sku.fen());
        assertThat(get("/taobao/item_get_desc/", "num_iid", offer.listing().id())
                        .at("/item/desc")
                        .asString())
                .contains("<img src=");
        assertThat(code(get("/taobao/item_sku/", "num_iid", offer.listing().id(), "sku_id", 1)))
                .isEqualTo(settings.codes().notFound());
    }

    @Test
    void whatIsGoneOrWasNeverThereIsNotFound() {
        Offer offer = offer(Marketplace.TAOBAO);
        world.list(offer.listing(), false);
        JsonNode answer = item(offer, "cache", "no");
        Shapes.assertSame("vendor", "not-found", answer);
        assertThat(code(answer)).isEqualTo(settings.codes().notFound());
        assertThat(code(get("/taobao/item_get/", "num_iid", "x")))
                .isEqualTo(settings.codes().notFound());
        assertThat(code(get("/taobao/buyer_cart_add/")))
                .isEqualTo(settings.codes().noSuchApi());
        assertThat(code(get("/amazon/item_get/", "num_iid", "1")))
                .isEqualTo(settings.codes().noSuchApi());
    }

    @Test
    void wrongKeysAndEmptyAccountsAreRefusedAndCostNothing() {
        Offer offer = offer(Marketplace.TAOBAO);
        JsonNode stranger = item(offer, "secret", "wrong");
        Shapes.assertSame("vendor", "error-login", stranger);
        assertThat(code(stranger)).isEqualTo("4013");
        service.act("credit", Map.of("calls", "2"));
        assertThat(code(item(offer))).isEqualTo("0000");
        assertThat(code(get("/taobao/item_get/", "num_iid", "1")))
                .isEqualTo(settings.codes().notFound());
        assertThat(code(item(offer))).isEqualTo("0000");
        JsonNode empty = item(offer);
        Shapes.assertSame("vendor", "error-credit", empty);
        assertThat(code(empty)).isEqualTo("4016");
        assertThat(empty.get("reason").asString()).isEqualTo("Key[" + settings.key() + "]已欠费");
        assertThat(((Map<?, ?>) service.state()).get("answered")).isEqualTo(2);
        service.act("credit", Map.of("calls", "1"));
        assertThat(code(item(offer))).isEqualTo("0000");
    }

    @Test
    void theDaysCallsEndAtMidnightAndBothCountsOutliveTheProcess() {
        close();
        open(VendorSettings.usual().with(5, 2), data);
        item(offer(Marketplace.TAOBAO));
        item(offer(Marketplace.TAOBAO));
        close();
        open(VendorSettings.usual().with(5, 2), data);
        assertThat(code(item(offer(Marketplace.TAOBAO))))
                .isEqualTo(settings.codes().perDay());
        kernel.clock().advance(Duration.ofHours(24));
        JsonNode next = item(offer(Marketplace.TAOBAO));
        assertThat(code(next)).isEqualTo("0000");
        assertThat(next.get("api_info").asString()).startsWith("today:1 max:2 all[3=");
        item(offer(Marketplace.TAOBAO));
        kernel.clock().advance(Duration.ofHours(24));
        item(offer(Marketplace.TAOBAO));
        assertThat(code(item(offer(Marketplace.TAOBAO)))).isEqualTo("4016");
    }

    @Test
    void tooManyCallsAreRefused() {
        kernel.faults().arm(Fault.once("vendor", "taobao/item_get", FaultKind.FLOW_CONTROL));
        Offer offer = offer(Marketplace.TAOBAO);
        assertThat(code(item(offer))).isEqualTo(settings.codes().tooFast());
        assertThat(code(item(offer))).isEqualTo("0000");
    }
}
