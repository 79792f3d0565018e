package io.sampan.simulators.ali1688;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.world.Offer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RefundApiTest {
    final Client1688 client = new Client1688();
    final Offer offer = client.offer();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void moneyOfWhatIsNotSentIsAskedForAndComesBackWhenTheSellerAgrees() {
        String id = client.created(offer, "P-1");
        client.pay(id);
        JsonNode reasons = reasons(id);
        Shapes.assertSame("1688", "refund-reasons", reasons);
        JsonNode refund = refund(id, goodsFen(id), freightFen(id), reasonWithoutVoucher(reasons));
        Shapes.assertSame("1688", "refund-create", refund);
        assertThat(refundStatus(id)).isEqualTo("waitselleragree");
        assertThat(client.status(id)).isEqualTo("waitsellersend");
        Shapes.assertSame(
                "1688", "refund-refused", refund(id, goodsFen(id), freightFen(id), reasonWithoutVoucher(reasons)));
        client.service.act("agree-refund", Map.of("orderId", id));
        assertThat(refundStatus(id)).isEqualTo("refundsuccess");
        assertThat(client.status(id)).isEqualTo("terminated");
        assertThat(client.order(id).at("/result/baseInfo/refund").asDouble())
                .isEqualTo(client.order(id).at("/result/baseInfo/totalAmount").asDouble());
    }

    @Test
    void aWishForMoneyMustFitTheOrder() {
        String id = client.created(offer, "P-1");
        assertThat(reasons(id).at("/result/code").asString()).isEqualTo("5002");
        client.pay(id);
        long reason = reasonWithoutVoucher(reasons(id));
        assertThat(codeOf(refund(id, goodsFen(id) - 1, 0, reason))).isEqualTo("5004");
        assertThat(codeOf(refund(id, goodsFen(id), freightFen(id) + 1, reason))).isEqualTo("5004");
        assertThat(codeOf(refund(id, goodsFen(id), 0, 1))).isEqualTo("5006");
        assertThat(codeOf(refund(id, goodsFen(id), 0, 20_021))).isEqualTo("5009");
        assertThat(codeOf(refund(id, goodsFen(id), freightFen(id), 20_017))).isEqualTo("5005");
        client.service.act("ship-now", Map.of("orderId", id));
        assertThat(codeOf(refund(id, goodsFen(id), freightFen(id), reason))).isEqualTo("5003");
    }

    @Test
    void aSellerWhoSendsTheGoodsEndsTheWishAndOneWhoRefusesLeavesItToTheBuyer() {
        String sent = client.created(offer, "P-1");
        client.pay(sent);
        refund(sent, goodsFen(sent), freightFen(sent), reasonWithoutVoucher(reasons(sent)));
        client.service.act("ship-now", Map.of("orderId", sent));
        assertThat(refundStatus(sent)).isEqualTo("refundclose");
        assertThat(client.status(sent)).isEqualTo("waitbuyerreceive");
        String refused = client.created(offer, "P-2");
        client.pay(refused);
        refund(refused, goodsFen(refused), freightFen(refused), reasonWithoutVoucher(reasons(refused)));
        client.service.act("refuse-refund", Map.of("orderId", refused));
        assertThat(refundStatus(refused)).isEqualTo("waitbuyermodify");
    }

    private JsonNode reasons(String id) {
        return client.trade(
                "alibaba.trade.getRefundReasonList",
                "orderId",
                id,
                "orderEntryIds",
                entries(id),
                "goodsStatus",
                Refund.NOT_SENT);
    }

    private JsonNode refund(String id, long goods, long freight, long reason) {
        return client.trade(
                "alibaba.trade.createRefund",
                "orderId",
                id,
                "orderEntryIds",
                entries(id),
                "disputeRequest",
                "refund",
                "applyPayment",
                String.valueOf(goods),
                "applyCarriage",
                String.valueOf(freight),
                "applyReasonId",
                String.valueOf(reason),
                "description",
                "买家不想要了",
                "goodsStatus",
                Refund.NOT_SENT);
    }

    private List<Long> entries(String id) {
        return List.of(
                client.order(id).at("/result/productItems/0/subItemIDString").asLong());
    }

    private static long reasonWithoutVoucher(JsonNode reasons) {
        return reasons.at("/result/result/reasons")
                .valueStream()
                .filter(reason -> !reason.get("needVoucher").asBoolean()
                        && !reason.get("noRefundCarriage").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    private static String codeOf(JsonNode reply) {
        return reply.at("/result/code").asString();
    }

    private String refundStatus(String id) {
        return client.order(id).at("/result/baseInfo/refundStatus").asString();
    }

    private long goodsFen(String id) {
        return fen(id, "sumProductPayment");
    }

    private long freightFen(String id) {
        return fen(id, "shippingFee");
    }

    private long fen(String id, String field) {
        return client.order(id)
                .at("/result/baseInfo/" + field)
                .decimalValue()
                .movePointRight(2)
                .longValueExact();
    }
}
