package io.sampan.simulators.ali1688;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.world.Offer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderLifeTest {
    final Client1688 client = new Client1688();
    final Offer offer = client.offer();

    @AfterEach
    void close() {
        client.close();
    }

    JsonNode preview(int quantity) {
        return client.trade(
                "alibaba.createOrder.preview",
                "addressParam",
                Client1688.ADDRESS,
                "cargoParamList",
                Client1688.cargo(offer, quantity));
    }

    @Test
    void previewSpeaksFenAboveAndYuanBelow() {
        JsonNode reply = preview(3);
        Shapes.assertSame("1688", "preview", reply);
        JsonNode row = reply.at("/orderPreviewResuslt/0");
        JsonNode cargo = row.at("/cargoList/0");
        long goods = row.get("sumPaymentNoCarriage").asLong();
        assertThat(Math.round(cargo.get("finalUnitPrice").asDouble() * 100) * 3).isEqualTo(goods);
        assertThat(Math.round(cargo.get("amount").asDouble() * 100)).isEqualTo(goods);
        assertThat(row.get("sumPayment").asLong())
                .isEqualTo(goods + row.get("sumCarriage").asLong());
        JsonNode created = client.create(offer, 3, "P-1");
        assertThat(created.at("/result/totalSuccessAmount").asLong())
                .isEqualTo(row.get("sumPayment").asLong());
    }

    @Test
    void anOrderGoesFromCreatedToSignedAndAccepted() {
        JsonNode created = client.create(offer, 3, "P-1");
        Shapes.assertSame("1688", "create", created);
        String id = created.at("/result/orderId").asString();
        assertThat(client.status(id)).isEqualTo("waitbuyerpay");
        Shapes.assertSame("1688", "pay", client.pay(id));
        assertThat(client.status(id)).isEqualTo("waitsellersend");
        Shapes.assertSame(
                "1688",
                "logistics-not-shipped",
                client.logistics("alibaba.trade.getLogisticsInfos.buyerView", "webSite", "1688", "orderId", id));
        Shapes.assertSame(
                "1688",
                "trace-none",
                client.logistics("alibaba.trade.getLogisticsTraceInfo.buyerView", "webSite", "1688", "orderId", id));
        client.kernel.clock().advance(Duration.ofHours(3));
        assertThat(client.status(id)).isEqualTo("waitsellersend");
        advanceAndRenew(Duration.ofHours(38));
        assertThat(client.status(id)).isEqualTo("waitbuyerreceive");
        JsonNode order = client.order(id);
        Shapes.assertSame("1688", "order", order);
        assertThat(order.get("success").asString()).isEqualTo("true");
        assertThat(order.at("/result/baseInfo/idOfStr").asString()).isEqualTo(id);
        assertThat(order.at("/result/baseInfo/id").asString()).isNotEqualTo(id).startsWith(id.substring(0, 15));
        Shapes.assertSame(
                "1688",
                "logistics",
                client.logistics("alibaba.trade.getLogisticsInfos.buyerView", "webSite", "1688", "orderId", id));
        Shapes.assertSame(
                "1688",
                "trace",
                client.logistics("alibaba.trade.getLogisticsTraceInfo.buyerView", "webSite", "1688", "orderId", id));
        advanceAndRenew(Duration.ofHours(97));
        assertThat(client.logistics("alibaba.trade.getLogisticsInfos.buyerView", "webSite", "1688", "orderId", id)
                        .at("/result/0/status")
                        .asString())
                .isEqualTo("SIGN");
        advanceAndRenew(Duration.ofDays(11));
        assertThat(client.status(id)).isEqualTo("success");
    }

    void advanceAndRenew(Duration by) {
        client.kernel.clock().advance(by);
        client.token = client.token(
                        Map.of("grant_type", "refresh_token", "refresh_token", client.settings.refreshToken()))
                .get("access_token")
                .asString();
    }

    @Test
    void anOrderThatNobodyPaysIsClosedAndItsGoodsGoBack() {
        int stock = offer.skus().getFirst().stock();
        String id = client.created(offer, "P-1");
        assertThat(client.world.offer(offer.listing()).skus().getFirst().stock())
                .isEqualTo(stock - 3);
        advanceAndRenew(Duration.ofDays(3).plusMinutes(1));
        assertThat(client.order(id).at("/result/baseInfo/closeReason").asString())
                .isEqualTo("BUYER_NO_PAY");
        assertThat(client.status(id)).isEqualTo("cancel");
    }

    @Test
    void anOrderIsFoundByTheBuyersOwnNumber() {
        String id = client.created(offer, "P-7");
        client.created(offer, "P-8");
        JsonNode list = client.trade("alibaba.trade.getBuyerOrderList", "outOrderId", "P-7");
        Shapes.assertSame("1688", "order-list", withPayTime(list, id));
        assertThat(list.get("totalRecord").asInt()).isEqualTo(1);
        assertThat(list.at("/result/0/baseInfo/idOfStr").asString()).isEqualTo(id);
    }

    JsonNode withPayTime(JsonNode list, String id) {
        client.pay(id);
        return client.trade("alibaba.trade.getBuyerOrderList", "outOrderId", "P-7");
    }

    @Test
    void theSameNumberTwiceMakesTwoOrders() {
        assertThat(client.created(offer, "P-1")).isNotEqualTo(client.created(offer, "P-1"));
        assertThat(client.trade("alibaba.trade.getBuyerOrderList", "outOrderId", "P-1")
                        .get("totalRecord")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void goodsOfTwoSellersAreRefused() {
        Offer other = client.world.listings().stream()
                .filter(l -> l.marketplace() == offer.listing().marketplace()
                        && l.shop().id() != offer.listing().shop().id())
                .map(client.world::offer)
                .filter(o -> o.status() == Offer.Status.ON)
                .findFirst()
                .orElseThrow();
        Object both = List.of(
                Map.of(
                        "offerId",
                        offer.listing().id(),
                        "specId",
                        offer.skus().getFirst().specId(),
                        "quantity",
                        20),
                Map.of(
                        "offerId",
                        other.listing().id(),
                        "specId",
                        other.skus().getFirst().specId(),
                        "quantity",
                        20));
        JsonNode reply =
                client.trade("alibaba.createOrder.preview", "addressParam", Client1688.ADDRESS, "cargoParamList", both);
        assertThat(reply.get("errorCode").asString()).isEqualTo("500_002");
    }

    @Test
    void goodsGoneBetweenPreviewAndCreateAreRefused() {
        assertThat(preview(3).get("success").asBoolean()).isTrue();
        client.kernel.faults().arm(Fault.once("1688", "createCrossOrder", FaultKind.SOLD_OUT_AFTER_PREVIEW));
        JsonNode reply = client.create(offer, 3, "P-1");
        Shapes.assertSame("1688", "create-sold-out", reply);
        assertThat(reply.get("code").asString()).isEqualTo("500_004");
        Shapes.assertSame("1688", "preview-sold-out", preview(3));
    }

    @Test
    void aPriceMovedBetweenPreviewAndCreateIsChargedWithoutAWord() {
        long before = preview(3).at("/orderPreviewResuslt/0/sumPayment").asLong();
        client.kernel
                .faults()
                .arm(new Fault("1688", "createCrossOrder", FaultKind.PRICE_MOVED_AFTER_PREVIEW, 1, 0, 150));
        long after =
                client.create(offer, 3, "P-1").at("/result/totalSuccessAmount").asLong();
        assertThat(after).isGreaterThan(before * 13 / 10);
    }

    @Test
    void aSplitOrderHasItsNumbersInTheListOnly() {
        client.kernel.faults().arm(Fault.once("1688", "createCrossOrder", FaultKind.SPLIT_ORDER));
        JsonNode reply = client.create(offer, 3, "P-1");
        Shapes.assertSame("1688", "create-split", reply);
        assertThat(reply.at("/result/orderList")).hasSize(2);
        assertThat(reply.at("/result").has("orderId")).isFalse();
    }

    @Test
    void anUnclearPaymentHasTakenTheMoney() {
        String id = client.created(offer, "P-1");
        client.kernel.faults().arm(Fault.once("1688", "preparePay", FaultKind.PAY_UNCLEAR));
        JsonNode reply = client.pay(id);
        Shapes.assertSame("1688", "pay-unclear", reply);
        assertThat(reply.at("/result/result/paySuccess").asBoolean()).isFalse();
        assertThat(client.status(id)).isEqualTo("waitsellersend");
        assertThat(client.pay(id).at("/result/success").asBoolean()).isFalse();
    }

    @Test
    void anUnpaidOrderCanBeCancelledAndAPaidOneCannot() {
        String id = client.created(offer, "P-1");
        JsonNode reply =
                client.trade("alibaba.trade.cancel", "webSite", "1688", "tradeID", id, "cancelReason", "buyerCancel");
        Shapes.assertSame("1688", "cancel", reply);
        assertThat(client.status(id)).isEqualTo("cancel");
        String paid = client.created(offer, "P-2");
        client.pay(paid);
        assertThat(client.trade(
                                "alibaba.trade.cancel",
                                "webSite",
                                "1688",
                                "tradeID",
                                paid,
                                "cancelReason",
                                "buyerCancel")
                        .get("success")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theSellerCanHurryAndCanGiveUp() {
        String id = client.created(offer, "P-1");
        client.pay(id);
        client.service.act("ship-now", Map.of("orderId", id));
        client.service.act("deliver-now", Map.of("orderId", id));
        assertThat(client.logistics("alibaba.trade.getLogisticsInfos.buyerView", "webSite", "1688", "orderId", id)
                        .at("/result/0/status")
                        .asString())
                .isEqualTo("SIGN");
        String other = client.created(offer, "P-2");
        client.pay(other);
        client.service.act("close-by-seller", Map.of("orderId", other));
        assertThat(client.status(other)).isEqualTo("terminated");
    }

    @Test
    void messagesThatNobodyTookWaitInTheList() {
        String id = client.created(offer, "P-1");
        client.pay(id);
        JsonNode list = client.call("cn.alibaba.open", "push.query.messageList", "page", "1");
        Shapes.assertSame("1688", "messages", list);
        assertThat(list.at("/pushMessagePage/totalCount").asInt()).isEqualTo(2);
        long first = list.at("/pushMessagePage/datas/0/msgId").asLong();
        Shapes.assertSame(
                "1688",
                "messages-confirm",
                client.call("cn.alibaba.open", "push.message.confirm", "msgIdList", List.of(first)));
        assertThat(client.call("cn.alibaba.open", "push.query.messageList")
                        .at("/pushMessagePage/totalCount")
                        .asInt())
                .isEqualTo(1);
        Shapes.assertSame("1688", "pay-isopen", client.trade("alibaba.trade.pay.protocolPay.isopen"));
        Shapes.assertSame(
                "1688", "pay-url", client.trade("alibaba.alipay.url.get", "orderIdList", List.of(Long.parseLong(id))));
    }

    @Test
    void changesToOffersReadLatelyAreTold() {
        client.goods(
                "product.search.queryProductDetail",
                "offerDetailParam",
                Map.of("offerId", offer.listing().id(), "country", "en"));
        client.world.list(offer.listing(), false);
        client.world.list(offer.listing(), true);
        client.world.setStock(offer.listing(), 0, 0);
        client.world.movePrice(offer.listing(), 0, 2);
        JsonNode list = client.call("cn.alibaba.open", "push.query.messageList");
        assertThat(list.at("/pushMessagePage/datas"))
                .extracting(d -> d.get("type").asString())
                .containsExactly(
                        "PRODUCT_RELATION_VIEW_PRODUCT_EXPIRE",
                        "PRODUCT_RELATION_VIEW_PRODUCT_REPOST",
                        "PRODUCT_PRODUCT_INVENTORY_CHANGE",
                        "PRODUCT_RELATION_VIEW_PRODUCT_NEW_OR_MODIFY");
    }
}
