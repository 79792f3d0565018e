package io.sampan.outside.marketplace.taobaoglobal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
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
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.SortedSignature;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each verb in four pieces: our question, the request, the reply, our outcome. Requests and replies: docs/sources/taobaoglobal. */
class TaobaoRecordedTest {
    static final Instant NOW = Instant.ofEpochMilli(1795334400000L);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String ORDER = "200078283966";
    static final String KEY = "859040994692:5404790281451";
    static final ItemRef DRESS = new ItemRef(MarketplaceId.TAOBAO, "731040994692");
    static final Words TITLE =
            new Words("云禾法式碎花雪纺连衣裙女收腰显瘦", Map.of("en", "Yunhe French Floral Chiffon Dress for Women, Waist-Cinching"));
    static final PurchaseRequest.Receiver WAREHOUSE =
            new PurchaseRequest.Receiver("舢板集运仓", "15251667788", "浙江省", "杭州市", "滨江区", "网商路699号 SP1001", "310000");

    final Stall stall = new Stall(CLOCK);
    RecordedGateway gateway;
    Taobao connector;

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("taobaoglobal");
        var settings = new TaobaoSettings(
                gateway.at("/rest"),
                "123456",
                "helloworld",
                "50000601c01old",
                "50001600c01test",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Set.of("en", "ja"),
                "TAOBAO",
                "PANAMA_DG",
                Set.of("ONLINE"),
                Set.of("OFFLINE"),
                Set.of());
        connector = new Taobao(new TaobaoHttp(settings, stall.wire, stall.tokens, CLOCK), settings, CLOCK);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    static PurchaseRequest request() {
        return new PurchaseRequest(
                "P-01JD3W",
                Taobao.SOURCE,
                "102345678",
                List.of(new PurchaseRequest.Line("L1", DRESS, "5104790281451", KEY, 2, Money.fen(8990))),
                WAREHOUSE,
                "");
    }

    static UpstreamOrder order(UpstreamOrder.State state, List<UpstreamOrder.Waybill> waybills) {
        return new UpstreamOrder(
                MarketplaceId.TAOBAO,
                Taobao.SOURCE,
                ORDER,
                "P-01JD3W",
                state,
                Money.fen(17980),
                Money.fen(0),
                List.of(new UpstreamOrder.Line("300078283966", "859040994692", KEY, 2)),
                waybills);
    }

    @Test
    void searches() throws IOException {
        gateway.replies("search");
        var query = new Searched.Query("dress", "en", 1, 20, Searched.Order.SALES);
        var searched = connector.search(query);
        var asked = gateway.asked.getFirst();
        assertThat(asked.path()).isEqualTo("/rest/traffic/item/search");
        assertThat(asked.form())
                .containsEntry("keyword", "dress")
                .containsEntry("page_size", "20")
                .containsEntry("sort", "SALE_QTY_DESC")
                .containsEntry("language", "en");
        assertThat(searched)
                .isEqualTo(new Searched.Page(
                        List.of(new Searched.Listing(
                                DRESS,
                                TITLE,
                                URI.create("https://img.alicdn.com/bao/uploaded/O1CN01.jpg"),
                                Money.fen(8990),
                                0)),
                        1));
    }

    @Test
    void signsWhatItSends() throws IOException {
        gateway.replies("search");
        connector.search(new Searched.Query("裙", "en", 1, 20, Searched.Order.RELEVANCE));
        var sent = new TreeMap<>(gateway.asked.getFirst().form());
        var signature = sent.remove("sign");
        assertThat(SortedSignature.IOP.matches(signature, "helloworld", "/traffic/item/search", sent))
                .isTrue();
    }

