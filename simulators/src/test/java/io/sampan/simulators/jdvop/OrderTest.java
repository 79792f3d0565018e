package io.sampan.simulators.jdvop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderTest {
    final VopClient client = new VopClient(null, JdVopSettings.usual());
    final Pool.Article article = client.article();
    final List<Map<String, Object>> two = List.of(VopClient.line(article, 2));

    @AfterEach
    void close() {
        client.close();
    }

    long balance() {
        JsonNode reply = client.call("price/getBalance", "payType", 4);
        Shapes.assertSame("jdvop", "balance", reply);
        return Math.round(Double.parseDouble(reply.get("result").asString()) * 100);
    }

    int stock() {
        return new Pool(client.world, 1, 98)
                .article(article.sku().id())
                .orElseThrow()
                .sku()
                .stock();
    }

    String code(String name, long id) {
        return VopClient.code(client.call(name, "jdOrderId", id));
    }

    @Test
    void anOrderIsReservedConfirmedPaidSentAndDelivered() {
        long had = balance();
        int stock = stock();
        JsonNode submitted = client.submit("P-1", two, "0");
        Shapes.assertSame("jdvop", "submit", submitted);
        assertThat(VopClient.code(submitted)).isEqualTo("0001");
        long id = submitted.at("/result/jdOrderId").asLong();
        assertThat(String.valueOf(id)).hasSize(12);
        assertThat(stock()).isEqualTo(stock - 2);
        assertThat(balance()).isEqualTo(had);
        Shapes.assertSame("jdvop", "order", client.call("order/selectJdOrder", "jdOrderId", id));
        assertThat(client.select(id).get("submitState").asInt()).isZero();
        JsonNode confirmed = client.call("order/confirmOrder", "jdOrderId", id);
        Shapes.assertSame("jdvop", "confirm", confirmed);
        assertThat(VopClient.code(confirmed)).isEqualTo("0003");
        assertThat(client.select(id).get("submitState").asInt()).isEqualTo(1);
        assertThat(balance())
                .isEqualTo(had
                        - 2 * article.fen()
                        - Math.round(submitted.at("/result/freight").asDouble() * 100));
        client.kernel.clock().advance(Duration.ofHours(41));
        client.login();
        JsonNode track = client.call("order/orderTrack", "jdOrderId", id, "waybillCode", 1);
        Shapes.assertSame("jdvop", "track", track);
        assertThat(track.at("/result/waybillCode/0/deliveryOrderId").asString()).startsWith("JDVA");
        assertThat(track.at("/result/orderTrack/0/msgTime").asString())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(client.select(id).get("state").asInt()).isZero();
        client.kernel.clock().advance(Duration.ofDays(4));
        client.login();
        assertThat(client.select(id).get("state").asInt()).isEqualTo(1);
    }

    @Test
    void anOrderThatIsNotReservedIsPaidAndInProductionAtOnce() {
        long had = balance();
        JsonNode submitted = client.submit("P-1", two, "1");
        assertThat(client.select(submitted.at("/result/jdOrderId").asLong())
                        .get("submitState")
                        .asInt())
                .isEqualTo(1);
        assertThat(balance()).isLessThan(had);
        assertThat(code("order/cancel", submitted.at("/result/jdOrderId").asLong()))
                .isEqualTo("3204");
    }

    @Test
    void theSameNumberOfOursTwiceIsTheSameOrderUntilThatIsCancelled() {
        long first = client.submit("P-1", two, "0").at("/result/jdOrderId").asLong();
        JsonNode again = client.submit("P-1", List.of(VopClient.line(article, 7)), "0");
        Shapes.assertSame("jdvop", "submit-repeated", again);
        assertThat(VopClient.code(again)).isEqualTo("0008");
        assertThat(again.at("/result/jdOrderId").asLong()).isEqualTo(first);
        assertThat(again.at("/result/sku/0/num").asInt()).isEqualTo(2);
        assertThat(code("order/cancel", first)).isEqualTo("0002");
        long second = client.submit("P-1", two, "0").at("/result/jdOrderId").asLong();
        assertThat(second).isNotEqualTo(first);
        JsonNode found = client.call("order/selectJdOrderIdByThirdOrder", "thirdOrder", "P-1");
        Shapes.assertSame("jdvop", "third-order", found);
        assertThat(found.get("result").asString()).isEqualTo(String.valueOf(second));
        assertThat(client.call("order/selectJdOrderIdByThirdOrder", "thirdOrder", "P-2")
                        .get("success")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void racingSubmitsOfOneNumberMakeOneOrder() throws Exception {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.submit(() -> client.submit("P-1", two, "1"));
            }
        }
        assertThat(Json.treeOf(client.service.state()).get("orders")).hasSize(1);
    }

    @Test
    void cancellingGivesTheGoodsBackAndOnlyWorksBeforeConfirmation() {
        int stock = stock();
        long id = client.submit("P-1", two, "0").at("/result/jdOrderId").asLong();
        JsonNode cancelled = client.call("order/cancel", "jdOrderId", id);
        Shapes.assertSame("jdvop", "cancel", cancelled);
        assertThat(stock()).isEqualTo(stock);
        assertThat(client.select(id).get("orderState").asInt()).isZero();
        assertThat(code("order/cancel", id)).isEqualTo("3203");
        assertThat(code("order/confirmOrder", id)).isEqualTo("3105");
        long kept = client.submit("P-2", two, "0").at("/result/jdOrderId").asLong();
        client.call("order/confirmOrder", "jdOrderId", kept);
        assertThat(code("order/cancel", kept)).isEqualTo("3208");
        assertThat(code("order/confirmOrder", kept)).isEqualTo("3103");
        assertThat(code("order/cancel", 1)).isEqualTo("3202");
        assertThat(code("order/confirmOrder", 1)).isEqualTo("3102");
        assertThat(code("order/selectJdOrder", 1)).isEqualTo("3401");
    }

    @Test
    void anEmptyBalanceRefusesAnOrderAndLeavesAConfirmedOneUnpaidUntilItIsFilled() {
        client.service.act("set-balance", Map.of("fen", "10"));
        assertThat(VopClient.code(client.submit("P-1", two, "1"))).isEqualTo("3017");
        long id = client.submit("P-1", two, "0").at("/result/jdOrderId").asLong();
        assertThat(VopClient.code(client.call("order/confirmOrder", "jdOrderId", id)))
                .isEqualTo("0003");
        assertThat(client.messages("14")).hasSize(1);
        assertThat(code("order/doPay", id)).isEqualTo("3403");
        client.service.act("set-balance", Map.of("fen", "10000000"));
        JsonNode paid = client.call("order/doPay", "jdOrderId", id);
        Shapes.assertSame("jdvop", "pay", paid);
        assertThat(paid.get("success").asBoolean()).isTrue();
        assertThat(code("order/doPay", id)).isEqualTo("3404");
        assertThat(balance()).isLessThan(10_000_000);
    }

    @Test
    void theBalanceRunsOutOrderByOrderAndNeverBelowNothing() {
        client.service.act("set-balance", Map.of("fen", String.valueOf(5 * article.fen() + 4_000)));
        int bought = 0;
        for (int i = 0; i < 8; i++) {
            bought += client.submit("P-" + i, List.of(VopClient.line(article, 1)), "1")
                            .get("success")
                            .asBoolean()
                    ? 1
                    : 0;
        }
        assertThat(bought).isBetween(1, 5);
        assertThat(balance()).isNotNegative();
    }

    @Test
    void anOrderNobodyConfirmsOrPaysForEndsAfterSevenDays() {
        long unconfirmed =
                client.submit("P-1", two, "0").at("/result/jdOrderId").asLong();
        client.service.act("set-balance", Map.of("fen", "0"));
        long unpaid = client.submit("P-2", two, "0").at("/result/jdOrderId").asLong();
        client.call("order/confirmOrder", "jdOrderId", unpaid);
        client.kernel.clock().advance(Duration.ofDays(8));
        client.login();
        assertThat(client.select(unconfirmed).get("orderState").asInt()).isZero();
        assertThat(client.messages("10")).hasSize(2);
        assertThat(client.messages("15"))
                .extracting(m -> m.at("/result/jdOrderId").asLong() + ":"
                        + m.at("/result/cancelType").asInt())
                .containsExactlyInAnyOrder(unconfirmed + ":2", unpaid + ":1");
        assertThat(Json.treeOf(client.service.state()).get("orders"))
                .hasSize(2)
                .allMatch(row -> row.get("closeReason").asString().equals("BUYER_NO_PAY"));
    }

    @Test
    void aPriceSnapshotThatDoesNotMatchIsRefusedOnlyWhenItIsToBeHeldAgainst() {
        Map<String, String> form = client.order("P-1", two, "0");
        form.put("doOrderPriceMode", "1");
        form.put("orderPriceSnap", snapshot(article.fen() - 1));
        JsonNode refused = client.call("order/submitOrder", form);
        Shapes.assertSame("jdvop", "submit-refused", refused);
        assertThat(VopClient.code(refused)).isEqualTo(client.settings.codes().priceMoved());
        form.put("orderPriceSnap", snapshot(article.fen()));
        client.kernel.faults().arm(new Fault("jd-vop", "submitOrder", FaultKind.PRICE_MOVED_AFTER_PREVIEW, 1, 0, 130));
        assertThat(VopClient.code(client.call("order/submitOrder", form)))
                .isEqualTo(client.settings.codes().priceMoved());
        form.put("doOrderPriceMode", "0");
        JsonNode dear = client.call("order/submitOrder", form);
        assertThat(VopClient.code(dear)).isEqualTo("0001");
        assertThat(dear.at("/result/orderPrice").asDouble() * 100).isGreaterThan(2.4 * article.fen());
    }

    String snapshot(long fen) {
        return Json.text(List.of(Map.of("skuId", article.sku().id(), "price", fen / 100.0)));
    }

    @Test
    void goodsGoneAfterLookingAreRefused() {
        client.kernel.faults().arm(Fault.once("jd-vop", "submitOrder", FaultKind.SOLD_OUT_AFTER_PREVIEW));
        assertThat(VopClient.code(client.submit("P-1", two, "0"))).isEqualTo("3008");
        assertThat(Json.treeOf(client.service.state()).get("orders")).isEmpty();
    }

    @Test
    void ordersThatCannotBeAreRefusedWithTheirReason() {
        Map<String, String> lost = client.order("P-1", two, "0");
        lost.put("county", "3155");
        assertThat(VopClient.code(client.call("order/submitOrder", lost))).isEqualTo("3405");
        Map<String, String> credit = client.order("P-1", two, "0");
        credit.put("paymentType", "101");
        assertThat(VopClient.code(client.call("order/submitOrder", credit))).isEqualTo("2005");
        Map<String, String> nameless = client.order("P-1", two, "0");
        nameless.remove("name");
        assertThat(VopClient.code(client.call("order/submitOrder", nameless))).isEqualTo("1001");
        assertThat(VopClient.code(client.submit("P-1", List.of(Map.of("skuId", "100099999999", "num", 1)), "0")))
                .isEqualTo("3005");
        client.world.list(article.listing(), false);
        assertThat(VopClient.code(client.submit("P-1", two, "0"))).isEqualTo("3004");
    }

    @Test
    void anUnclearPaymentHasTakenTheMoney() {
        long had = balance();
        long id = client.submit("P-1", two, "0").at("/result/jdOrderId").asLong();
        client.kernel.faults().arm(Fault.once("jd-vop", "confirmOrder", FaultKind.PAY_UNCLEAR));
        assertThat(code("order/confirmOrder", id)).isEqualTo("5001");
        assertThat(client.select(id).get("submitState").asInt()).isEqualTo(1);
        assertThat(balance()).isLessThan(had);
    }

    @Test
    void whatTheReceiverTurnsAwayIsGivenBack() {
        long had = balance();
        long id = client.bought("P-1", two);
        client.service.act("ship-now", Map.of("orderId", "" + id));
        client.service.act("refuse", Map.of("orderId", "" + id));
        assertThat(client.select(id).get("state").asInt()).isEqualTo(2);
        assertThat(client.messages("5").getFirst().at("/result/state").asInt()).isEqualTo(2);
        assertThat(balance()).isEqualTo(had);
    }
}
