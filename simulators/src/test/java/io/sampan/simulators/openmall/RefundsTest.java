package io.sampan.simulators.openmall;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Offer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RefundsTest {
    static final String CREATE = "taobao.openmall.refund.create";
    final Mall mall = new Mall();
    final Offer offer = mall.offer();
    String tid = "";
    long fen;

    @BeforeEach
    void paid() {
        tid = mall.created(offer, "P-1");
        mall.pay(tid);
        fen = Mall.fee(offer, 2);
    }

    @AfterEach
    void close() {
        mall.close();
    }

    Object[] ask(String type, String goods, long refundFen) {
        return new Object[] {
            "tid", tid,
            "refund_type", type,
            "goods_status", goods,
            "refund_fee", refundFen,
            "refund_reason", "OTHER_REASON",
            "refund_desc", "不想要了",
            "distributor", mall.settings.distributor()
        };
    }

    long open(String type, String goods, long refundFen) {
        return mall.client
                .call(CREATE, ask(type, goods, refundFen))
                .get("refund_id")
                .asLong();
    }

    JsonNode refund(long id) {
        return mall.call("taobao.openmall.refund.get", "refund_id", id).get("refund");
    }

    String status(long id) {
        return refund(id).get("status").asString();
    }

    @Test
    void moneyForGoodsNotSentComesBackWhenTheSellerAgrees() {
        JsonNode whole = mall.client.whole(CREATE, ask("refund", "UNSHIPPED", fen));
        Shapes.assertSame("openmall", "refund-create", whole);
        long id = whole.at("/openmall_refund_create_response/refund_id").asLong();
        JsonNode view = mall.client.whole(
                "taobao.openmall.refund.get", "refund_id", id, "distributor", mall.settings.distributor());
        Shapes.assertSame("openmall", "refund", view);
        assertThat(view.at("/openmall_refund_get_response/refund/refund_fee").asString())
                .isEqualTo(Fields.yuanText(fen));
        assertThat(status(id)).isEqualTo("WAIT_SELLER_AGREE");
        mall.service.act("agree-refund", Map.of("refundId", String.valueOf(id)));
        assertThat(status(id)).isEqualTo("SUCCESS");
        assertThat(mall.status(tid)).isEqualTo("TRADE_CLOSED");
        assertThat(mall.world.offer(offer.listing()).skus().getFirst().stock())
                .isEqualTo(offer.skus().getFirst().stock());
    }

    @Test
    void aSellerAnswersByItselfWithinADay() {
        long id = open("refund", "UNSHIPPED", fen);
        mall.advance(Duration.ofHours(24));
        assertThat(status(id)).isIn("SUCCESS", "CLOSED");
    }

    @Test
    void theSameTradeHasOneRefundUnderWay() {
        long id = open("refund", "UNSHIPPED", fen);
        assertThat(open("refund", "UNSHIPPED", 1)).isEqualTo(id);
        JsonNode closed = mall.client.whole(
                "taobao.openmall.refund.close", "refund_id", id, "distributor", mall.settings.distributor());
        Shapes.assertSame("openmall", "refund-close", closed);
        assertThat(status(id)).isEqualTo("CLOSED");
        assertThat(mall.refusal("taobao.openmall.refund.close", "refund_id", id))
                .isEqualTo(No.REFUND_STATUS.code);
        assertThat(open("refund", "UNSHIPPED", 1)).isNotEqualTo(id);
    }

    @Test
    void aSellerThatSendsNeverthelessEndsTheRefund() {
        long id = open("refund", "UNSHIPPED", fen);
        mall.service.act("ship-now", Map.of("orderId", tid));
        assertThat(status(id)).isEqualTo("CLOSED");
        assertThat(refund(id).get("closed_by_seller_ship").asBoolean()).isTrue();
        assertThat(mall.status(tid)).isEqualTo("WAIT_BUYER_CONFIRM_GOODS");
    }

    @Test
    void goodsGoBackFirstAndThenTheMoneyComes() {
        mall.service.act("ship-now", Map.of("orderId", tid));
        mall.service.act("deliver-now", Map.of("orderId", tid));
        long id = open("return_and_refund", "BUYER_RECEIVED", fen);
        assertThat(refund(id).has("address")).isFalse();
        mall.service.act("agree-refund", Map.of("refundId", String.valueOf(id)));
        assertThat(status(id)).isEqualTo("WAIT_BUYER_RETURN_GOODS");
        assertThat(refund(id).get("address").asString()).isNotBlank();
        JsonNode sent = mall.client.whole(
                "taobao.openmall.refund.submit",
                "refund_id",
                id,
                "logistics_company_code",
                "SF",
                "logistics_company_name",
                "顺丰速运",
                "logistics_no",
                "SF1234567890123",
                "distributor",
                mall.settings.distributor());
        Shapes.assertSame("openmall", "refund-submit", sent);
        assertThat(status(id)).isEqualTo("WAIT_SELLER_CONFIRM_GOODS");
        assertThat(refund(id).get("good_status").asString()).isEqualTo("BUYER_RETURNED_GOODS");
        mall.advance(Refunds.LOOKING.plusMinutes(1));
        assertThat(status(id)).isEqualTo("SUCCESS");
        assertThat(mall.status(tid)).isEqualTo("TRADE_CLOSED");
    }

    @Test
    void goodsThatAreNotSentBackInTimeEndTheRefund() {
        mall.service.act("ship-now", Map.of("orderId", tid));
        long id = open("return_and_refund", "BUYER_RECEIVED", fen);
        mall.service.act("agree-refund", Map.of("refundId", String.valueOf(id)));
        mall.advance(Refunds.RETURN_LIMIT.plusMinutes(1));
        assertThat(status(id)).isEqualTo("CLOSED");
    }

    @Test
    void aPartOfTheMoneyLeavesTheTradeAsItWas() {
        mall.service.act("ship-now", Map.of("orderId", tid));
        long id = open("refund", "BUYER_NOT_RECEIVED", fen / 2);
        mall.service.act("agree-refund", Map.of("refundId", String.valueOf(id)));
        assertThat(status(id)).isEqualTo("SUCCESS");
        assertThat(mall.status(tid)).isEqualTo("WAIT_BUYER_CONFIRM_GOODS");
        assertThat(mall.trade(tid).at("/orders/top_order_vo/0/refund_status").asString())
                .isEqualTo("SUCCESS");
        assertThat(mall.client.refusal(CREATE, ask("refund", "BUYER_NOT_RECEIVED", fen)))
                .isEqualTo(No.REFUND_FEE.code);
    }

    @Test
    void aRefusalStandsUntilItIsClosedOrForgotten() {
        long id = open("refund", "UNSHIPPED", fen);
        mall.service.act("refuse-refund", Map.of("refundId", String.valueOf(id)));
        assertThat(status(id)).isEqualTo("SELLER_REFUSE_BUYER");
        mall.advance(Refunds.REFUSAL_LIMIT.plusMinutes(1));
        assertThat(status(id)).isEqualTo("CLOSED");
    }

    @Test
    void whatDoesNotFitTheTradeIsRefused() {
        assertThat(mall.client.refusal(CREATE, ask("refund", "UNSHIPPED", fen + 1)))
                .isEqualTo(No.REFUND_FEE.code);
        assertThat(mall.client.refusal(CREATE, ask("refund", "UNSHIPPED", 0))).isEqualTo(No.REFUND_FEE.code);
        assertThat(mall.client.refusal(CREATE, ask("refund", "BUYER_RECEIVED", fen)))
                .isEqualTo(No.GOODS_STATUS.code);
        assertThat(mall.client.refusal(CREATE, ask("gift", "UNSHIPPED", fen))).isEqualTo("isv.invalid-parameter");
        tid = mall.created(offer, "P-2");
        assertThat(mall.client.refusal(CREATE, ask("refund", "UNSHIPPED", 1))).isEqualTo(No.TRADE_STATUS.code);
        assertThat(mall.refusal("taobao.openmall.refund.get", "refund_id", 99_999))
                .isEqualTo(No.REFUND.code);
    }
}
