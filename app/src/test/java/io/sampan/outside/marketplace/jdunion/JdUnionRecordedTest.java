package io.sampan.outside.marketplace.jdunion;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Shop;
import io.sampan.outside.marketplace.Offer.Tier;
import io.sampan.outside.marketplace.RecordedGateway;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.SortedSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each verb in four pieces: our question, the request, the reply, our outcome. Requests and replies: docs/sources/jdunion. */
class JdUnionRecordedTest {
    static final Instant NOW = Instant.parse("2026-11-26T01:48:17.277Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String SKU = "100124563100";
    static final ItemRef DRESS = new ItemRef(MarketplaceId.JD, SKU);
    static final String INFO = "100975797311";

    RecordedGateway gateway;
    JdUnion connector;

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("jdunion");
        connector = new JdUnion(new JdUnionHttp(settings(), new Stall(CLOCK).wire, CLOCK), CLOCK);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    JdUnionSettings settings() {
        return new JdUnionSettings(gateway.at(""), "sampan-union-key", "sampan-union-secret", Duration.ofSeconds(2));
    }

    static String document(Map<String, Object> asked) {
        return LooseJson.write(asked);
    }

    /** An answer whose string holds this. */
    void repliesInside(String result) {
        gateway.replies(
                200,
                LooseJson.write(
                        Map.of("jd_union_open_goods_query_responce", Map.of("code", "0", "queryResult", result))));
    }

    @Test
    void searches() throws IOException {
        gateway.replies("goods");
        var page = (Searched.Page) connector.search(new Searched.Query("连衣裙", "en", 3, 2, Searched.Order.RELEVANCE));
        gateway.assertAsked(0, "goods", Map.of());
        assertThat(page.total()).isEqualTo(20);
        assertThat(page.listings()).hasSize(2);
        var first = page.listings().getFirst();
        assertThat(first.item()).isEqualTo(DRESS);
        assertThat(first.priceFrom()).as("what is paid now without a coupon").isEqualTo(Money.fen(9_690));
        assertThat(first.sold()).isEqualTo(499);
    }

    @Test
    void signsWhatItSendsAtChinasTime() throws IOException {
        gateway.replies("goods");
        connector.search(new Searched.Query("连衣裙", "en", 3, 2, Searched.Order.SALES));
        var sent = new TreeMap<>(gateway.asked.getFirst().form());
        var signature = sent.remove("sign");
        assertThat(SortedSignature.JD.matches(signature, "sampan-union-secret", "", sent))
                .isTrue();
        assertThat(sent).containsEntry("timestamp", "2026-11-26 09:48:17.277+0800");
        assertThat(sent.get("360buy_param_json")).contains("inOrderCount30Days");
    }

    @Test
    void showsAPriceWithoutVariants() throws IOException {
        gateway.replies("goods");
        var offer = ((Fetched.Found) connector.fetch(SKU, "en")).offer();
        gateway.assertAsked(
                0,
                "goods",
                Map.of(
                        "360buy_param_json",
                        document(Map.of(
                                "goodsReqDTO",
                                Map.of("skuIds", new long[] {Long.parseLong(SKU)}, "pageIndex", 1, "pageSize", 1)))));
        assertThat(offer.item()).isEqualTo(DRESS);
        assertThat(offer.isPriceOnly()).isTrue();
        assertThat(offer.tiers()).containsExactly(new Tier(1, Money.fen(9_690)));
        assertThat(offer.shop()).isEqualTo(new Shop("449593962", "兰织京东自营旗舰店"));
        assertThat(offer.category().path())
                .containsExactly(Words.chinese("童装"), Words.chinese("童装"), Words.chinese("儿童连衣裙"));
        assertThat(offer.pictures()).hasSize(3);
        assertThat(offer.availability()).isEqualTo(Offer.Availability.ON_SALE);
        assertThat(offer.seenAt()).isEqualTo(NOW);
    }

    @Test
    void asksForTheOlderShapeWhereSkusAreNotAllowedAnyMore() throws IOException {
        repliesInside("{\"code\":411,\"message\":\"请使用联盟商品ID，不支持skuId\"}");
        gateway.replies("goods-info");
        var offer = ((Fetched.Found) connector.fetch(INFO, "en")).offer();
        gateway.assertAsked(1, "goods-info", Map.of());
        assertThat(offer.tiers()).containsExactly(new Tier(1, Money.fen(8_490)));
        assertThat(offer.shop().id()).isEqualTo("868347500");
        assertThat(offer.category().path()).containsExactly(Words.chinese("连衣裙"));
        assertThat(offer.pictures()).hasSize(1);
    }

    @Test
    void whatItLeavesOutIsGone() {
        repliesInside("{\"code\":200,\"message\":\"success\",\"totalCount\":0,\"data\":[]}");
        assertThat(connector.fetch(SKU, "en")).isEqualTo(new Fetched.Gone(DRESS));
    }

    @ParameterizedTest
    @CsvSource({"1, 6490", "2, 9990", "3, 6490", "4, 9990"})
    void aPriceForAGroupOrInAdvanceIsNotThePrice(int type, long fen) {
        repliesInside("""
                {"code":200,"data":[{"skuId":%s,"skuName":"x","priceInfo":{"price":99.9,"lowestPrice":64.9,"lowestPriceType":%d}}]}\
                """.formatted(SKU, type));
        var offer = ((Fetched.Found) connector.fetch(SKU, "en")).offer();
        assertThat(offer.tiers()).containsExactly(new Tier(1, Money.fen(fen)));
    }

    @Test
    void aRefusalOfTheGatewayOrInTheStringMeansLater() throws IOException {
        gateway.replies("error");
        assertThat(connector.fetch(SKU, "en")).isEqualTo(new Fetched.Later(Duration.ofMinutes(10), "10 不存在的方法名"));
        repliesInside(Files.readString(Path.of("../docs/sources/jdunion/refused-permission-result.reply.json")));
        assertThat(connector.fetch(SKU, "en")).isEqualTo(new Fetched.Later(Duration.ofMinutes(10), "403 无访问权限"));
    }

    @Test
    void whatIsNoAnswerMeansLater() {
        gateway.drops();
        gateway.drops();
        assertThat(connector.fetch(SKU, "en")).isInstanceOf(Fetched.Later.class);
        gateway.replies(502, "<html>bad gateway</html>");
        assertThat(connector.fetch(SKU, "en")).isInstanceOf(Fetched.Later.class);
    }

    @Test
    void printsNoSecret() {
        assertThat(settings().toString()).doesNotContain("secret");
    }
}