    @Test
    void fetchesAnItemWithTheKeysThatAnOrderNames() throws IOException {
        gateway.replies("item");
        gateway.replies("product");
        var fetched = connector.fetch("731040994692", "en");
        gateway.assertAsked(0, "item", Map.of());
        gateway.assertAsked(1, "product", Map.of());
        var offer = ((Fetched.Found) fetched).offer();
        assertThat(offer.item()).isEqualTo(DRESS);
        assertThat(offer.title()).isEqualTo(TITLE);
        assertThat(offer.shop()).isEqualTo(new Offer.Shop("102345678", "云禾服饰旗舰店"));
        assertThat(offer.availability()).isEqualTo(Offer.Availability.ON_SALE);
        assertThat(offer.attributes())
                .containsExactly(new Offer.Attribute(
                        new Words("品牌", Map.of("en", "Brand")), new Words("云禾", Map.of("en", "Yunhe"))));
        var sku = offer.sku("5104790281451").orElseThrow();
        assertThat(sku.orderKey()).isEqualTo(KEY);
        assertThat(sku.price()).isEqualTo(Money.fen(8990));
        assertThat(sku.stock()).isEqualTo(32);
        assertThat(sku.options().getFirst().value()).isEqualTo(new Words("白色", Map.of("en", "White")));
    }

    @Test
    void anItemThatTheyDoNotKnowIsGone() {
        gateway.replies(200, """
                {"code":"0","biz_error_code":"ITEM_NOT_EXIST","biz_error_msg":"item not exist","data":null}""");
        assertThat(connector.fetch("731040994692", "en")).isEqualTo(new Fetched.Gone(DRESS));
    }

    @Test
    void aProductInAStateThatNobodyKnowsIsNotOnSale() throws IOException {
        gateway.replies("item");
        gateway.replies(200, """
                {"code":"0","success":true,"data":{"mp_id":1,"status":"PONDERING","sku_list":[]}}""");
        var fetched = (Fetched.Found) connector.fetch("731040994692", "en");
        assertThat(fetched.offer().availability()).isEqualTo(Offer.Availability.UNKNOWN);
    }

    @Test
    void quotes() throws IOException {
        gateway.replies("render");
        var quoted = connector.quote(request());
        gateway.assertAsked(0, "render", Map.of());
        assertThat(quoted).isEqualTo(new Quoted.Offered(Money.fen(17980), Money.fen(0), Map.of("L1", Money.fen(8990))));
    }

    @Test
    void quotesThatALineRanOut() throws IOException {
        gateway.replies("render-unavailable");
        assertThat(connector.quote(request())).isEqualTo(new Quoted.SoldOut(List.of("L1")));
    }

    @Test
    void placesAnOrderNamingTheAmountThatWasAgreed() throws IOException {
        gateway.replies("render");
        gateway.replies("create");
        var placed = connector.place(request());
        gateway.assertAsked(1, "create", Map.of());
        assertThat(placed).isEqualTo(new Placed.Accepted(List.of(order(UpstreamOrder.State.WAIT_PAY, List.of()))));
    }

    @Test
    void anOrderOfAnotherAmountIsRefusedSinceThePriceMoved() throws IOException {
        gateway.replies("render");
        gateway.replies("create-refused");
        assertThat(connector.place(request())).isInstanceOf(Placed.PriceMoved.class);
    }

    @Test
    void anOrderWithoutAnAnswerIsUnclearAndSentOnce() throws IOException {
        gateway.replies("render");
        gateway.drops();
        assertThat(connector.place(request())).isInstanceOf(Placed.Unclear.class);
        assertThat(gateway.asked).hasSize(2);
    }

    @Test
    void anUnknownFaultOfTheGatewayWhileOrderingIsUnclear() throws IOException {
        gateway.replies("render");
        gateway.replies(200, """
                {"type":"SYSTEM","code":"ServiceTimeout","message":"x","request_id":"1"}""");
        assertThat(connector.place(request())).isInstanceOf(Placed.Unclear.class);
    }

