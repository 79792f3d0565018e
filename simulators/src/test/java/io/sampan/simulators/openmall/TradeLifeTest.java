package io.sampan.simulators.openmall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.world.Offer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TradeLifeTest {
    static final String RENDER = "taobao.openmall.trade.render";
    static final String FORM = "param_top_trade_create_d_o";
    Mall mall = new Mall();
    Offer offer = mall.offer();

    @AfterEach
    void close() {
        mall.close();
    }

    String refused(Map<String, Object> form) {
        return mall.client.refusal(TradeApi.CREATE, FORM, form);
    }

    JsonNode listed() {
        var now = mall.kernel.clock().now();
        return mall.call(
                "taobao.openmall.trade.batch.get",
                "start_created",
                Call.written(now.minus(Duration.ofDays(30))),
                "end_created",
                Call.written(now),
                "page_index",
                1,
                "page_size",
                100);
    }

    List<?> orders() {
        return (List<?>) ((Map<?, ?>) mall.service.state()).get("orders");
    }

    @Test
    void renderTellsPostageOnlyAndCreateWantsItAddedToTheGoods() {
        JsonNode whole = mall.client.whole(RENDER, FORM, mall.form(offer, 2));
        Shapes.assertSame("openmall", "render", whole);
        assertThat(whole.at("/openmall_trade_render_response/result/posts/post_do/0/amount")
                        .asString())
                .isEqualTo(Fields.yuanText(offer.freightFen()));
        String tid = mall.created(offer, "P-1");
        assertThat(mall.trade(tid).get("payment").asString()).isEqualTo(Fields.yuanText(Mall.fee(offer, 2)));
    }

    @Test
    void aTradeGoesFromCreatedToFinished() {
        JsonNode created = mall.client.whole(TradeApi.CREATE, FORM, mall.order(offer, 2, "P-1"));
        Shapes.assertSame("openmall", "create", created);
        String tid = created.at("/openmall_trade_create_response/result/tid").asString();
        assertThat(tid).hasSize(19);
        assertThat(mall.status(tid)).isEqualTo("WAIT_BUYER_PAY");
        assertThat(mall.trade(tid).has("pay_time")).isFalse();
        JsonNode paid = mall.client.whole(TradeApi.PAY, "tid", tid, "distributor", mall.settings.distributor());
        Shapes.assertSame("openmall", "pay", paid);
        assertThat(mall.status(tid)).isEqualTo("WAIT_SELLER_SEND_GOODS");
        Shapes.assertSame("openmall", "trace-none", trace(tid));
        mall.advance(Duration.ofHours(41));
        assertThat(mall.status(tid)).isEqualTo("WAIT_BUYER_CONFIRM_GOODS");
        JsonNode trade =
                mall.client.whole("taobao.openmall.trade.get", "tid", tid, "distributor", mall.settings.distributor());
        Shapes.assertSame("openmall", "trade", trade);
        JsonNode line = trade.at("/openmall_trade_get_response/result/orders/top_order_vo/0");
        JsonNode trace = trace(tid);
        Shapes.assertSame("openmall", "trace", trace);
        assertThat(trace.at("/openmall_trace_search_response/result/out_sid").asString())
                .isEqualTo(line.get("invoice_no").asString());
        mall.advance(Duration.ofHours(97));
        assertThat(trace(tid)
                        .at("/openmall_trace_search_response/result/status")
                        .asString())
                .isEqualTo("对方已签收");
        mall.advance(Duration.ofDays(11));
        assertThat(mall.status(tid)).isEqualTo("TRADE_FINISHED");
    }

    JsonNode trace(String tid) {
        return mall.client.whole(
                "taobao.openmall.trace.search", "tid", tid, "distributor", mall.settings.distributor());
    }

    @Test
    void theBuyerConfirmsWhatWasSent() {
        String tid = mall.created(offer, "P-1");
        assertThat(mall.refusal("taobao.openmall.trade.confirm", "tid", tid)).isEqualTo(No.TRADE_STATUS.code);
        mall.pay(tid);
        mall.service.act("ship-now", Map.of("orderId", tid));
        mall.call("taobao.openmall.trade.confirm", "tid", tid);
        assertThat(mall.status(tid)).isEqualTo("TRADE_FINISHED");
    }

    @Test
    void theSameOutIdTwiceIsTheSameTrade() {
        var form = mall.order(offer, 2, "P-1");
        String first = mall.create(form).at("/result/tid").asString();
        form.put("nums", 5);
        assertThat(mall.create(form).at("/result/tid").asString()).isEqualTo(first);
        assertThat(orders()).hasSize(1);
        int stock = mall.world.offer(offer.listing()).skus().getFirst().stock();
        assertThat(stock).isEqualTo(offer.skus().getFirst().stock() - 2);
    }

    @Test
    void aStricterServiceRefusesTheSameOutIdAndTellsOfTheFeeAtOnce() {
        mall.close();
        mall = new Mall(OpenMallSettings.usual().strict(), null);
        offer = mall.offer();
        mall.created(offer, "P-1");
        assertThat(refused(mall.order(offer, 2, "P-1"))).isEqualTo(No.OUT_ID_REPEATED.code);
        var form = mall.order(offer, 2, "P-2");
        form.put("expect_order_fee", "0.01");
        assertThat(refused(form)).isEqualTo(No.FEE.code);
    }

    @Test
    void anOutIdBeginsWithTheAppsKeyAndHasThirtyTwoCharactersAtMost() {
        var form = mall.order(offer, 2, "P-1");
        form.put("out_id", "P-1");
        assertThat(refused(form)).isEqualTo(No.OUT_ID.code);
        form.put("out_id", mall.outId("P".repeat(40)));
        assertThat(refused(form)).isEqualTo(No.OUT_ID.code);
        form.remove("out_id");
        assertThat(refused(form)).isEqualTo("isv.missing-parameter");
        assertThat(orders()).isEmpty();
    }

    @Test
    void aFeeThatDiffersClosesTheTrade() {
        var form = mall.order(offer, 2, "P-1");
        form.put("expect_order_fee", Fields.yuanText(Mall.fee(offer, 2) - 1));
        String tid = mall.create(form).at("/result/tid").asString();
        JsonNode trade = mall.trade(tid);
        assertThat(trade.get("status").asString()).isEqualTo("TRADE_CLOSED_BY_TAOBAO");
        assertThat(trade.get("mark_desc").asString()).isEqualTo(No.FEE.words);
        assertThat(mall.refusal(TradeApi.PAY, "tid", tid)).isEqualTo(No.TRADE_STATUS.code);
        assertThat(mall.world.offer(offer.listing()).skus().getFirst().stock())
                .isEqualTo(offer.skus().getFirst().stock());
    }

    @Test
    void aPriceThatMovesAfterRenderClosesTheTradeToo() {
        mall.client.call(RENDER, FORM, mall.form(offer, 2));
        mall.kernel.faults().arm(new Fault("openmall", "trade.create", FaultKind.PRICE_MOVED_AFTER_PREVIEW, 1, 0, 130));
        String tid = mall.create(mall.order(offer, 2, "P-1")).at("/result/tid").asString();
        assertThat(mall.status(tid)).isEqualTo("TRADE_CLOSED_BY_TAOBAO");
        assertThat(mall.world.offer(offer.listing()).skus().getFirst().fen())
                .isGreaterThan(offer.skus().getFirst().fen() * 12 / 10);
    }

    @Test
    void goodsGoneAfterRenderAreRefusedAndNothingIsMade() {
        mall.client.call(RENDER, FORM, mall.form(offer, 2));
        mall.kernel.faults().arm(Fault.once("openmall", "trade.create", FaultKind.SOLD_OUT_AFTER_PREVIEW));
        JsonNode refused = mall.client.whole(TradeApi.CREATE, FORM, mall.order(offer, 2, "P-1"));
        Shapes.assertSame("openmall", "create-sold-out", refused);
        assertThat(refused.at("/error_response/sub_code").asString()).isEqualTo(No.STOCK.code);
        assertThat(orders()).isEmpty();
    }

    @Test
    void anUnclearPaymentHasTakenTheMoney() {
        String tid = mall.created(offer, "P-1");
        mall.kernel.faults().arm(Fault.once("openmall", "agreepay", FaultKind.PAY_UNCLEAR));
        JsonNode unclear = mall.client.whole(TradeApi.PAY, "tid", tid, "distributor", mall.settings.distributor());
        Shapes.assertSame("openmall", "pay-unclear", unclear);
        assertThat(unclear.at("/error_response/code").asInt()).isEqualTo(15);
        assertThat(unclear.at("/error_response/sub_code").asString()).startsWith("isp.");
        assertThat(mall.status(tid)).isEqualTo("WAIT_SELLER_SEND_GOODS");
        assertThat(mall.refusal(TradeApi.PAY, "tid", tid)).isEqualTo(No.TRADE_STATUS.code);
    }

    @Test
    void anAgreementThatIsBrokenPaysNothingAndRaisesAnAlarm() {
        String tid = mall.created(offer, "P-1");
        mall.service.act("break-agreement", Map.of("broken", "true"));
        assertThat(mall.refusal(TradeApi.PAY, "tid", tid)).isEqualTo(No.AGREEMENT.code);
        assertThat(mall.status(tid)).isEqualTo("WAIT_BUYER_PAY");
        assertThat(mall.client.call(Messages.CONSUME).toString()).contains("ORDER_NO_PAY");
        mall.service.act("break-agreement", Map.of("broken", "false"));
        assertThat(mall.pay(tid).get("result").asBoolean()).isTrue();
    }

    @Test
    void aTradeThatAsksForItIsHeldForHalfAnHourOncePaid() {
        Offer holdable = mall.offer(mall.pool::holdable);
        var form = mall.order(holdable, 2, "P-1");
        form.put("need_erp_hold", true);
        String tid = mall.create(form).at("/result/tid").asString();
        mall.pay(tid);
        assertThat(mall.status(tid)).isEqualTo("PAID_FORBID_CONSIGN");
        assertThatThrownBy(() -> mall.service.act("ship-now", Map.of("orderId", tid)))
                .isInstanceOf(IllegalArgumentException.class);
        mall.kernel.clock().advance(Duration.ofMinutes(29));
        assertThat(mall.status(tid)).isEqualTo("PAID_FORBID_CONSIGN");
        mall.kernel.clock().advance(Duration.ofMinutes(1));
        assertThat(mall.status(tid)).isEqualTo("WAIT_SELLER_SEND_GOODS");
        assertThat(mall.client.call(Messages.CONSUME).toString())
                .contains("PAID_FORBID_CONSIGN", "WAIT_SELLER_SEND_GOODS");
        Offer other = mall.offer(listing -> !mall.pool.holdable(listing));
        var plain = mall.order(other, 2, "P-2");
        plain.put("need_erp_hold", true);
        String second = mall.create(plain).at("/result/tid").asString();
        mall.pay(second);
        assertThat(mall.status(second)).isEqualTo("WAIT_SELLER_SEND_GOODS");
    }

    @Test
    void anUnpaidTradeCanBeClosedAndAPaidOneCannot() {
        String tid = mall.created(offer, "P-1");
        JsonNode closed = mall.client.whole(
                "taobao.openmall.trade.close",
                "tid",
                tid,
                "reason",
                "not wanted",
                "distributor",
                mall.settings.distributor());
        Shapes.assertSame("openmall", "close", closed);
        assertThat(mall.status(tid)).isEqualTo("TRADE_CLOSED_BY_TAOBAO");
        String paid = mall.created(offer, "P-2");
        mall.pay(paid);
        assertThat(mall.refusal("taobao.openmall.trade.close", "tid", paid, "reason", "late"))
                .isEqualTo(No.TRADE_STATUS.code);
        mall.service.act("close-by-seller", Map.of("orderId", paid));
        assertThat(mall.status(paid)).isEqualTo("TRADE_CLOSED");
    }

    @Test
    void aTradeThatNobodyPaysIsClosed() {
        String tid = mall.created(offer, "P-1");
        mall.advance(Duration.ofDays(3).plusMinutes(1));
        assertThat(mall.status(tid)).isEqualTo("TRADE_CLOSED_BY_TAOBAO");
    }

    @Test
    void theListIsBehindAndFindsTradesByOutId() {
        String tid = mall.created(offer, "P-1");
        assertThat(listed().get("total_count").asInt()).isZero();
        mall.kernel.clock().advance(mall.settings.listDelay().plusSeconds(1));
        JsonNode list = listed();
        Shapes.assertSame("openmall", "trade-list", wrapped(list));
        assertThat(list.at("/entities/top_trade_detail_vo/0/tid").asString()).isEqualTo(tid);
        assertThat(list.at("/entities/top_trade_detail_vo/0/out_id").asString()).isEqualTo(mall.outId("P-1"));
        mall.pay(tid);
        assertThat(listed().at("/entities/top_trade_detail_vo/0/status").asString())
                .isEqualTo("WAIT_BUYER_PAY");
        mall.kernel.clock().advance(mall.settings.listDelay().plusSeconds(1));
        assertThat(listed().at("/entities/top_trade_detail_vo/0/status").asString())
                .isEqualTo("WAIT_SELLER_SEND_GOODS");
    }

    static JsonNode wrapped(JsonNode list) {
        return io.sampan.simulators.kernel.Json.object().set("openmall_trade_batch_get_response", list);
    }

    @Test
    void highPostageRaisesAnAlarm() {
        Offer dear = mall.offer(listing -> Postage.of(mall.world.offer(listing), "ems")
                .filter(way -> way.fen() > 2_000)
                .isPresent());
        long postage = Postage.of(dear, "ems").orElseThrow().fen();
        var form = mall.order(dear, 1, "P-1");
        form.put("shipping_type", "ems");
        form.put("expect_order_fee", Fields.yuanText(dear.skus().getFirst().fen() + postage));
        String tid = mall.create(form).at("/result/tid").asString();
        assertThat(mall.status(tid)).isEqualTo("WAIT_BUYER_PAY");
        assertThat(mall.client.call(Messages.CONSUME).toString()).contains("ORDER_HIGH_POSTFEE");
        form.put("shipping_type", "post");
        form.put("out_id", mall.outId("P-2"));
        assertThat(refused(form)).isEqualTo(No.SHIPPING.code);
    }

    @Test
    void strangersTradesAndStrangeDistributorsAreRefused() {
        String tid = mall.created(offer, "P-1");
        assertThat(mall.client.refusal("taobao.openmall.trade.get", "tid", tid, "distributor", "somebody"))
                .isEqualTo(No.DISTRIBUTOR.code);
        assertThat(mall.refusal("taobao.openmall.trade.get", "tid", "360000000000000005"))
                .isEqualTo(No.TRADE.code);
        var form = mall.order(offer, 2, "P-9");
        form.put("distributor", "somebody");
        assertThat(refused(form)).isEqualTo(No.DISTRIBUTOR.code);
    }

    @Test
    void theBooksShowWhatReallyIs() {
        String tid = mall.created(offer, "P-1");
        mall.pay(tid);
        Map<?, ?> order = (Map<?, ?>) orders().getFirst();
        assertThat(order.get("orderId")).isEqualTo(tid);
        assertThat(order.get("outOrderId")).isEqualTo(mall.outId("P-1"));
        assertThat(order.get("totalFen")).isEqualTo(Mall.fee(offer, 2));
        assertThat(order.get("paid")).isEqualTo(true);
        assertThat(order.get("topStatus")).isEqualTo("WAIT_SELLER_SEND_GOODS");
    }

    @Test
    void goodsWithAndWithoutEmsAreBothCommon() {
        long ems = mall.pool.open().stream()
                .filter(listing -> Postage.of(mall.world.offer(listing)).size() == 2)
                .count();
        assertThat(ems).isBetween(mall.pool.open().size() / 6L, mall.pool.open().size() / 2L);
    }
}
