package io.sampan.outside.marketplace.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Connector.Polled;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
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
import io.sampan.outside.wire.SortedSignature;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each verb in four pieces: our question, the request, the reply, our outcome. Requests and replies: docs/sources/openmall. */
class OpenMallRecordedTest {
    /** Noon in China. */
    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String TID = "3638565285323135038";
    static final String SKU = "5610161314700";
    static final ItemRef JUMPER = new ItemRef(MarketplaceId.TAOBAO, "725629383972");
    static final Duration BEHIND = Duration.ofMinutes(5);

    final Stall stall = new Stall(CLOCK);
    RecordedGateway gateway;
    OpenMall connector;

    OpenMallSettings settings() {
        return settings("330108");
    }

    OpenMallSettings settings(String division) {
        return new OpenMallSettings(
                gateway.at("/router/rest"),
                "33000101",
                "helloworld",
                "6200test",
                "6200refresh33000101",
                "舢板集运",
                division,
                "SP1001",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofHours(6),
                3,
                Duration.ofHours(12),
                BEHIND);
    }

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("openmall");
        connector = new OpenMall(settings(), stall.wire, stall.tokens, CLOCK);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    static PurchaseRequest request() {
        var line = new PurchaseRequest.Line("L1", JUMPER, SKU, SKU, 2, Money.fen(11290));
        return new PurchaseRequest("P-1", OpenMall.SOURCE, "优屿工作室", List.of(line), MarketplaceContract.WAREHOUSE, "");
    }

    static UpstreamOrder order(String reference, State state, List<UpstreamOrder.Waybill> waybills) {
        return new UpstreamOrder(
                MarketplaceId.TAOBAO,
                OpenMall.SOURCE,
                TID,
                reference,
                state,
                Money.fen(23380),
                Money.fen(800),
                List.of(new UpstreamOrder.Line(TID, "725629383972", SKU, 2)),
                waybills);
    }

    /** The recorded trade as it would be told in another state. */
    void repliesTrade(String status) throws IOException {
        var trade = Files.readString(Path.of("../docs/sources/openmall/trade.reply.json"));
        gateway.replies(200, trade.replace("WAIT_BUYER_CONFIRM_GOODS", status));
    }

    @Test
    void readsThePoolThroughAndSearchesItsTitles() throws IOException {
        gateway.replies("items");
        gateway.replies("items");
        connector.readPool();
        gateway.assertAsked(0, "items", Map.of("page_size", "100"));
        gateway.assertAsked(1, "items", Map.of("page_size", "100", "distributor", "舢板集运"));
        var query = new Searched.Query("通勤 针织衫", "en", 1, 20, Searched.Order.RELEVANCE);
        assertThat(connector.search(query))
                .isEqualTo(new Searched.Page(
                        List.of(new Searched.Listing(
                                JUMPER,
                                Words.chinese("通勤风印花羊绒针织衫女圆领高颜值"),
                                URI.create("http://127.0.0.1:9106/pictures/taobao/725629383972/1.svg"),
                                Money.fen(11290),
                                0)),
                        1));
        assertThat(gateway.asked).hasSize(2);
    }

    @Test
    void keepsThePoolThatItReadWhenItIsNotToldToTheEnd() throws IOException {
        gateway.replies("items");
        gateway.replies("error-flow-control");
        connector.readPool();
        var query = new Searched.Query("通勤", "en", 1, 20, Searched.Order.RELEVANCE);
        assertThat(connector.search(query)).isInstanceOf(Searched.Later.class);
    }

    @Test
    void signsWhatItSends() throws IOException {
        gateway.replies("item");
        connector.fetch("725629383972", "en");
        var sent = new TreeMap<>(gateway.asked.getFirst().form());
        var signature = sent.remove("sign");
        assertThat(SortedSignature.TOP_HMAC_SHA256.matches(signature, "helloworld", "", sent))
                .isTrue();
        assertThat(sent).containsEntry("timestamp", "2026-11-22 12:00:00");
    }

