package io.sampan.outside.marketplace.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.Shop;
import io.sampan.outside.marketplace.Offer.Tier;
import io.sampan.outside.marketplace.RecordedGateway;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.SortedSignature;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each verb in four pieces: our question, the request, the reply, our outcome. Requests and replies: docs/sources/pinduoduo. */
class PinduoduoRecordedTest {
    static final Instant NOW = Instant.ofEpochSecond(1795657667L);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String NUMBER = "307013220293";
    static final String SIGN = "c9F3OHHC98OCMqrMrBJoswfNb6-r-Xs9tZ";
    static final ItemRef DRESS = new ItemRef(MarketplaceId.PINDUODUO, NUMBER);

    RecordedGateway gateway;
    Pinduoduo connector;

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("pinduoduo");
        connector = new Pinduoduo(new PinduoduoHttp(settings(), new Stall(CLOCK).wire, CLOCK), settings(), CLOCK);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    PinduoduoSettings settings() {
        return new PinduoduoSettings(
                gateway.at(""), "sampan0ddk0client", "sampan-ddk-secret", "", Duration.ofSeconds(2), Set.of("70031"));
    }

    static Searched.Query query(Searched.Order order) {
        return new Searched.Query("连衣裙", "en", 1, 10, order);
    }

    @Test
    void searches() throws IOException {
        gateway.replies("search");
        var page = (Searched.Page) connector.search(query(Searched.Order.RELEVANCE));
        gateway.assertAsked(0, "search", Map.of());
        assertThat(page.total()).isEqualTo(15);
        assertThat(page.listings()).hasSize(10);
        assertThat(page.listings().getFirst())
                .isEqualTo(new Searched.Listing(
                        DRESS,
                        Words.chinese("【工厂直发】2026新款日系印花连衣裙女泡泡袖方领裙子针织"),
                        URI.create("http://127.0.0.1:9106/pictures/pinduoduo/307013220293/1.svg"),
                        Money.fen(3_290),
                        1_339));
    }

    @Test
    void sortsAPageByWhatItShows() throws IOException {
        gateway.replies("search");
        var page = (Searched.Page) connector.search(query(Searched.Order.PRICE_DOWN));
        assertThat(gateway.asked.getFirst().form()).containsEntry("sort_type", "4");
        assertThat(page.listings().getFirst().priceFrom()).isEqualTo(Money.fen(14_490));
        assertThat(page.listings().getLast().priceFrom()).isEqualTo(Money.fen(2_290));
    }

    @Test
    void signsWhatItSendsInSeconds() throws IOException {
        gateway.replies("search");
        connector.search(query(Searched.Order.SALES));
        var sent = new TreeMap<>(gateway.asked.getFirst().form());
        var signature = sent.remove("sign");
        assertThat(SortedSignature.PINDUODUO.matches(signature, "sampan-ddk-secret", "", sent))
                .isTrue();
        assertThat(sent).containsEntry("timestamp", "1795657667").containsEntry("sort_type", "6");
    }

    @Test
    void findsTheSignOfANumberAndThenLooks() throws IOException {
        gateway.replies("search");
        gateway.replies("detail");
        var offer = ((Fetched.Found) connector.fetch(NUMBER, "en")).offer();
        gateway.assertAsked(0, "search", Map.of("keyword", NUMBER));
        gateway.assertAsked(1, "detail", Map.of());
        assertThat(offer.item()).isEqualTo(DRESS);
        assertThat(offer.isPriceOnly()).isTrue();
        assertThat(offer.tiers())
                .as("fen, in a group, without a coupon")
                .containsExactly(new Tier(1, Money.fen(3_290)));
        assertThat(offer.shop()).isEqualTo(new Shop("582509791", "云乐好物馆服饰"));
        assertThat(offer.category().path()).containsExactly(Words.chinese("女装"), Words.chinese("连衣裙"));
        assertThat(offer.pictures()).hasSize(3);
        assertThat(offer.link()).hasToString("https://mobile.yangkeduo.com/goods.html?goods_id=" + NUMBER);
        gateway.replies("detail");
        assertThat(connector.fetch(NUMBER, "en")).as("the sign is known now").isInstanceOf(Fetched.Found.class);
        assertThat(gateway.asked).hasSize(3);
    }

    @Test
    void looksBySignWhereTheNumberIsWithdrawn() throws IOException {
        gateway.replies(200, """
                {"goods_search_response":{"goods_list":[{"goods_sign":"%s","goods_name":"x","min_group_price":100,
                "goods_image_url":"http://127.0.0.1/1.svg"}],"total_count":1}}""".formatted(SIGN));
        var page = (Searched.Page) connector.search(query(Searched.Order.RELEVANCE));
        var item = page.listings().getFirst().item();
        assertThat(item.itemId()).isEqualTo(SIGN);
        gateway.replies("detail");
        var offer = ((Fetched.Found) connector.fetch(item.itemId(), "en")).offer();
        gateway.assertAsked(1, "detail", Map.of());
        assertThat(offer.item()).isEqualTo(item);
    }

    @Test
    void aNumberThatTheSearchDoesNotFindIsNotClaimedToBeGone() throws IOException {
        gateway.replies("search");
        assertThat(connector.fetch("307013220294", "en")).isEqualTo(new Fetched.Unsupported());
    }

    @Test
    void whatItLeavesOutIsGone() {
        gateway.replies(200, """
                {"goods_detail_response":{"goods_details":[]}}""");
        assertThat(connector.fetch(SIGN, "en")).isEqualTo(new Fetched.Gone(new ItemRef(MarketplaceId.PINDUODUO, SIGN)));
    }

    @ParameterizedTest
    @CsvSource({"1339, 1339", "1.2万, 12000", "10万+, 100000", "已拼很多, 0"})
    void readsCountsAsPeopleDo(String tip, long sold) {
        gateway.replies(200, """
                {"goods_search_response":{"goods_list":[{"goods_id":1,"goods_sign":"s","goods_name":"x","min_group_price":100,
                "goods_image_url":"http://127.0.0.1/1.svg","sales_tip":"%s"}]}}""".formatted(tip));
        var page = (Searched.Page) connector.search(query(Searched.Order.RELEVANCE));
        assertThat(page.listings().getFirst().sold()).isEqualTo(sold);
    }

    @Test
    void aRefusalMeansLater() throws IOException {
        gateway.replies("error");
        assertThat(connector.fetch(SIGN, "en"))
                .isEqualTo(new Fetched.Later(Duration.ofMinutes(2), "10000 goods_sign参数错误"));
        gateway.replies(200, """
                {"error_response":{"error_code":70031,"error_msg":"调用过于频繁，请调整调用频率","request_id":"1"}}""");
        assertThat(connector.fetch(SIGN, "en"))
                .isEqualTo(new Fetched.Later(Duration.ofSeconds(10), "70031 调用过于频繁，请调整调用频率"));
        gateway.replies(502, "<html>bad gateway</html>");
        assertThat(connector.fetch(SIGN, "en")).isInstanceOf(Fetched.Later.class);
    }

    @Test
    void printsNoSecret() {
        assertThat(settings().toString()).doesNotContain("secret");
    }
}
