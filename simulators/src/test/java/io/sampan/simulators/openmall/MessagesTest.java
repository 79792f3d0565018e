package io.sampan.simulators.openmall;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.world.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessagesTest {
    static final String CONFIRM = "taobao.tmc.messages.confirm";
    final Mall mall = new Mall();
    final Offer offer = mall.offer();

    @AfterEach
    void close() {
        mall.close();
    }

    List<JsonNode> consume() {
        List<JsonNode> all = new ArrayList<>();
        mall.client.call(Messages.CONSUME).at("/messages/tmc_message").forEach(all::add);
        return all;
    }

    static JsonNode content(JsonNode message) {
        return Json.tree(message.get("content").asString());
    }

    @Test
    void eachChangeOfStatusIsTold() {
        String tid = mall.created(offer, "P-1");
        mall.pay(tid);
        JsonNode whole = mall.client.whole(Messages.CONSUME, "quantity", 10);
        Shapes.assertSame("openmall", "messages", whole);
        JsonNode rows = whole.at("/tmc_messages_consume_response/messages/tmc_message");
        assertThat(rows)
                .extracting(MessagesTest::content)
                .extracting(c -> c.get("status").asString())
                .containsExactly("WAIT_BUYER_PAY", "WAIT_SELLER_SEND_GOODS");
        assertThat(content(rows.get(0)).get("outer_id").asString()).isEqualTo(mall.outId("P-1"));
    }

    @Test
    void whatIsNotConfirmedComesAgainAndWhatIsDoesNot() {
        mall.pay(mall.created(offer, "P-1"));
        List<JsonNode> first = consume();
        assertThat(first).hasSize(2);
        assertThat(consume()).isEmpty();
        JsonNode confirmed = mall.client.whole(
                CONFIRM, "s_message_ids", first.getFirst().get("id").asString());
        Shapes.assertSame("openmall", "messages-confirm", confirmed);
        mall.kernel.clock().advance(mall.settings.redeliverAfter().plusSeconds(1));
        assertThat(consume())
                .extracting(m -> m.get("id").asLong())
                .containsExactly(first.getLast().get("id").asLong());
    }

    @Test
    void changesToItemsReadLatelyAreTold() {
        mall.client.call("taobao.openmall.item.get", "item_id", offer.listing().id());
        mall.world.list(offer.listing(), false);
        mall.world.list(offer.listing(), true);
        mall.world.movePrice(offer.listing(), 0, 2);
        mall.world.setStock(offer.listing(), 0, 0);
        assertThat(consume())
                .extracting(m -> m.get("topic").asString().replace("taobao_openmall_", ""))
                .containsExactly("ItemChanged", "ItemChanged", "ItemChanged", "ItemStockChanged");
    }

    @Test
    void theFaultsSendAMessageTwiceAndAllInTheWrongOrder() {
        mall.pay(mall.created(offer, "P-1"));
        mall.kernel.faults().arm(Fault.once("openmall", "messages.consume", FaultKind.DUPLICATE_PUSH));
        mall.kernel.faults().arm(Fault.once("openmall", "messages.consume", FaultKind.REORDER_PUSH));
        List<JsonNode> shaken = consume();
        assertThat(shaken).hasSize(3);
        assertThat(shaken.getFirst().get("id")).isEqualTo(shaken.getLast().get("id"));
        assertThat(shaken.get(1).get("id").asLong())
                .isGreaterThan(shaken.getFirst().get("id").asLong());
    }

    @Test
    void quantitiesAndGroupsAreChecked() {
        assertThat(mall.client.refusal(Messages.CONSUME, "quantity", 9)).isEqualTo("isv.invalid-parameter");
        assertThat(mall.client.refusal(Messages.CONSUME, "quantity", 201)).isEqualTo("isv.invalid-parameter");
        assertThat(mall.client.refusal(Messages.CONSUME, "group_name", "mine")).isEqualTo("isv.group-not-exist");
        assertThat(mall.client.refusal(Messages.CONSUME, "group_name", "default"))
                .isEmpty();
        mall.kernel.clock().advance(Duration.ofSeconds(1));
        assertThat(mall.client.refusal(CONFIRM)).isEqualTo("isv.missing-parameter");
    }
}