    @Test
    void fetchesAnItem() throws IOException {
        gateway.replies("item");
        var offer = ((Fetched.Found) connector.fetch("725629383972", "en")).offer();
        gateway.assertAsked(0, "item", Map.of());
        assertThat(offer.item()).isEqualTo(JUMPER);
        assertThat(offer.shop()).isEqualTo(new Offer.Shop("优屿工作室", "优屿工作室"));
        assertThat(offer.availability()).isEqualTo(Offer.Availability.ON_SALE);
        assertThat(offer.statedWeightGrams()).isEqualTo(480);
        assertThat(offer.statedSizeMm()).isEqualTo(new Offer.SizeMm(342, 278, 75));
        assertThat(offer.domesticFreight()).isEqualTo(Money.fen(800));
        assertThat(offer.pictures()).hasSize(2);
        assertThat(offer.attributes())
                .extracting(attribute -> attribute.name().chinese())
                .contains("品牌", "材质")
                .doesNotContain("颜色分类", "尺码");
        var sku = offer.sku(SKU).orElseThrow();
        assertThat(sku.orderKey()).isEqualTo(SKU);
        assertThat(sku.price()).isEqualTo(Money.fen(11290));
        assertThat(sku.stock()).isEqualTo(163);
        assertThat(sku.options())
                .containsExactly(
                        new Offer.Attribute(Words.chinese("颜色分类"), Words.chinese("雾霾蓝")),
                        new Offer.Attribute(Words.chinese("尺码"), Words.chinese("S")));
        assertThat(sku.picture()).hasPath("/pictures/taobao/725629383972/1.svg");
    }

    @Test
    void anItemThatIsNotInThePoolIsGone() throws IOException {
        gateway.replies("item-unknown");
        assertThat(connector.fetch("725629383972", "en")).isEqualTo(new Fetched.Gone(JUMPER));
    }

    @ParameterizedTest
    @CsvSource({"330108, ON_SALE", "310115, ON_SALE", "650100, SOLD_OUT"})
    void anItemThatIsNotSoldWhereTheWarehouseIsCannotBeHad(String division, Offer.Availability availability)
            throws IOException {
        var item = Files.readString(Path.of("../docs/sources/openmall/item.reply.json"));
        gateway.replies(200, item.replace("\"area_limit\": false", "\"area_limit\": true"));
        gateway.replies("salearea");
        var there = new OpenMall(settings(division), stall.wire, stall.tokens, CLOCK);
        var offer = ((Fetched.Found) there.fetch("725629383972", "en")).offer();
        gateway.assertAsked(1, "salearea", Map.of());
        assertThat(offer.availability()).isEqualTo(availability);
    }

    @Test
    void quotesWhatTheItemCostsAndWhatSendingCosts() throws IOException {
        gateway.replies("item");
        gateway.replies("render");
        var quoted = connector.quote(request());
        gateway.assertAsked(1, "render", Map.of());
        assertThat(quoted)
                .isEqualTo(new Quoted.Offered(Money.fen(22580), Money.fen(800), Map.of("L1", Money.fen(11290))));
    }

