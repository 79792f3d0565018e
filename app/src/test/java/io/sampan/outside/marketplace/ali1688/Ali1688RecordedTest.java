package io.sampan.outside.marketplace.ali1688;

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
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.Hands;
import io.sampan.outside.wire.SortedSignature;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each verb in four pieces: our question, the request, the reply, our outcome. Requests and replies: docs/sources/1688. */
class Ali1688RecordedTest {
    static final Instant NOW = Instant.ofEpochMilli(1795334400000L);
    static final String ORDER = "3651754500830705038";
    static final String SPEC = "b266e0726506185beaf205cbae88530d";
    static final ItemRef MUG = new ItemRef(MarketplaceId.ALI1688, "620201390233");
    static final PurchaseRequest.Receiver WAREHOUSE =
            new PurchaseRequest.Receiver("舢板集运仓", "15251667788", "浙江省", "杭州市", "滨江区", "网商路699号 SP1001", "310000");
    /** Made at 15:30 in China on 22 November 2026. */
    static final String REFERENCE = "01a20229-70c0-7000-8000-000000000001";

    final Hands clock = new Hands(NOW);
    final Stall stall = new Stall(clock);
    RecordedGateway gateway;
    Ali1688 connector;

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("1688");
        var settings = settings();
        connector = new Ali1688(new Ali1688Http(settings, stall.wire, stall.tokens, clock), settings, clock);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    Ali1688Settings settings() {
        return new Ali1688Settings(
                gateway.at("/openapi"),
                "1000000",
                "test123",
                "f14da3b8-test",
                "b7c1d2e3-0002",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Set.of("en", "ja"),
                "general",
                "cross_daigou");
    }

    static PurchaseRequest request(String reference) {
        return new PurchaseRequest(
                reference,
                Ali1688.SOURCE,
                "shop",
                List.of(new PurchaseRequest.Line("L1", MUG, "5104790281451", SPEC, 3, Money.fen(1280))),
                WAREHOUSE,
                "");
    }

    static UpstreamOrder order(UpstreamOrder.State state, List<UpstreamOrder.Waybill> waybills) {
        return new UpstreamOrder(
                MarketplaceId.ALI1688,
                Ali1688.SOURCE,
                ORDER,
                "P-01JD3V",
                state,
                Money.fen(4540),
                Money.fen(700),
                List.of(new UpstreamOrder.Line("3651754500830706038", "620201390233", SPEC, 3)),
                waybills);
    }

    @Test
    void searches() throws IOException {
        gateway.replies("search");
        var searched = connector.search(new Searched.Query("陶瓷马克杯", "en", 1, 20, Searched.Order.PRICE_UP));
        gateway.assertAsked(0, "search", Map.of());
        assertThat(searched)
                .isEqualTo(new Searched.Page(
                        List.of(new Searched.Listing(
                                MUG,
                                new Words(
                                        "禾宜复古陶瓷马克杯办公大容量带盖带勺",
                                        Map.of(
                                                "en",
                                                "Heyi Vintage Ceramic Mug for Office, Large Capacity, with Lid and Spoon")),
                                URI.create("https://cbu01.alicdn.com/img/ibank/O1CN01a1b2c3.jpg"),
                                Money.fen(1280),
                                340)),
                        1));
    }

    @Test
    void signsWhatItSends() throws IOException {
        gateway.replies("search");
        connector.search(new Searched.Query("杯", "en", 1, 20, Searched.Order.RELEVANCE));
        var sent = new TreeMap<>(gateway.asked.getFirst().form());
        var signature = sent.remove("_aop_signature");
        var path = gateway.asked.getFirst().path().substring("/openapi/".length());
        assertThat(SortedSignature.ALI_1688.matches(signature, "test123", path, sent))
                .isTrue();
    }

