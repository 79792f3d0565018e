package io.sampan.simulators.ali1688;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.world.Offer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoodsApiTest {
    static final Client1688 CLIENT = new Client1688();

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    static JsonNode search(Object query) {
        return CLIENT.goods("product.search.keywordQuery", "offerQueryParam", query);
    }

    @Test
    void searchAnswersAsRecordedInOrderOfPrice() {
        JsonNode reply = search(Map.of(
                "keyword", "连衣裙", "beginPage", 1, "pageSize", 5, "country", "en", "sort", "{\"price\":\"asc\"}"));
        Shapes.assertSame("1688", "search", reply);
        JsonNode data = reply.at("/result/result/data");
        assertThat(data).hasSize(5);
        assertThat(data.get(0).get("priceInfo").get("price").isString()).isTrue();
        assertThat(data.get(0).get("subjectTrans").asString())
                .isNotEqualTo(data.get(0).get("subject").asString());
    }

    @Test
    void aLanguageThatNobodyTranslatesIntoGetsTheChineseTitleAndSuccess() {
        JsonNode row = search(Map.of("keyword", "连衣裙", "beginPage", 1, "pageSize", 1, "country", "xx"))
                .at("/result/result/data/0");
        assertThat(row.get("subjectTrans").asString())
                .isEqualTo(row.get("subject").asString());
    }

    @Test
    void detailAnswersAsRecordedWithKilogramsHereAndGramsThere() {
        Offer offer = CLIENT.offer();
        JsonNode reply = CLIENT.goods(
                "product.search.queryProductDetail",
                "offerDetailParam",
                Map.of("offerId", offer.listing().id(), "country", "en"));
        Shapes.assertSame("1688", "detail", reply);
        JsonNode shipping = reply.at("/result/result/productShippingInfo");
        assertThat(shipping.at("/skuShippingInfoList/0/weight").asInt()).isEqualTo((int)
                Math.round(shipping.at("/skuShippingDetails/0/weight").asDouble() * 1000));
        assertThat(reply.at("/result/result/productSkuInfos"))
                .hasSize(offer.skus().size());
    }

    @Test
    void anUnknownOfferIsABusinessRefusal() {
        JsonNode reply = CLIENT.goods(
                "product.search.queryProductDetail", "offerDetailParam", Map.of("offerId", 1, "country", "en"));
        assertThat(reply.at("/result/success").asBoolean()).isFalse();
    }

    @Test
    void categoriesWalkDownFromTheRoot() {
        JsonNode root = CLIENT.goods("category.translation.getById", "categoryId", "0", "language", "en");
        JsonNode top = root.at("/result/result/children/0");
        JsonNode middle = CLIENT.goods(
                        "category.translation.getById",
                        "categoryId",
                        top.get("categoryId").asString(),
                        "language",
                        "en")
                .at("/result/result/children/0");
        JsonNode reply = CLIENT.goods(
                "category.translation.getById",
                "categoryId",
                middle.get("categoryId").asString(),
                "language",
                "en");
        Shapes.assertSame("1688", "category", reply);
        assertThat(reply.at("/result/result/children/0/leaf").asBoolean()).isTrue();
    }

    @Test
    void freightAnswersAsRecorded() {
        Offer offer = CLIENT.offer();
        JsonNode reply = CLIENT.goods(
                "product.freight.estimate",
                "productFreightQueryParamsNew",
                Map.of(
                        "offerId",
                        offer.listing().id(),
                        "toProvinceCode",
                        "330000",
                        "toCityCode",
                        "330100",
                        "toCountryCode",
                        "330108",
                        "totalNum",
                        3,
                        "logisticsSkuNumModels",
                        List.of(Map.of("skuId", "" + offer.skus().getFirst().id(), "number", 3))));
        Shapes.assertSame("1688", "freight", reply);
        assertThat(Math.round(
                        reply.at("/result/result/freight").asString().equals("")
                                ? 0
                                : Double.parseDouble(reply.at("/result/result/freight")
                                                .asString())
                                        * 100))
                .isEqualTo(OfferDetail.freightFen(offer, 3));
    }
}