    @Test
    void flowControlMeansLaterByAsLongAsTheyBanUs() {
        gateway.replies(200, """
                {"type":"ISV","code":"ApiCallLimit","message":"The api access frequency exceeds the limit. this ban will last 7 seconds"}""");
        assertThat(connector.place(request()))
                .isInstanceOfSatisfying(
                        Placed.Later.class, later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void looksUpByOurReference() throws IOException {
        gateway.replies("orders");
        var looked = connector.lookUp(request());
        gateway.assertAsked(0, "orders", Map.of());
        assertThat(looked)
                .isEqualTo(new Placed.Accepted(List.of(order(
                        UpstreamOrder.State.SHIPPED, List.of(new UpstreamOrder.Waybill("中通快递", "78912345678901"))))));
    }

    @Test
    void saysThatNothingWasOrdered() {
        gateway.replies(200, """
                {"code":"0","success":true,"data":{"total_count":0,"purchase_orders":[]}}""");
        assertThat(connector.lookUp(request())).isEqualTo(new Placed.Absent());
    }

    @Test
    void paysAndReadsWhetherItIsPaid() throws IOException {
        gateway.replies("pay");
        gateway.replies("orders");
        assertThat(connector.pay(order(UpstreamOrder.State.WAIT_PAY, List.of())))
                .isEqualTo(new PaidUpstream.Done());
        gateway.assertAsked(0, "pay", Map.of());
    }

    @Test
    void aPaymentThatWillBeMadeIsUnclearUntilTheOrderSaysSo() throws IOException {
        gateway.replies("pay");
        gateway.replies(200, """
                {"code":"0","success":true,"data":{"purchase_orders":[{"purchase_id":200078283966,"status":"WAIT_BUYER_P"}]}}""");
        assertThat(connector.pay(order(UpstreamOrder.State.WAIT_PAY, List.of())))
                .isInstanceOf(PaidUpstream.Unclear.class);
    }

    @Test
    void aPaymentThatTheyRefuseIsRefused() throws IOException {
        gateway.replies("pay-failed");
        gateway.replies(200, """
                {"code":"0","success":true,"data":{"purchase_orders":[{"purchase_id":200078283966,"status":"WAIT_BUYER_P"}]}}""");
        assertThat(connector.pay(order(UpstreamOrder.State.WAIT_PAY, List.of())))
                .isEqualTo(new PaidUpstream.Refused("ORDER_STATUS_ERROR", "order is not waiting for payment"));
    }

    @Test
    void readsAnOrder() throws IOException {
        gateway.replies("orders");
        var read = (OrderRead.Present) connector.read(ORDER);
        assertThat(gateway.asked.getFirst().form()).containsEntry("purchase_ids", "[200078283966]");
        assertThat(read.order().state()).isEqualTo(UpstreamOrder.State.SHIPPED);
        assertThat(read.order().lines())
                .isEqualTo(order(UpstreamOrder.State.PAID, List.of()).lines());
    }

    @Test
    void aStateThatNobodyKnowsIsUnknown() {
        gateway.replies(200, """
                {"code":"0","success":true,"data":{"purchase_orders":[{"purchase_id":200078283966,"status":"TRADE_FINISHED"}]}}""");
        var read = (OrderRead.Present) connector.read(ORDER);
        assertThat(read.order().state()).isEqualTo(UpstreamOrder.State.UNKNOWN);
    }

    @Test
    void traces() throws IOException {
        gateway.replies("logistics");
        var traced = connector.trace(order(UpstreamOrder.State.SHIPPED, List.of()));
        gateway.assertAsked(0, "logistics", Map.of());
        assertThat(traced)
                .isEqualTo(new OrderRead.Traced(List.of(
                        new OrderRead.Step("78912345678901", Instant.ofEpochMilli(1795420800000L), "【广州】中通快递 已揽收"))));
    }

    @Test
    void cancelsEachLineAndReadsWhatBecameOfIt() throws IOException {
        gateway.replies("orders");
        gateway.replies("cancel");
        gateway.replies(200, """
                {"code":"0","success":true,"data":{"purchase_orders":[{"purchase_id":200078283966,"status":"TRADE_CLOSED"}]}}""");
        var read = (OrderRead.Present) connector.cancel(ORDER);
        gateway.assertAsked(1, "cancel", Map.of());
        assertThat(read.order().state()).isEqualTo(UpstreamOrder.State.CLOSED);
    }

    @Test
    void renewsATokenThatIsRefusedOnceAndAsksAgain() throws IOException {
        gateway.replies("error-token");
        gateway.replies("token-refresh");
        gateway.replies("orders");
        assertThat(connector.read(ORDER)).isInstanceOf(OrderRead.Present.class);
        gateway.assertAsked(1, "token-refresh", Map.of());
        assertThat(gateway.asked.get(2).form()).containsEntry("access_token", "50000601c01test");
        assertThat(stall.token("taobao-global")).isEqualTo("50000601c01test");
    }
}