    @Test
    void fetchesAnItem() throws IOException {
        gateway.replies("detail");
        var fetched = connector.fetch("620201390233", "en");
        gateway.assertAsked(0, "detail", Map.of());
        var offer = ((Fetched.Found) fetched).offer();
        assertThat(offer.item()).isEqualTo(MUG);
        assertThat(offer.seenAt()).isEqualTo(NOW);
        assertThat(offer.availability()).isEqualTo(Offer.Availability.ON_SALE);
        assertThat(offer.tiers()).isEmpty();
        assertThat(offer.attributes())
                .containsExactly(new Offer.Attribute(
                        new Words("材质", Map.of("en", "Material")), new Words("陶瓷", Map.of("en", "Ceramic"))));
        var sku = offer.sku("5104790281451").orElseThrow();
        assertThat(sku.orderKey()).isEqualTo(SPEC);
        assertThat(sku.price()).isEqualTo(Money.fen(1280));
        assertThat(sku.stock()).isEqualTo(420);
        assertThat(sku.options()).hasSize(2);
        assertThat(offer.statedWeightGrams()).isEqualTo(420);
        assertThat(offer.statedSizeMm()).isEqualTo(new Offer.SizeMm(140, 120, 120));
        assertThat(offer.hazards()).isEmpty();
    }

    @Test
    void anItemThatTheyDoNotKnowIsGone() {
        gateway.replies(200, """
                {"result":{"success":"false","code":"404","message":"商品不存在","result":null}}""");
        assertThat(connector.fetch("620201390233", "en")).isEqualTo(new Fetched.Gone(MUG));
    }

    @Test
    void quotes() throws IOException {
        gateway.replies("preview");
        var quoted = connector.quote(request("P-01JD3V"));
        gateway.assertAsked(0, "preview", Map.of());
        assertThat(quoted)
                .isEqualTo(new Quoted.Offered(Money.fen(3840), Money.fen(700), Map.of("L1", Money.fen(1280))));
    }

    @Test
    void quotesThatALineRanOut() throws IOException {
        gateway.replies("preview-sold-out");
        assertThat(connector.quote(request("P-01JD3V"))).isEqualTo(new Quoted.SoldOut(List.of("L1")));
    }

    @Test
    void asksForEachLineAloneWhichOneRanOut() throws IOException {
        var both = new PurchaseRequest(
                "P-01JD3V",
                Ali1688.SOURCE,
                "shop",
                List.of(
                        new PurchaseRequest.Line("L1", MUG, "1", SPEC, 1, Money.fen(1280)),
                        new PurchaseRequest.Line("L2", MUG, "2", "other", 1, Money.fen(1280))),
                WAREHOUSE,
                "");
        gateway.replies("preview-sold-out");
        gateway.replies("preview");
        gateway.replies("preview-sold-out");
        assertThat(connector.quote(both)).isEqualTo(new Quoted.SoldOut(List.of("L2")));
    }

    @Test
    void placesAnOrder() throws IOException {
        gateway.replies("create");
        var placed = connector.place(request("P-01JD3V"));
        gateway.assertAsked(0, "create", Map.of());
        var order = ((Placed.Accepted) placed).orders().getFirst();
        assertThat(order.orderId()).isEqualTo(ORDER);
        assertThat(order.total()).isEqualTo(Money.fen(4540));
        assertThat(order.freight()).isEqualTo(Money.fen(700));
        assertThat(order.lines()).containsExactly(new UpstreamOrder.Line("", "620201390233", SPEC, 3));
    }

    @Test
    void acceptsTheDocumentationsSampleWithoutAResultThatSaysFailure() {
        gateway.replies(200, """
                {"success":false,"orderId":"3651754500830705038","totalSuccessAmount":4540,"postFee":700}""");
        assertThat(connector.place(request("P-01JD3V"))).isInstanceOf(Placed.Accepted.class);
    }

    @Test
    void readsEachOrderOfASplit() throws IOException {
        gateway.replies("create-split");
        gateway.replies("order");
        gateway.replies("order");
        var placed = (Placed.Accepted) connector.place(request("P-01JD3V"));
        assertThat(placed.orders()).hasSize(2);
        assertThat(placed.orders().getFirst().lines()).hasSize(1);
        assertThat(gateway.asked.get(2).form()).containsEntry("orderId", "3651754500830705147");
    }

    @Test
    void aSplitThatCannotBeReadYetIsUnclear() throws IOException {
        gateway.replies("create-split");
        gateway.replies("order");
        gateway.replies("error-flow-control");
        assertThat(connector.place(request("P-01JD3V"))).isInstanceOf(Placed.Unclear.class);
    }

    @Test
    void namesTheLineThatRanOutWhileOrdering() throws IOException {
        gateway.replies("create-sold-out");
        assertThat(connector.place(request("P-01JD3V"))).isEqualTo(new Placed.SoldOut(List.of("L1")));
    }

