package io.sampan.simulators.jdvop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SplitTest {
    final VopClient client = new VopClient(null, JdVopSettings.usual());

    @AfterEach
    void close() {
        client.close();
    }

    List<Map<String, Object>> fromTwoWarehouses() {
        return client.articles(2, false).stream()
                .map(one -> VopClient.line(one, 2))
                .toList();
    }

    static double sum(JsonNode children, String field) {
        double sum = 0;
        for (JsonNode child : children) {
            sum += child.get(field).asDouble();
        }
        return sum;
    }

    @Test
    void goodsOfTwoWarehousesAreOneOrderUntilItsSplitShows() {
        long id = client.bought("P-1", fromTwoWarehouses());
        JsonNode whole = client.select(id);
        assertThat(whole.get("type").asInt()).isEqualTo(2);
        assertThat(whole.get("pOrder").asInt()).isZero();
        assertThat(client.messages("1")).isEmpty();
        client.kernel.clock().advance(Duration.ofMinutes(3));
        assertThat(client.messages("1").getFirst().at("/result/pOrder").asLong())
                .isEqualTo(id);
        Shapes.assertSame("jdvop", "order-split", client.call("order/selectJdOrder", "jdOrderId", id));
        JsonNode parent = client.select(id);
        assertThat(parent.get("type").asInt()).isEqualTo(1);
        assertThat(parent.at("/pOrder/jdOrderId").asLong()).isEqualTo(id);
        JsonNode children = parent.get("cOrder");
        assertThat(children).hasSize(2);
        assertThat(sum(children, "orderPrice"))
                .isEqualTo(parent.at("/pOrder/orderPrice").asDouble());
        assertThat(sum(children, "freight"))
                .isEqualTo(parent.at("/pOrder/freight").asDouble());
        JsonNode child = client.select(children.at("/0/jdOrderId").asLong());
        assertThat(child.get("pOrder").asLong()).isEqualTo(id);
        assertThat(child.get("type").asInt()).isEqualTo(2);
    }

    @Test
    void partsAreUnknownBeforeAndTravelOnTheirOwnAfter() {
        long id = client.bought("P-1", fromTwoWarehouses());
        List<Long> parts = new ArrayList<>();
        Json.treeOf(client.service.state())
                .get("orders")
                .forEach(row -> parts.add(row.get("orderId").asLong()));
        assertThat(client.call("order/selectJdOrder", "jdOrderId", parts.getFirst())
                        .get("success")
                        .asBoolean())
                .isFalse();
        client.kernel.clock().advance(Duration.ofDays(6));
        client.login();
        JsonNode parent = client.call("order/orderTrack", "jdOrderId", id, "waybillCode", 1);
        assertThat(parent.at("/result/waybillCode")).isEmpty();
        List<String> waybills = new ArrayList<>();
        for (long part : parts) {
            JsonNode own = client.call("order/orderTrack", "jdOrderId", part, "waybillCode", 1);
            assertThat(own.at("/result/waybillCode/0/parentId").asLong()).isEqualTo(id);
            waybills.add(own.at("/result/waybillCode/0/deliveryOrderId").asString());
        }
        assertThat(waybills).doesNotHaveDuplicates();
        assertThat(client.messages("5"))
                .extracting(m -> m.at("/result/orderId").asLong())
                .containsExactlyInAnyOrderElementsOf(parts);
        assertThat(client.select(id).get("state").asInt()).isEqualTo(1);
    }

    @Test
    void partsCannotBeConfirmedPaidOrCancelledAlone() {
        long id = client.bought("P-1", fromTwoWarehouses());
        client.kernel.clock().advance(Duration.ofMinutes(3));
        long part = client.select(id).at("/cOrder/0/jdOrderId").asLong();
        assertThat(VopClient.code(client.call("order/confirmOrder", "jdOrderId", part)))
                .isEqualTo("3104");
        assertThat(VopClient.code(client.call("order/doPay", "jdOrderId", part)))
                .isEqualTo("3404");
        assertThat(VopClient.code(client.call("order/cancel", "jdOrderId", part)))
                .isEqualTo("3209");
    }

    @Test
    void oneClosedPartGivesItsMoneyBackAndLeavesTheOther() {
        long id = client.bought("P-1", fromTwoWarehouses());
        client.kernel.clock().advance(Duration.ofMinutes(3));
        double before = balance();
        JsonNode child = client.select(id).at("/cOrder/1");
        client.service.act(
                "close-by-seller", Map.of("orderId", child.get("jdOrderId").asString()));
        assertThat(balance())
                .isCloseTo(before + child.get("orderPrice").asDouble(), org.assertj.core.api.Assertions.within(0.001));
        JsonNode parent = client.select(id);
        assertThat(parent.get("orderState").asInt()).isEqualTo(1);
        assertThat(parent.at("/cOrder/1/orderState").asInt()).isZero();
        assertThat(client.messages("10").getFirst().at("/result/orderId").asLong())
                .isEqualTo(child.get("jdOrderId").asLong());
    }

    double balance() {
        return Double.parseDouble(
                client.call("price/getBalance", "payType", 4).get("result").asString());
    }

    @Test
    void theFaultSplitsEvenThePiecesOfOneSkuAndAddsThemUpAgainAbove() {
        client.kernel.faults().arm(Fault.once("jd-vop", "submitOrder", FaultKind.SPLIT_ORDER));
        long id = client.bought("P-1", List.of(VopClient.line(client.article(), 3)));
        client.kernel.clock().advance(Duration.ofMinutes(3));
        JsonNode parent = client.select(id);
        assertThat(parent.at("/pOrder/sku/0/num").asInt()).isEqualTo(3);
        assertThat(parent.at("/cOrder/0/sku/0/num").asInt()
                        + parent.at("/cOrder/1/sku/0/num").asInt())
                .isEqualTo(3);
    }

    @Test
    void theBooksNameOurNumberAndTheOrdersForEveryPart() {
        long id = client.bought("P-1", fromTwoWarehouses());
        JsonNode rows = Json.treeOf(client.service.state()).get("orders");
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.get("outOrderId").asString()).isEqualTo("P-1");
            assertThat(row.get("jdOrderId").asLong()).isEqualTo(id);
            assertThat(row.get("paid").asBoolean()).isTrue();
        });
    }
}
