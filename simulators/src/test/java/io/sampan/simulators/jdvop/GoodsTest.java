package io.sampan.simulators.jdvop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.world.JdNumbers;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoodsTest {
    final VopClient client = new VopClient(null, JdVopSettings.usual());
    final Pool.Article article = client.article();
    final String sku = String.valueOf(article.sku().id());

    @AfterEach
    void close() {
        client.close();
    }

    Offer.Sku shopsSku() {
        Listing shops = client.world.listings(Marketplace.JD).stream()
                .filter(listing -> !listing.shop().selfRun())
                .findFirst()
                .orElseThrow();
        return client.world.offer(shops).skus().getFirst();
    }

    @Test
    void searchFindsJdsOwnGoodsAndTellsNoPrice() {
        JsonNode reply = client.call(
                "search/search", "keyword", article.listing().facts().noun(), "pageSize", "10");
        Shapes.assertSame("jdvop", "search", reply);
        assertThat(reply.at("/result/resultCount").asInt()).isPositive();
        assertThat(reply.toString()).doesNotContain("rice\":");
        for (JsonNode hit : reply.at("/result/hitResult")) {
            long listing = JdNumbers.listing(Long.parseLong(hit.get("wareId").asString()));
            assertThat(client.world
                            .listing(Marketplace.JD, listing)
                            .orElseThrow()
                            .shop()
                            .selfRun())
                    .isTrue();
        }
    }

    @Test
    void poolsHoldAllSkusOfTheContractAndNoShopsGoods() {
        JsonNode pools = client.call("product/getPageNum");
        Shapes.assertSame("jdvop", "pools", pools);
        long counted = 0;
        for (JsonNode one : pools.get("result")) {
            String number = one.get("page_num").asString();
            JsonNode first = client.call("product/getSkuByPage", "pageNum", number, "pageNo", 1);
            Shapes.assertSame("jdvop", "pool", first);
            int pages = first.at("/result/pageCount").asInt();
            int skus = 0;
            for (int page = 1; page <= pages; page++) {
                skus += client.call("product/getSkuByPage", "pageNum", number, "pageNo", page)
                        .at("/result/skuIds")
                        .size();
            }
            assertThat(client.call("product/getSku", "pageNum", number)
                            .get("result")
                            .asString()
                            .split(","))
                    .hasSize(skus);
            counted += skus;
        }
        var pool = new Pool(client.world, 1, 98);
        assertThat(counted)
                .isEqualTo(pool.listings().stream()
                        .mapToLong(listing -> client.world.offer(listing).skus().size())
                        .sum());
        assertThat(VopClient.code(client.call("product/getSkuByPage", "pageNum", 1)))
                .isEqualTo("0010");
    }

    @Test
    void detailIsOfOneSkuAndItsSiblingsAreTiedByColourAndSize() {
        JsonNode detail = client.call("product/getDetail", "sku", sku);
        Shapes.assertSame("jdvop", "detail", detail);
        assertThat(detail.at("/result/name").asString())
                .contains(article.sku().colour().name().zh())
                .endsWith(article.sku().size().zh());
        assertThat(detail.at("/result/category").asString()).matches("\\d+;\\d+;\\d+");
        JsonNode similar = client.call("product/getSimilarSku", "sku", sku);
        Shapes.assertSame("jdvop", "similar", similar);
        for (JsonNode dimension : similar.get("result")) {
            List<Long> all = new ArrayList<>();
            for (JsonNode value : dimension.get("saleAttrList")) {
                value.get("skuIds").forEach(id -> all.add(id.asLong()));
            }
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(
                            article.offer().skus().stream().map(Offer.Sku::id).toList());
        }
    }

    @Test
    void whatTheContractDoesNotCoverIsRefusedAndWhatDoesNotExistIsEmpty() {
        assertThat(VopClient.code(
                        client.call("product/getDetail", "sku", shopsSku().id())))
                .isEqualTo("2004");
        assertThat(VopClient.code(client.call("product/getDetail", "sku", "100099999999")))
                .isEqualTo("0010");
        assertThat(VopClient.code(client.call("product/getDetail"))).isEqualTo("1001");
        assertThat(VopClient.code(client.call("product/getDetail", "sku", "abc")))
                .isEqualTo("1002");
        JsonNode check =
                client.call("product/check", "skuIds", sku + "," + shopsSku().id());
        Shapes.assertSame("jdvop", "check", check);
        assertThat(check.at("/result/0/saleState").asInt()).isEqualTo(1);
        assertThat(check.at("/result/1/saleState").asInt()).isZero();
    }

    @Test
    void delistedGoodsSaySoEverywhere() {
        client.world.list(article.listing(), false);
        assertThat(client.call("product/getDetail", "sku", sku)
                        .at("/result/state")
                        .asInt())
                .isZero();
        JsonNode states = client.call("product/skuState", "sku", sku);
        Shapes.assertSame("jdvop", "states", states);
        assertThat(states.at("/result/0/state").asInt()).isZero();
        assertThat(client.call("product/check", "skuIds", sku)
                        .at("/result/0/saleState")
                        .asInt())
                .isZero();
    }

    @Test
    void picturesComeBySku() {
        JsonNode images = client.call("product/skuImage", "sku", sku);
        assertThat(images.at("/result/" + sku + "/0/isPrimary").asInt()).isEqualTo(1);
        assertThat(images.at("/result/" + sku).size()).isEqualTo(article.offer().pictures());
    }

    @Test
    void theContractPriceLiesBelowJdsAndBothAreYuan() {
        JsonNode prices = client.call("price/getSellPrice", "sku", sku);
        Shapes.assertSame("jdvop", "price", prices);
        JsonNode row = prices.at("/result/0");
        assertThat(Math.round(row.get("price").asDouble() * 100)).isEqualTo(article.fen());
        assertThat(row.get("price").asDouble()).isLessThan(row.get("jdPrice").asDouble());
        JsonNode more = client.call("price/getSellPrice", "sku", sku, "queryExts", "nakedPrice")
                .at("/result/0");
        assertThat(Math.round(more.get("nakedPrice").asDouble() * 100)
                        + Math.round(more.get("taxPrice").asDouble() * 100))
                .isEqualTo(article.fen());
        assertThat(VopClient.code(
                        client.call("price/getSellPrice", "sku", shopsSku().id())))
                .isEqualTo("3406");
    }

    @Test
    void noMoreThanAHundredSkusAreAskedForAtOnce() {
        String many = LongStream.range(0, 101).mapToObj(i -> sku).collect(Collectors.joining(","));
        assertThat(VopClient.code(client.call("price/getSellPrice", "sku", many)))
                .isEqualTo("1003");
        assertThat(VopClient.code(client.call("product/skuState", "sku", many))).isEqualTo("1003");
    }

    JsonNode stock(long num, String area) {
        JsonNode reply = client.call(
                "stock/getNewStockById", "skuNums", List.of(Map.of("skuId", sku, "num", num)), "area", area);
        Shapes.assertSame("jdvop", "stock", reply);
        return Json.tree(reply.get("result").asString()).get(0);
    }

    @Test
    void stockIsJsonInAStringAndTellsHowManyOnlyToThoseWhoAskForFew() {
        assertThat(stock(2, "15_1213_3408_0").get("stockStateId").asInt()).isEqualTo(33);
        assertThat(stock(2, "15_1213_3408_0").get("remainNum").asInt())
                .isEqualTo(article.sku().stock());
        client.world.setStock(article.listing(), article.sku().id(), 400);
        assertThat(stock(60, "15_1213_3408_0").get("remainNum").asInt()).isEqualTo(-1);
        assertThat(stock(300, "15_1213_3408_0").get("remainNum").asInt()).isEqualTo(300);
        assertThat(stock(2, "31_2652_2653_0").get("stockStateId").asInt()).isEqualTo(40);
        client.world.setStock(article.listing(), article.sku().id(), 1);
        assertThat(stock(2, "15_1213_3408_0").get("stockStateId").asInt()).isEqualTo(34);
        JsonNode old = client.call("stock/getStockById", "sku", sku, "area", "15_1213_3408_0");
        assertThat(Json.tree(old.get("result").asString()).at("/0/state").asInt())
                .isEqualTo(33);
    }

    @Test
    void whatBurnsIsNotSoldToTheFarWest() {
        var pool = new Pool(client.world, 1, 98);
        long battery = pool.listings().stream()
                .filter(listing -> listing.category().flags().contains("battery"))
                .map(listing -> pool.articles(listing).getFirst().sku().id())
                .findFirst()
                .orElseThrow();
        String far = client.call(
                        "product/checkAreaLimit",
                        Map.of("skuIds", "" + battery, "province", "31", "city", "2652", "county", "2653", "town", "0"))
                .get("result")
                .asString();
        assertThat(Json.tree(far).at("/0/isAreaRestrict").asBoolean()).isTrue();
        var near = new java.util.HashMap<>(VopClient.HANGZHOU);
        near.put("skuIds", "" + battery);
        String home = client.call("product/checkAreaLimit", near).get("result").asString();
        assertThat(Json.tree(home).at("/0/isAreaRestrict").asBoolean()).isFalse();
    }

    @Test
    void freightFallsWithTheValueOfTheGoods() {
        int cheap = (int) (9_900 / article.fen() + 1);
        var form = new java.util.HashMap<>(VopClient.HANGZHOU);
        form.put("sku", Json.text(List.of(Map.of("skuId", sku, "num", cheap))));
        form.put("paymentType", "4");
        JsonNode free = client.call("order/getFreight", form);
        Shapes.assertSame("jdvop", "freight", free);
        assertThat(free.at("/result/freight").asInt()).isZero();
        var pool = new Pool(client.world, 1, 98);
        Pool.Article small = pool.listings().stream()
                .map(listing -> pool.articles(listing).getFirst())
                .filter(one -> one.listed() && one.fen() < 4_900)
                .findFirst()
                .orElseThrow();
        form.put("sku", Json.text(List.of(Map.of("skuId", small.sku().id(), "num", 1))));
        assertThat(client.call("order/getFreight", form).at("/result/freight").asInt())
                .isEqualTo(8);
    }

    @Test
    void placesAreNamesWithNumbersAndAreReadFromText() {
        JsonNode provinces = client.call("area/getProvince");
        assertThat(provinces.at("/result/浙江").asInt()).isEqualTo(15);
        assertThat(client.call("area/getCity", "id", 15).at("/result/杭州市").asInt())
                .isEqualTo(1213);
        assertThat(client.call("area/getCounty", "id", 1213).at("/result/滨江区").asInt())
                .isEqualTo(3408);
        assertThat(client.call("area/getTown", "id", 3408).get("success").asBoolean())
                .isFalse();
        JsonNode read = client.call("area/getJDAddressFromAddress", "address", "浙江省杭州市滨江区网商路699号");
        Shapes.assertSame("jdvop", "address", read);
        assertThat(read.at("/result/countyId").asInt()).isEqualTo(3408);
        assertThat(client.call("area/getJDAddressFromAddress", "address", "山东省青岛市黄岛区长江路街道1号")
                        .at("/result/townId")
                        .asInt())
                .isEqualTo(50032);
        assertThat(client.call("area/checkArea", "provinceId", 15, "cityId", 1213, "countyId", 3411, "townId", 0)
                        .at("/result/success")
                        .asBoolean())
                .isFalse();
    }
}