    @Test
    void anOrderWithoutAnAnswerIsUnclearAndSentOnce() {
        gateway.drops();
        assertThat(connector.place(request("P-01JD3V"))).isInstanceOf(Placed.Unclear.class);
        assertThat(gateway.asked).hasSize(1);
    }

    @Test
    void anOrderAnsweredByABrokenServerIsUnclear() {
        gateway.replies(502, "<html>bad gateway</html>");
        assertThat(connector.place(request("P-01JD3V"))).isInstanceOf(Placed.Unclear.class);
    }

    @Test
    void anUnknownFaultOfTheGatewayWhileOrderingIsUnclear() {
        gateway.replies(200, """
                {"error_code":"gw.HSFInvokeTimeout","error_message":"x","request_id":"1"}""");
        assertThat(connector.place(request("P-01JD3V"))).isInstanceOf(Placed.Unclear.class);
    }

    @Test
    void flowControlMeansLaterAndLongerEachTime() throws IOException {
        gateway.replies("error-flow-control");
        gateway.replies("error-flow-control");
        gateway.replies("error-flow-control");
        assertThat(after(connector.place(request("P-01JD3V")))).isEqualTo(Duration.ofSeconds(10));
        clock.now = clock.now.plusSeconds(4);
        assertThat(after(connector.place(request("P-01JD3V"))))
                .as("nobody is called")
                .isEqualTo(Duration.ofSeconds(6));
        clock.now = clock.now.plusSeconds(6);
        assertThat(after(connector.place(request("P-01JD3V")))).isEqualTo(Duration.ofSeconds(20));
        clock.now = clock.now.plusSeconds(20);
        assertThat(after(connector.place(request("P-01JD3V")))).isEqualTo(Duration.ofSeconds(40));
    }

    static Duration after(Placed placed) {
        return ((Placed.Later) placed).after();
    }

    @Test
    void looksUpByOurReferenceSinceAnHourBeforeItWasMade() throws IOException {
        gateway.replies("order-list");
        var looked = connector.lookUp(request(REFERENCE));
        gateway.assertAsked(
                0,
                "order-list",
                Map.of(
                        "pageSize", "50",
                        "isHis", "false",
                        "outOrderId", REFERENCE,
                        "createStartTime", "20261122143000000+0800"));
        assertThat(looked).as("another reference's order is not ours").isEqualTo(new Placed.Absent());
    }

    @Test
    void findsWhatWasOrdered() {
        gateway.replies(200, """
                {"result":[{"baseInfo":{"id":3651754500830705000,"idOfStr":"3651754500830705038","status":"waitbuyerpay",
                "totalAmount":45.4,"shippingFee":7,"outOrderId":"%s"},"productItems":[]}],"totalRecord":1}""".formatted(REFERENCE));
        var looked = (Placed.Accepted) connector.lookUp(request(REFERENCE));
        assertThat(looked.orders()).hasSize(1);
        assertThat(looked.orders().getFirst().orderId()).isEqualTo(ORDER);
    }

    @Test
    void aLookUpWithoutAnAnswerClaimsNothing() {
        gateway.replies(500, "");
        assertThat(connector.lookUp(request(REFERENCE))).isInstanceOf(Placed.Unclear.class);
    }

    @Test
    void pays() throws IOException {
        gateway.replies("pay");
        assertThat(connector.pay(order(UpstreamOrder.State.WAIT_PAY, List.of())))
                .isEqualTo(new PaidUpstream.Done());
        gateway.assertAsked(
                0,
                "pay",
                Map.of(
                        "tradeWithholdPreparePayParam",
                        "{\"orderId\":3651754500830705038,\"payAmount\":4540,\"opRequestId\":\"P-01JD3V\"}"));
    }

    @Test
    void anUnclearPaymentIsSettledByReadingTheOrder() throws IOException {
        gateway.replies("pay-unclear");
        gateway.replies("order");
        assertThat(connector.pay(order(UpstreamOrder.State.WAIT_PAY, List.of())))
                .isEqualTo(new PaidUpstream.Done());
        assertThat(gateway.asked).hasSize(2);
    }