    @Test
    void refusesMoreThanOneVariantSinceATradeIsOne() {
        var line = request().lines().getFirst();
        var two = new PurchaseRequest(
                "P-1", OpenMall.SOURCE, "优屿工作室", List.of(line, line), MarketplaceContract.WAREHOUSE, "");
        assertThat(connector.mostLines()).isEqualTo(1);
        assertThat(connector.place(two)).isInstanceOf(Placed.Refused.class);
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void placesATradeAndReadsWhetherItStands() throws IOException {
        gateway.replies("item");
        gateway.replies("render");
        gateway.replies("create");
        repliesTrade("WAIT_BUYER_PAY");
        var placed = connector.place(request());
        gateway.assertAsked(2, "create", Map.of());
        var waybill = new UpstreamOrder.Waybill("韵达快递", "433198432868781");
        assertThat(placed).isEqualTo(new Placed.Accepted(List.of(order("P-1", State.WAIT_PAY, List.of(waybill)))));
    }

    @Test
    void aTradeThatCameToAnotherFeeIsClosedAndNoOrder() throws IOException {
        gateway.replies("item");
        gateway.replies("render");
        gateway.replies("create");
        repliesTrade("TRADE_CLOSED_BY_TAOBAO");
        assertThat(connector.place(request())).isInstanceOf(Placed.PriceMoved.class);
    }

    @Test
    void aTradeThatCannotBeReadAfterwardsIsUnclear() throws IOException {
        gateway.replies("item");
        gateway.replies("render");
        gateway.replies("create");
        gateway.replies(503, "");
        assertThat(connector.place(request())).isInstanceOf(Placed.Unclear.class);
    }

    @Test
    void whatRanOutIsSoldOut() throws IOException {
        gateway.replies("item");
        gateway.replies("render");
        gateway.replies("create-sold-out");
        assertThat(connector.place(request())).isEqualTo(new Placed.SoldOut(List.of("L1")));
    }

    @Test
    void anOrderWithoutAnAnswerIsUnclearAndSentOnce() throws IOException {
        gateway.replies("item");
        gateway.replies("render");
        gateway.drops();
        assertThat(connector.place(request())).isInstanceOf(Placed.Unclear.class);
        assertThat(gateway.asked).hasSize(3);
    }

    @Test
    void anOrderThatFailedBehindTheGatewayIsUnclearAndNotTriedAgain() throws IOException {
        gateway.replies("item");
        gateway.replies("render");
        gateway.replies("pay-unclear");
        assertThat(connector.place(request())).isInstanceOf(Placed.Unclear.class);
        assertThat(gateway.asked).hasSize(3);
    }

    @Test
    void aReferenceThatIsCalledRepeatedIsLookedUp() throws IOException {
        gateway.replies("item");
        gateway.replies("render");
        gateway.replies(200, """
                {"error_response":{"code":15,"msg":"Remote service error","sub_code":"isv.out-id-repeated","sub_msg":"x"}}""");
        assertThat(connector.place(request())).isInstanceOf(Placed.Unclear.class);
    }

    @Test
    void looksUpByOurReference() throws IOException {
        gateway.replies("trade-list");
        gateway.replies("trade");
        var looked = connector.lookUp(request());
        gateway.assertAsked(0, "trade-list", Map.of());
        var waybill = new UpstreamOrder.Waybill("韵达快递", "433198432868781");
        assertThat(looked).isEqualTo(new Placed.Accepted(List.of(order("P-1", State.SHIPPED, List.of(waybill)))));
    }

    @Test
    void whatIsNotInTheListIsAbsentAsOfThen() {
        gateway.replies(200, """
                {"openmall_trade_batch_get_response":{"total_count":0,"request_id":"1"}}""");
        assertThat(connector.lookUp(request())).isEqualTo(new Placed.Absent(BEHIND));
    }

    @Test
    void aTradeThatWasClosedUnpaidIsNoOrder() throws IOException {
        gateway.replies("trade-list");
        repliesTrade("TRADE_CLOSED_BY_TAOBAO");
        assertThat(connector.lookUp(request())).isEqualTo(new Placed.Absent(BEHIND));
    }

    @Test
    void pays() throws IOException {
        gateway.replies("pay");
        assertThat(connector.pay(order("", State.WAIT_PAY, List.of()))).isEqualTo(new PaidUpstream.Done());
        gateway.assertAsked(0, "pay", Map.of());
    }

    @ParameterizedTest
    @CsvSource({"WAIT_SELLER_SEND_GOODS, Done", "WAIT_BUYER_PAY, Unclear", "PAY_PENDING, Unclear"})
    void aPaymentThatFailedBehindTheGatewayIsSettledByTheTrade(String status, String outcome) throws IOException {
        gateway.replies("pay-unclear");
        repliesTrade(status);
        var paid = connector.pay(order("", State.WAIT_PAY, List.of()));
        assertThat(paid.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(gateway.asked).as("paying is never repeated").hasSize(2);
    }

    @Test
    void aPaymentThatTheyRefuseIsRefusedOnlyIfTheTradeIsUnpaid() throws IOException {
        var broken = """
                {"error_response":{"code":15,"msg":"Remote service error","sub_code":"isv.agreement-pay-fail","sub_msg":"余额"}}""";
        gateway.replies(200, broken);
        repliesTrade("WAIT_BUYER_PAY");
        assertThat(connector.pay(order("", State.WAIT_PAY, List.of())))
                .isEqualTo(new PaidUpstream.Refused("isv.agreement-pay-fail", "余额"));
        gateway.replies(200, broken);
        gateway.replies(503, "");
        assertThat(connector.pay(order("", State.WAIT_PAY, List.of()))).isInstanceOf(PaidUpstream.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT_BUYER_PAY, WAIT_PAY",
        "PAID_FORBID_CONSIGN, PAID",
        "WAIT_SELLER_SEND_GOODS, PAID",
        "WAIT_BUYER_CONFIRM_GOODS, SHIPPED",
        "TRADE_FINISHED, DONE",
        "TRADE_CLOSED, REFUNDED",
        "TRADE_CLOSED_BY_TAOBAO, CLOSED",
        "SELLER_CONSIGNED_PART, UNKNOWN",
        "WAIT_PRE_AUTH_CONFIRM, UNKNOWN",
        "TOMORROWS_STATUS, UNKNOWN"
    })
    void knowsAStateOrSaysThatItDoesNot(String status, State state) throws IOException {
        repliesTrade(status);
        var read = (OrderRead.Present) connector.read(TID);
        gateway.assertAsked(0, "trade", Map.of());
        assertThat(read.order().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT_SELLER_AGREE, REFUNDING",
        "WAIT_SELLER_CONFIRM_GOODS, REFUNDING",
        "SELLER_REFUSE_BUYER, PAID",
        "CLOSED, PAID"
    })
    void aRefundThatIsUnderWayShows(String refund, State state) throws IOException {
        var trade = Files.readString(Path.of("../docs/sources/openmall/trade.reply.json"))
                .replace("WAIT_BUYER_CONFIRM_GOODS", "WAIT_SELLER_SEND_GOODS")
                .replace("\"is_sh_ship\"", "\"refund_status\": \"" + refund + "\", \"is_sh_ship\"");
        gateway.replies(200, trade);
        assertThat(((OrderRead.Present) connector.read(TID)).order().state()).isEqualTo(state);
    }

    @Test
    void traces() throws IOException {
        gateway.replies("trace");
        var traced = (OrderRead.Traced) connector.trace(order("", State.SHIPPED, List.of()));
        gateway.assertAsked(0, "trace", Map.of());
        assertThat(traced.steps())
                .hasSize(2)
                .first()
                .isEqualTo(
                        new OrderRead.Step("433198432868781", Instant.parse("2026-11-26T17:27:41Z"), "【嘉兴市】韵达快递 已揽收"));
    }

    @Test
    void tracesNothingBeforeItIsSent() throws IOException {
        gateway.replies("trace-none");
        assertThat(connector.trace(order("", State.PAID, List.of()))).isEqualTo(new OrderRead.Traced(List.of()));
    }

    @Test
    void cancelsAndReadsWhatBecameOfIt() throws IOException {
        gateway.replies("close");
        repliesTrade("TRADE_CLOSED_BY_TAOBAO");
        var read = (OrderRead.Present) connector.cancel(TID);
        gateway.assertAsked(0, "close", Map.of("reason", "买家不想要了"));
        assertThat(read.order().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void asksForMoneyBackInFen() throws IOException {
        repliesTrade("WAIT_SELLER_SEND_GOODS");
        gateway.replies("refund-create");
        repliesTrade("WAIT_SELLER_SEND_GOODS");
        assertThat(connector.refund(order("", State.PAID, List.of()), "不想要了")).isInstanceOf(OrderRead.Present.class);
        gateway.assertAsked(1, "refund-create", Map.of());
    }

    @Test
    void asksForNothingBackOnceItIsSent() throws IOException {
        gateway.replies("trade");
        assertThat(connector.refund(order("", State.PAID, List.of()), "不想要了"))
                .isEqualTo(new OrderRead.Refused("shipped", "The trade is sent already"));
        assertThat(gateway.asked).hasSize(1);
    }

    @Test
    void fetchesMessagesAndConfirmsThem() throws IOException {
        gateway.replies("messages");
        gateway.replies("messages-confirm");
        var told = (Polled.Told) connector.poll();
        gateway.assertAsked(0, "messages", Map.of("quantity", "200"));
        assertThat(told.messages()).containsExactly("1795657995385000", "1795657995385001");
        assertThat(told.news())
                .hasSize(2)
                .first()
                .isEqualTo(new MarketplaceNews(
                        MarketplaceId.TAOBAO,
                        OpenMall.SOURCE,
                        MarketplaceNews.Subject.ORDER,
                        TID,
                        "1795657995385000",
                        NOW));
        connector.confirm(List.of("1795657995385000"));
        gateway.assertAsked(1, "messages-confirm", Map.of());
    }

    @Test
    void aMessageThatNobodyKnowsIsConfirmedAndNoNews() {
        gateway.replies(200, """
                {"tmc_messages_consume_response":{"messages":{"tmc_message":[
                    {"id":7,"topic":"taobao_openmall_Tomorrow","content":"{}"}]}}}""");
        assertThat(connector.poll()).isEqualTo(new Polled.Told(List.of(), List.of("7")));
    }

    @Test
    void renewsASessionThatIsRefusedOnceAndAsksAgain() throws IOException {
        gateway.replies("error-session");
        gateway.replies("token-refresh");
        gateway.replies("trade");
        assertThat(connector.read(TID)).isInstanceOf(OrderRead.Present.class);
        gateway.assertAsked(1, "token-refresh", Map.of());
        var fresh = "62004dc6e8f44ad94e9caff6b3a918995cfc2216600000003";
        assertThat(gateway.asked.get(2).form()).containsEntry("session", fresh);
        assertThat(stall.token("openmall")).isEqualTo(fresh);
    }

    @Test
    void asksOnceMoreOnlyWhatThePlatformSaysMayPass() throws IOException {
        gateway.replies("pay-unclear");
        gateway.replies("trade");
        assertThat(connector.read(TID)).isInstanceOf(OrderRead.Present.class);
        gateway.replies("error-permission");
        assertThat(connector.read(TID)).isInstanceOf(OrderRead.Later.class);
        assertThat(gateway.asked).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"error-permission, PT10M", "error-signature, PT10M"})
    void waitsForAnOperatorWhereOneIsNeeded(String reply, Duration after) throws IOException {
        gateway.replies(reply);
        assertThat(((OrderRead.Later) connector.read(TID)).after()).isEqualTo(after);
    }

    @Test
    void clocksThatDifferAreAskedAgainSoon() {
        gateway.replies(200, """
                {"error_response":{"code":31,"msg":"Invalid Timestamp","request_id":"1"}}""");
        assertThat(((OrderRead.Later) connector.read(TID)).after()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void printsNoSecret() {
        assertThat(settings().toString() + settings().app())
                .doesNotContain("helloworld")
                .doesNotContain("6200");
    }

    @Test
    void aReferenceThatIsTooLongBecomesAHashOfItThatIsNot() {
        var reference = "0198c0de-7a3b-7c11-8d4e-3f2a1b0c9d8e-1";
        var outId = new OpenMallOutId("33000101", reference).toString();
        assertThat(outId).hasSize(32).matches("33000101_[0-9a-z]{23}");
        assertThat(new OpenMallOutId("33000101", reference).toString()).isEqualTo(outId);
        assertThat(Set.of(outId)).doesNotContain(new OpenMallOutId("33000101", reference + "1").toString());
    }
}
