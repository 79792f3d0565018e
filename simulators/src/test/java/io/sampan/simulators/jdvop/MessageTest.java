package io.sampan.simulators.jdvop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MessageTest {
    @TempDir
    Path data;

    @Test
    void messagesStayUntilTheyAreDeletedAndAreAskedForByType() {
        try (var client = new VopClient(null, JdVopSettings.usual())) {
            Pool.Article article = client.article();
            client.call("price/getSellPrice", "sku", article.sku().id());
            client.world.movePrice(article.listing(), 0, 1.5);
            client.world.list(article.listing(), false);
            int skus = article.offer().skus().size();
            JsonNode all = client.call("message/get");
            assertShapes(all.get("result"));
            assertThat(all.get("result")).hasSize(2 * skus);
            assertThat(client.messages("2"))
                    .hasSize(skus)
                    .allMatch(m -> m.get("type").asInt() == 2);
            assertThat(client.messages("2,4")).hasSize(2 * skus);
            assertThat(client.messages("4")).allMatch(m -> m.at("/result/state").asInt() == 0);
            String ids = String.join(
                    ",",
                    client.messages("2").stream()
                            .map(m -> m.get("id").asString())
                            .toList());
            assertThat(client.call("message/del", "id", ids).get("result").asBoolean())
                    .isTrue();
            assertThat(client.messages("2")).isEmpty();
            assertThat(client.messages("4")).hasSize(skus);
        }
    }

    /** Each message is held to the recorded one of its type. */
    static void assertShapes(JsonNode messages) {
        for (JsonNode message : messages) {
            for (JsonNode recorded : Shapes.recorded("jdvop", "messages.reply").get("result")) {
                if (recorded.get("type").equals(message.get("type"))) {
                    assertThat(message.propertyNames()).isEqualTo(recorded.propertyNames());
                    assertThat(message.get("result").propertyNames())
                            .isEqualTo(recorded.get("result").propertyNames());
                }
            }
        }
    }

    @Test
    void goodsThatNobodyReadAreNotToldOf() {
        try (var client = new VopClient(null, JdVopSettings.usual())) {
            client.world.movePrice(client.article().listing(), 0, 1.5);
            assertThat(client.messages("2")).isEmpty();
        }
    }

    @Test
    void pricesThatMoveByThemselvesAreToldOfWithinTheHour() {
        try (var client = new VopClient(null, JdVopSettings.usual())) {
            List<Pool.Article> many = client.articles(30, true);
            many.forEach(
                    one -> client.call("price/getSellPrice", "sku", one.sku().id()));
            client.kernel.clock().advance(Duration.ofDays(10));
            client.login();
            var now = new Pool(client.world, 1, 98);
            List<Long> moved = many.stream()
                    .filter(one -> now.article(one.sku().id()).orElseThrow().fen() != one.fen())
                    .map(one -> one.sku().id())
                    .toList();
            assertThat(moved).hasSizeGreaterThan(3);
            assertThat(toldAndDeleted(client)).containsAll(moved);
            assertThat(client.messages("2")).isEmpty();
        }
    }

    /** Polls until nothing comes, as a client does; a hundred at a time. */
    static Set<Long> toldAndDeleted(VopClient client) {
        Set<Long> told = new HashSet<>();
        for (List<JsonNode> page = client.messages("2"); !page.isEmpty(); page = client.messages("2")) {
            assertThat(page).hasSizeLessThanOrEqualTo(Messages.MOST_PER_GET);
            page.forEach(message -> told.add(message.at("/result/skuId").asLong()));
            String ids = page.stream().map(m -> m.get("id").asString()).collect(Collectors.joining(","));
            client.call("message/del", "id", ids);
        }
        return told;
    }

    @Test
    void armedFaultsDoubleAMessageOrTurnTheirOrderAround() {
        try (var client = new VopClient(null, JdVopSettings.usual())) {
            client.kernel.faults().arm(Fault.once("jd-vop", "message/12", FaultKind.DUPLICATE_PUSH));
            long id = client.bought("P-1", List.of(VopClient.line(client.article(), 1)));
            client.service.act("ship-now", Map.of("orderId", "" + id));
            client.service.act("deliver-now", Map.of("orderId", "" + id));
            assertThat(client.messages("12")).hasSize(2);
            assertThat(client.messages("12").getFirst().get("id"))
                    .isNotEqualTo(client.messages("12").getLast().get("id"));
            client.kernel.faults().arm(Fault.once("jd-vop", "message/get", FaultKind.REORDER_PUSH));
            assertThat(client.messages("5,12").getFirst().get("type").asInt()).isEqualTo(5);
            assertThat(client.messages("5,12").getFirst().get("type").asInt()).isEqualTo(12);
        }
    }

    @Test
    void everythingOutlivesTheProcess() {
        long id;
        int waiting;
        String balance;
        String token;
        try (var client = new VopClient(data, JdVopSettings.usual())) {
            var lines = client.articles(2, false).stream()
                    .map(one -> VopClient.line(one, 1))
                    .toList();
            id = client.bought("P-1", lines);
            balance =
                    client.call("price/getBalance", "payType", 4).get("result").asString();
            waiting = client.messages("").size();
            token = client.token;
        }
        try (var client = new VopClient(data, JdVopSettings.usual())) {
            client.token = token;
            assertThat(client.call("order/selectJdOrderIdByThirdOrder", "thirdOrder", "P-1")
                            .get("result")
                            .asString())
                    .isEqualTo(String.valueOf(id));
            assertThat(client.call("price/getBalance", "payType", 4)
                            .get("result")
                            .asString())
                    .isEqualTo(balance);
            assertThat(client.messages("")).hasSize(waiting);
            client.kernel.clock().advance(Duration.ofMinutes(3));
            assertThat(client.messages("1")).hasSize(1);
            assertShapes(client.call("message/get").get("result"));
            assertThat(client.select(id).get("cOrder")).hasSize(2);
            client.kernel.clock().advance(Duration.ofDays(6));
            client.login();
            assertThat(client.messages("5")).hasSize(2);
        }
    }

    @Test
    void onlySoManyAreKept() {
        try (var client = new VopClient(null, JdVopSettings.usual())) {
            var messages = new Messages(client.kernel);
            for (int i = 0; i < Messages.MOST_KEPT + 50; i++) {
                messages.put(Messages.Kind.PRICE, Map.of("skuId", i));
            }
            var first = messages.get(new Call(Map.of())).result();
            assertThat((List<?>) first).hasSize(Messages.MOST_PER_GET);
            assertThat(String.valueOf(((List<?>) first).getFirst())).contains("skuId=50");
        }
    }
}