    @Test
    void paysAtMostThreeTimes() throws IOException {
        for (int i = 0; i < 4; i++) {
            gateway.replies("pay-unclear");
            gateway.replies(200, """
                    {"success":"true","result":{"baseInfo":{"idOfStr":"3651754500830705038","status":"waitbuyerpay"}}}""");
        }
        assertThat(connector.pay(order(UpstreamOrder.State.WAIT_PAY, List.of())))
                .isInstanceOf(PaidUpstream.Unclear.class);
        assertThat(gateway.asked).hasSize(6);
    }

    @Test
    void readsAnOrderByTheIdThatLosesNoDigits() throws IOException {
        gateway.replies("order");
        var read = connector.read(ORDER);
        gateway.assertAsked(0, "order", Map.of());
        var order = ((OrderRead.Present) read).order();
        assertThat(order)
                .usingRecursiveComparison()
                .ignoringFields("waybills")
                .isEqualTo(order(UpstreamOrder.State.SHIPPED, List.of()));
        assertThat(order.waybills()).isNotEmpty();
    }

    @Test
    void aStateThatNobodyKnowsIsUnknown() {
        gateway.replies(200, """
                {"success":true,"result":{"baseInfo":{"idOfStr":"3651754500830705038","status":"waitmoon"}}}""");
        var read = (OrderRead.Present) connector.read(ORDER);
        assertThat(read.order().state()).isEqualTo(UpstreamOrder.State.UNKNOWN);
    }

    @Test
    void traces() throws IOException {
        gateway.replies("trace");
        var traced = connector.trace(order(UpstreamOrder.State.SHIPPED, List.of()));
        gateway.assertAsked(0, "trace", Map.of());
        assertThat(traced)
                .isEqualTo(new OrderRead.Traced(List.of(new OrderRead.Step(
                        "YT7412345678901", Instant.parse("2026-11-23T02:00:00Z"), "【金华市】 圆通速递 已揽收"))));
    }

    @Test
    void noTraceYetIsAnEmptyTrace() throws IOException {
        gateway.replies("trace-none");
        assertThat(connector.trace(order(UpstreamOrder.State.PAID, List.of())))
                .isEqualTo(new OrderRead.Traced(List.of()));
    }

    @Test
    void cancelsAndReadsWhatBecameOfIt() throws IOException {
        gateway.replies("cancel");
        gateway.replies(200, """
                {"success":true,"result":{"baseInfo":{"idOfStr":"3651754500830705038","status":"cancel"}}}""");
        var read = (OrderRead.Present) connector.cancel(ORDER);
        gateway.assertAsked(0, "cancel", Map.of());
        assertThat(read.order().state()).isEqualTo(UpstreamOrder.State.CLOSED);
    }

    @Test
    void aClosedOrderIsRefundedWhenAsMuchWentBackAsWasPaid() {
        for (var back : Map.of("0", State.CLOSED, "10.00", State.CLOSED, "100.90", State.REFUNDED)
                .entrySet()) {
            gateway.replies(200, """
                    {"success":"true","result":{"baseInfo":{"idOfStr":"3651754500830705038","status":"terminated",
                     "totalAmount":100.90,"refund":%s}}}""".formatted(back.getKey()));
            var read = (OrderRead.Present) connector.read(ORDER);
            assertThat(read.order().state()).as("refund %s", back.getKey()).isEqualTo(back.getValue());
        }
    }

    @Test
    void renewsATokenThatIsRefusedOnceAndAsksAgain() throws IOException {
        gateway.replies("error-token");
        gateway.replies("token-refresh");
        gateway.replies("order");
        assertThat(connector.read(ORDER)).isInstanceOf(OrderRead.Present.class);
        gateway.assertAsked(1, "token-refresh", Map.of());
        assertThat(gateway.asked.get(2).form()).containsEntry("access_token", "f14da3b8-0003");
        assertThat(stall.token("ali1688")).isEqualTo("f14da3b8-0003");
    }

    @Test
    void givesUpAfterOneRenewal() throws IOException {
        gateway.replies("error-token");
        gateway.replies("error-token");
        assertThat(connector.read(ORDER)).isInstanceOf(OrderRead.Later.class);
        assertThat(gateway.asked).hasSize(2);
    }

    @Test
    void printsNoSecret() {
        assertThat(settings().toString()).doesNotContain("test123").doesNotContain("f14da3b8");
    }
}
