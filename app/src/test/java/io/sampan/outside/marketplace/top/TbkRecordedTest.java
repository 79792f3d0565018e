package io.sampan.outside.marketplace.top;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Connector.Shared;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.RecordedGateway;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.marketplace.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each verb in four pieces: our question, the request, the reply, our outcome. Requests and replies: docs/sources/tbk. */
class TbkRecordedTest {
    static final Clock CLOCK = Clock.fixed(OpenMallRecordedTest.NOW, ZoneOffset.UTC);
    static final ItemRef QIPAO = new ItemRef(MarketplaceId.TAOBAO, "720543614356");

    final Stall stall = new Stall(CLOCK);
    RecordedGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("tbk");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    TbkSettings settings(String session, boolean upgraded) {
        return new TbkSettings(
                gateway.at("/router/rest"),
                "33000202",
                "helloworld",
                session,
                "",
                "mm_130000001_46000001_109000000001",
                upgraded,
                Duration.ofSeconds(2));
    }

    Tbk tbk(boolean upgraded) {
        return new Tbk(settings("6200test", upgraded), stall.wire, stall.tokens, CLOCK);
    }

    static final Searched.Query QUERY = new Searched.Query("连衣裙", "en", 1, 20, Searched.Order.SALES);

    @Test
    void searches() throws IOException {
        gateway.replies("search");
        var searched = tbk(false).search(QUERY);
        assertThat(gateway.asked.getFirst().form())
                .containsEntry("method", "taobao.tbk.dg.material.optional")
                .containsEntry("adzone_id", "109000000001")
                .containsEntry("q", "连衣裙")
                .containsEntry("sort", "total_sales_des")
                .doesNotContainKey("session");
        assertThat(searched)
                .isEqualTo(new Searched.Page(
                        List.of(new Searched.Listing(
                                new ItemRef(MarketplaceId.TAOBAO, "755666232384"),
                                Words.chinese("优素月2025秋季新款新中式棉麻连衣裙女中长款泡泡袖"),
                                URI.create("http://127.0.0.1:9106/pictures/taobao/755666232384/1.svg"),
                                Money.fen(11590),
                                170)),
                        9));
    }

    @Test
    void leavesOutWhatTheUpgradedSearchNamesByAnIdOfADay() throws IOException {
        gateway.replies("search-upgrade");
        assertThat(tbk(true).search(QUERY)).isInstanceOf(Searched.Later.class);
        assertThat(gateway.asked.getFirst().form()).containsEntry("method", "taobao.tbk.dg.material.optional.upgrade");
        var row = Files.readString(Path.of("../docs/sources/tbk/search-upgrade.reply.json"))
                .replace("a4ZDHfwq31nvLZx7CAw4-BNJ4607JSNEU09ssu4bH", "791626723218");
        gateway.replies(200, row);
        var page = (Searched.Page) tbk(true).search(QUERY);
        assertThat(page.listings())
                .extracting(listing -> listing.item().itemId(), Searched.Listing::priceFrom)
                .containsExactly(Tuple.tuple("791626723218", Money.fen(5090)));
    }

    @Test
    void nothingFoundIsAnAnswer() throws IOException {
        gateway.replies("search-nothing");
        assertThat(tbk(false).search(QUERY)).isEqualTo(new Searched.Page(List.of(), 0));
        assertThat(gateway.asked).hasSize(1);
    }

    @Test
    void fetchesThePriceOfAnItem() throws IOException {
        gateway.replies("item");
        var offer = ((Fetched.Found) tbk(false).fetch("720543614356", "en")).offer();
        gateway.assertAsked(0, "item", Map.of());
        assertThat(offer.item()).isEqualTo(QIPAO);
        assertThat(offer.isPriceOnly()).isTrue();
        assertThat(offer.tiers()).containsExactly(new Offer.Tier(1, Money.fen(11690)));
        assertThat(offer.shop()).isEqualTo(new Offer.Shop("555355712", "素溪服饰旗舰店"));
        assertThat(offer.category().path()).containsExactly(Words.chinese("女装"), Words.chinese("旗袍"));
        assertThat(offer.pictures()).hasSize(3);
        assertThat(offer.onSale()).isTrue();
    }

    @Test
    void fetchesByTheUpgradedApiWhichRepeatsWhatWasAsked() throws IOException {
        gateway.replies("item-upgrade");
        var offer = ((Fetched.Found) tbk(true).fetch("720543614356", "en")).offer();
        gateway.assertAsked(0, "item-upgrade", Map.of());
        assertThat(offer.item()).isEqualTo(QIPAO);
        assertThat(offer.tiers())
                .as("the coupon is not everybody's")
                .containsExactly(new Offer.Tier(1, Money.fen(11690)));
        assertThat(offer.category().id()).isEqualTo("1031915");
    }

    @Test
    void whatIsLeftOutOfTheAnswerIsGone() {
        gateway.replies(200, """
                {"tbk_item_info_get_response":{"request_id":"1"}}""");
        assertThat(tbk(false).fetch("720543614356", "en")).isEqualTo(new Fetched.Gone(QIPAO));
    }

    @Test
    void aDepositIsNoPrice() throws IOException {
        var item = Files.readString(Path.of("../docs/sources/tbk/item.reply.json"));
        gateway.replies(200, item.replace("\"nick\"", "\"presale_deposit\": \"116.90\", \"nick\""));
        var offer = ((Fetched.Found) tbk(false).fetch("720543614356", "en")).offer();
        assertThat(offer.tiers()).isEmpty();
        assertThat(offer.isPriceOnly())
                .as("nothing that could be put into a cart")
                .isFalse();
    }

    @Test
    void opensAShareToken() throws IOException {
        gateway.replies("tpwd-convert");
        assertThat(tbk(false).shared("TgixCStGJxP"))
                .isEqualTo(new Shared.Item(new ItemRef(MarketplaceId.TAOBAO, "736097001711")));
        gateway.assertAsked(0, "tpwd-convert", Map.of("password_content", "￥TgixCStGJxP￥"));
    }

    @Test
    void opensNoShareTokenWithoutAnAccount() {
        var anonymous = new Tbk(settings("", false), stall.wire, stall.tokens, CLOCK);
        assertThat(anonymous.capabilities()).doesNotContain(Capability.SHARE_TOKEN);
        assertThat(anonymous.shared("TgixCStGJxP")).isEqualTo(new Shared.Unsupported());
        assertThat(tbk(false).capabilities()).contains(Capability.SHARE_TOKEN);
    }

    @Test
    void wantsAPlaceOfTheRightForm() {
        assertThatThrownBy(() -> new TbkSettings(
                        URI.create("http://127.0.0.1"), "1", "", "", "", "109000000001", false, Duration.ofSeconds(1)))
                .hasMessageContaining("sampan.tbk.pid");
        assertThat(settings("6200test", false).toString()
                        + settings("6200test", false).app())
                .doesNotContain("helloworld")
                .doesNotContain("6200");
    }
}
