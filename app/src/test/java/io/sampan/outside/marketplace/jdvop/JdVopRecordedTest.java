package io.sampan.outside.marketplace.jdvop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Connector.Polled;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews.Subject;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.RecordedGateway;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import io.sampan.outside.marketplace.Words;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each verb in four pieces: our question, the request, the reply, our outcome. Requests and replies: docs/sources/jdvop. */
class JdVopRecordedTest {
    static final Instant NOW = Instant.parse("2026-11-26T01:47:46Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String SKU = "100975797300";
    static final String ORDER = "362707772724";
    static final ItemRef DRESS = new ItemRef(MarketplaceId.JD, SKU);
    static final String TOKEN = "5535e11d71d34be2adae28b6";
    static final Map<String, String> ADDRESS = Map.of("address", "浙江省杭州市滨江区网商路699号 SP1001");
    static final PurchaseRequest.Receiver WAREHOUSE =
            new PurchaseRequest.Receiver("舢板集运仓", "15251667788", "浙江省", "杭州市", "滨江区", "网商路699号 SP1001", "310000");

    final Stall stall = new Stall(CLOCK);
    RecordedGateway gateway;
    JdVop connector;

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("jdvop");
        gateway.replies("token");
        connector = new JdVop(new JdVopHttp(settings(), stall.wire, stall.tokens, CLOCK), settings(), CLOCK);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    JdVopSettings settings() {
        return new JdVopSettings(
                gateway.at(""),
                "sampan-vop-client",
                "sampan-vop-secret",
                "舢板采购",
                "sampan-vop-password",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                "15_1213_3408_0",
                "warehouse@example.test",
                new JdVopSettings.Invoice("2", "2", "5", "舢板", "1"),
                new JdVopSettings.Codes(Set.of("2010"), Set.of("3019")));
    }

    static PurchaseRequest request() {
        var line = new PurchaseRequest.Line("L1", DRESS, SKU, SKU, 2, Money.fen(8_320));
        return new PurchaseRequest("P-01JD3W", JdVop.SOURCE, "jd", List.of(line), WAREHOUSE, "");
    }

    static UpstreamOrder order(String reference, State state, Waybill... waybills) {
        return new UpstreamOrder(
                MarketplaceId.JD,
                JdVop.SOURCE,
                ORDER,
                reference,
                state,
                Money.fen(16_640),
                Money.fen(0),
                List.of(new UpstreamOrder.Line("", SKU, SKU, 2)),
                List.of(waybills));
    }

    /** @param index after the request for the token, which is the first of all */
    void assertAsked(int index, String name, Map<String, String> but) throws IOException {
        var more = new HashMap<>(but);
        more.put("token", TOKEN);
        gateway.assertAsked(index + 1, name, more);
    }

    String path(int index) {
        return gateway.asked.get(index + 1).path();
    }

    void replies(String... names) throws IOException {
        for (var name : names) {
            gateway.replies(name);
        }
    }

    void refuses(String code, String words) {
        gateway.replies(200, """
                {"success":false,"resultMessage":"%s","resultCode":"%s","result":null}""".formatted(words, code));
    }

    void quotes() throws IOException {
        replies("address", "stock", "price", "area-limit", "freight");
    }

    @Test
    void asksForATokenWithThePasswordOnce() throws IOException {
        replies("order", "track", "order", "track");
        connector.read(ORDER);
        connector.read(ORDER);
        gateway.assertAsked(0, "token", Map.of());
        assertThat(gateway.asked.getFirst().form().get("sign")).matches("[0-9A-F]{32}");
        assertThat(gateway.asked).hasSize(5);
        assertThat(stall.token(JdVop.SOURCE)).isEqualTo(TOKEN);
    }

    @Test
    void renewsATokenThatIsRefusedByTheRefreshTokenAndAsksAgain() throws IOException {
        replies("error");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"access_token":"second","refresh_token":"r2","expires_in":86400}}""");
        replies("order", "track");
        assertThat(connector.read(ORDER)).isInstanceOf(OrderRead.Present.class);
        assertThat(path(1)).isEqualTo("/oauth2/refreshToken");
        assertThat(gateway.asked.get(2).form())
                .containsEntry("refresh_token", "062efe46d0cb49f3a7c2f958")
                .containsEntry("client_secret", "sampan-vop-secret");
        assertThat(gateway.asked.get(3).form()).containsEntry("token", "second");
    }

    @Test
    void asksWithThePasswordAgainWhenTheRefreshTokenHasRunOut() throws IOException {
        replies("error");
        refuses("2011", "refresh_token过期");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"access_token":"third","refresh_token":"r3","expires_in":86400}}""");
        replies("order", "track");
        assertThat(connector.read(ORDER)).isInstanceOf(OrderRead.Present.class);
        assertThat(path(2)).isEqualTo("/oauth2/accessToken");
        assertThat(gateway.asked.get(4).form()).containsEntry("token", "third");
    }

    @Test
    void searchesAndAsksForThePricesThatTheSearchDoesNotTell() throws IOException {
        gateway.replies("search");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":[{"skuId":100130913800,"price":59.9,"jdPrice":69}]}""");
        var searched =
                (Searched.Page) connector.search(new Searched.Query("连衣裙", "en", 1, 2, Searched.Order.RELEVANCE));
        assertAsked(0, "search", Map.of());
        assertAsked(1, "price", Map.of("sku", "100130913800,100781693500"));
        assertThat(searched.total()).isEqualTo(11);
        assertThat(searched.listings())
                .as("what has no price is not sold to us")
                .hasSize(1);
        var listing = searched.listings().getFirst();
        assertThat(listing.item()).isEqualTo(new ItemRef(MarketplaceId.JD, "100130913800"));
        assertThat(listing.priceFrom()).isEqualTo(Money.fen(5_990));
    }

    @Test
    void fetchesASkuWithItsSiblingsAsVariantsOfOneProduct() throws IOException {
        replies("detail", "similar");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":[{"skuId":100975797300,"price":83.2,"jdPrice":105.9},
                {"skuId":100975797304,"price":84,"jdPrice":105.9}]}""");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":"[{\\"skuId\\":100975797300,\\"stockStateId\\":33,\\"remainNum\\":451},\
                {\\"skuId\\":100975797304,\\"stockStateId\\":34,\\"remainNum\\":-1}]"}""");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"catId":1031901,"name":"连衣裙"}}""");
        var offer = ((Fetched.Found) connector.fetch(SKU, "en")).offer();
        assertAsked(0, "detail", Map.of());
        assertAsked(1, "similar", Map.of());
        assertThat(gateway.asked.get(3).form().get("sku").split(",")).hasSize(12);
        assertThat(gateway.asked.get(4).form()).containsEntry("area", "15_1213_3408_0");
        assertThat(offer.item()).isEqualTo(DRESS);
        assertThat(offer.title())
                .as("without the colour and size of the one that was asked for")
                .isEqualTo(Words.chinese("里白（Libai）连衣裙 中长款 方领 泡泡袖 雪纺 条纹 甜美"));
        assertThat(offer.category().path()).containsExactly(Words.chinese("连衣裙"));
        assertThat(offer.attributes()).hasSize(9);
        assertThat(offer.pictures()).hasSize(4);
        assertThat(offer.statedWeightGrams()).isEqualTo(170);
        assertThat(offer.skus()).extracting(Offer.Sku::orderKey).containsExactly(SKU, "100975797304");
        assertThat(offer.skus()).extracting(Offer.Sku::stock).containsExactly(451, 0);
        assertThat(offer.skus().getFirst().price()).isEqualTo(Money.fen(8_320));
        assertThat(offer.skus().getFirst().options())
                .extracting(option -> option.value().chinese())
                .containsExactly("浅粉色", "M");
    }

    @ParameterizedTest
    @CsvSource({"0010, 返回数据为空", "2004, 商品池权限不足"})
    void whatIsNotThereOrNotInOurContractIsGone(String code, String words) {
        refuses(code, words);
        assertThat(connector.fetch(SKU, "en")).isEqualTo(new Fetched.Gone(DRESS));
    }

    @Test
    void whatJdTookOffItsShelvesIsGone() {
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"sku":100975797300,"name":"x","state":0}}""");
        assertThat(connector.fetch(SKU, "en")).isEqualTo(new Fetched.Gone(DRESS));
    }

    @Test
    void quotesStockPriceLimitsAndFreight() throws IOException {
        quotes();
        var quoted = connector.quote(request());
        assertAsked(0, "address", ADDRESS);
        assertAsked(1, "stock", Map.of());
        assertAsked(2, "price", Map.of());
        assertAsked(3, "area-limit", Map.of());
        assertAsked(4, "freight", Map.of());
        assertThat(quoted)
                .isEqualTo(new Quoted.Offered(Money.fen(16_640), Money.fen(0), Map.of("L1", Money.fen(8_320))));
    }

    @Test
    void whatIsNotSoldThereIsSoldOut() throws IOException {
        replies("address", "stock", "price");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":"[{\\"skuId\\":100975797300,\\"isAreaRestrict\\":true}]"}""");
        assertThat(connector.quote(request())).isEqualTo(new Quoted.SoldOut(List.of("L1")));
    }

    @Test
    void anAddressThatJdDoesNotKnowIsRefused() {
        refuses("3405", "没查询到对应地址");
        assertThat(connector.quote(request())).isEqualTo(new Quoted.Refused("3405", "没查询到对应地址"));
    }

    @Test
    void placesAnOrderAtThePricesThatItSaw() throws IOException {
        quotes();
        replies("submit");
        var placed = connector.place(request());
        assertAsked(
                5,
                "submit",
                Map.of(
                        "doOrderPriceMode", "1",
                        "orderPriceSnap", "[{\"skuId\":100975797300,\"price\":83.20}]"));
        assertThat(placed).isEqualTo(new Placed.Accepted(List.of(order("P-01JD3W", State.WAIT_PAY))));
    }

    @Test
    void aReferenceThatComesAgainIsAnsweredWithTheFirstOrder() throws IOException {
        quotes();
        replies("submit-repeated", "order", "track");
        var placed = (Placed.Accepted) connector.place(request());
        assertThat(placed.orders())
                .containsExactly(order("P-01JD3W", State.SHIPPED, new Waybill("京东快递", "JDVA35370077689")));
    }

    @Test
    void aRepeatedReferenceThatSaysFailureIsOneAllTheSame() throws IOException {
        quotes();
        gateway.replies(200, """
                {"success":false,"resultMessage":"重复提交","resultCode":"0008","result":{"jdOrderId":362707772724}}""");
        replies("order", "track");
        assertThat(connector.place(request())).isInstanceOf(Placed.Accepted.class);
    }

    @Test
    void aPriceThatMovedMeanwhileIsTold() throws IOException {
        quotes();
        replies("submit-refused");
        assertThat(connector.place(request())).isInstanceOf(Placed.PriceMoved.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2010, Later",
        "2007, Later",
        "3008, SoldOut",
        "3009, SoldOut",
        "3005, SoldOut",
        "3019, PriceMoved",
        "3017, Refused",
        "2002, Refused",
        "1003, Refused",
        "5001, Unclear",
        "9876, Unclear",
    })
    void everyResultCodeOfPlacingIsTemporaryRefusedOrUnknown(String code, String outcome) throws IOException {
        quotes();
        refuses(code, "x");
        // An expired token is renewed, and refused once more.
        replies("token");
        refuses(code, "x");
        assertThat(connector.place(request()).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void anOrderWithoutAnAnswerIsUnclearAndSentOnce() throws IOException {
        quotes();
        gateway.drops();
        assertThat(connector.place(request())).isInstanceOf(Placed.Unclear.class);
        assertThat(gateway.asked).hasSize(7);
    }

    @Test
    void looksUpByOurReference() throws IOException {
        replies("third-order", "order", "track");
        var looked = (Placed.Accepted) connector.lookUp(request());
        assertAsked(0, "third-order", Map.of());
        assertAsked(1, "order", Map.of());
        assertThat(looked.orders()).extracting(UpstreamOrder::reference).containsExactly("P-01JD3W");
    }

    @Test
    void knowsThatNothingWasOrderedOnlyWhenJdSaysSo() {
        refuses("3401", "订单不存在");
        refuses("5001", "服务异常");
        assertThat(connector.lookUp(request())).isEqualTo(new Placed.Absent());
        assertThat(connector.lookUp(request())).isInstanceOf(Placed.Unclear.class);
    }

    @Test
    void findsThePartsOfWhatWasSplitSince() throws IOException {
        replies("third-order", "order-split");
        noWaybills();
        noWaybills();
        var looked = (Placed.Accepted) connector.lookUp(request());
        assertThat(looked.orders()).extracting(UpstreamOrder::orderId).containsExactly("342672031170", "362052784594");
    }

    void noWaybills() {
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"orderTrack":[],"waybillCode":[]}}""");
    }

    @Test
    void readsAnOrderThatIsShippedByItsWaybill() throws IOException {
        replies("order", "track");
        var read = connector.read(ORDER);
        assertAsked(0, "order", Map.of());
        assertAsked(1, "track", Map.of());
        assertThat(read)
                .isEqualTo(new OrderRead.Present(order("", State.SHIPPED, new Waybill("京东快递", "JDVA35370077689"))));
    }

    @Test
    void anOrderWithATrackAndNoWaybillIsNotShipped() throws IOException {
        replies("order");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"orderTrack":[{"content":"您提交了订单","msgTime":"2026-11-26 09:47:46",
                "operator":"客户"}],"waybillCode":[]}}""");
        assertThat(connector.read(ORDER)).isEqualTo(new OrderRead.Present(order("", State.PAID)));
    }

    @Test
    void aSplitOrderIsItsPartsAndLosesNothing() throws IOException {
        replies("order-split", "track");
        noWaybills();
        var parts = ((OrderRead.Split) connector.read("342672031171")).parts();
        assertAsked(0, "order-split", Map.of());
        assertThat(gateway.asked.get(2).form()).containsEntry("jdOrderId", "342672031170");
        assertThat(parts).extracting(UpstreamOrder::state).containsExactly(State.SHIPPED, State.PAID);
        assertThat(parts.stream().map(UpstreamOrder::total).reduce(Money::plus)).contains(Money.fen(10_564));
        assertThat(parts.getLast().lines())
                .containsExactly(new UpstreamOrder.Line("", "100358487700", "100358487700", 1));
    }

    @Test
    void aSplitOfWhichAPartCannotBeReadIsReadLater() throws IOException {
        replies("order-split", "track");
        refuses("5001", "服务异常");
        assertThat(connector.read("342672031171")).isInstanceOf(OrderRead.Later.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, CLOSED",
        "0, 1, 0, CLOSED",
        "1, 0, 0, WAIT_PAY",
        "1, 1, 0, PAID",
        "1, 1, 1, DONE",
        "1, 1, 2, CLOSED",
        "1, 1, 7, UNKNOWN",
        "1, 3, 0, UNKNOWN",
        "5, 1, 0, UNKNOWN"
    })
    void knowsTheStatesThatAreDocumentedAndGuessesNone(String valid, String submitted, String delivered, State state) {
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"orderState":%s,"submitState":%s,"state":%s,"type":2,"pOrder":0,
                "jdOrderId":362707772724,"freight":0,"orderPrice":166.4,"sku":[]}}""".formatted(valid, submitted, delivered));
        noWaybills();
        var read = (OrderRead.Present) connector.read(ORDER);
        assertThat(read.order().state()).isEqualTo(state);
    }

    @Test
    void tracesTheParcelAndNotTheOrder() throws IOException {
        replies("track");
        var steps = ((OrderRead.Traced) connector.trace(order("", State.SHIPPED))).steps();
        assertAsked(0, "track", Map.of());
        assertThat(steps).hasSize(5);
        assertThat(steps.getFirst())
                .isEqualTo(
                        new OrderRead.Step("JDVA35370077689", Instant.parse("2026-11-27T08:25:47Z"), "【杭州市】京东快递 已揽收"));
    }

    @Test
    void paysByConfirmingAndMakesSureOfIt() throws IOException {
        replies("balance", "confirm");
        refuses("3404", "订单不能发起支付");
        replies("order", "track");
        assertThat(connector.pay(order("", State.WAIT_PAY))).isEqualTo(new PaidUpstream.Done());
        assertAsked(0, "balance", Map.of());
        assertAsked(1, "confirm", Map.of());
        assertAsked(2, "pay", Map.of("jdOrderId", ORDER));
    }

    @Test
    void paysWhatTheBalanceCouldNotPayWhenItWasConfirmed() throws IOException {
        replies("balance");
        refuses("3103", "该订单已确认下单");
        replies("pay");
        assertThat(connector.pay(order("", State.WAIT_PAY))).isEqualTo(new PaidUpstream.Done());
    }

    @Test
    void confirmsNothingThatTheBalanceCannotPay() {
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":"166.39"}""");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"orderState":1,"submitState":0,"state":0,"jdOrderId":362707772724}}""");
        var paid = (PaidUpstream.Refused) connector.pay(order("", State.WAIT_PAY));
        assertThat(paid.code()).isEqualTo("3403");
        assertThat(gateway.asked).noneMatch(asked -> asked.path().endsWith("confirmOrder"));
    }

    @Test
    void aConfirmationThatTheBalanceDidNotCoverIsRefusedAndNotPaid() throws IOException {
        replies("balance", "confirm");
        refuses("3403", "支付时余额不足");
        assertThat(connector.pay(order("", State.WAIT_PAY))).isEqualTo(new PaidUpstream.Refused("3403", "支付时余额不足"));
    }

    @Test
    void anUnclearConfirmationIsSettledByAskingToPay() throws IOException {
        replies("balance");
        gateway.drops();
        refuses("5001", "服务异常");
        refuses("3404", "订单不能发起支付");
        replies("order", "track");
        assertThat(connector.pay(order("", State.WAIT_PAY))).isEqualTo(new PaidUpstream.Done());
    }

    @Test
    void asksToPayAtMostThreeTimes() throws IOException {
        replies("balance", "confirm");
        for (int i = 0; i < 4; i++) {
            refuses("5001", "服务异常");
        }
        assertThat(connector.pay(order("", State.WAIT_PAY))).isInstanceOf(PaidUpstream.Unclear.class);
        assertThat(gateway.asked).hasSize(6);
    }

    @Test
    void cancelsAndReadsWhatBecameOfIt() throws IOException {
        replies("cancel");
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":{"orderState":0,"submitState":0,"state":0,"jdOrderId":374826031256}}""");
        var read = (OrderRead.Present) connector.cancel("374826031256");
        assertAsked(0, "cancel", Map.of());
        assertThat(read.order().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void whatIsConfirmedIsNotCancelledAnyMore() {
        refuses("3208", "不能取消已确认订单");
        assertThat(connector.cancel(ORDER)).isEqualTo(new OrderRead.Refused("3208", "不能取消已确认订单"));
    }

    @Test
    void tellsWhatItsMessagesAreAbout() throws IOException {
        replies("messages");
        var told = (Polled.Told) connector.poll();
        assertAsked(0, "messages", Map.of("type", "1,2,4,5,10,12,14,15"));
        assertThat(told.messages()).containsExactly("1795970327017", "1796089787077", "1796089847090");
        assertThat(told.news())
                .extracting(news -> news.subject() + " " + news.key() + " " + news.messageId())
                .containsExactly(
                        Subject.LOGISTICS + " " + ORDER + " 1795970327017",
                        Subject.ORDER + " 342672031171 1796089787077",
                        Subject.ITEM + " " + SKU + " 1796089847090");
    }

    @Test
    void aMessageOfASiblingIsNewsOfTheItemThatShowsIt() throws IOException {
        replies("detail", "similar", "price", "stock");
        refuses("0010", "返回数据为空");
        assertThat(connector.fetch(SKU, "en")).isInstanceOf(Fetched.Found.class);
        gateway.replies(200, """
                {"success":true,"resultCode":"0000","result":[{"id":7,"type":2,"result":{"skuId":100975797304}}]}""");
        var told = (Polled.Told) connector.poll();
        assertThat(told.news()).extracting(news -> news.key()).containsExactly("100975797304", SKU);
    }

    @Test
    void deletesWhatIsStored() throws IOException {
        replies("message-del");
        connector.confirm(List.of("1", "2"));
        assertAsked(0, "message-del", Map.of("id", "1,2"));
    }

    @Test
    void printsNoSecret() {
        assertThat(settings().toString()).doesNotContain("secret").doesNotContain("password");
    }
}
