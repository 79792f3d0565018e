package io.sampan.simulators.openmall;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.top.TopSettings;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path data;

    @Test
    void tradesRefundsMessagesSessionsAndTheHoldOutliveTheProcess() {
        String held;
        String other;
        long refund;
        String session;
        try (Mall mall = new Mall(OpenMallSettings.usual(), data)) {
            Offer offer = mall.offer(mall.pool::holdable);
            var form = mall.order(offer, 2, "P-1");
            form.put("need_erp_hold", true);
            held = mall.create(form).at("/result/tid").asString();
            mall.pay(held);
            other = mall.created(offer, "P-2");
            mall.pay(other);
            refund = mall.call(
                            "taobao.openmall.refund.create",
                            "tid",
                            other,
                            "refund_type",
                            "refund",
                            "goods_status",
                            "UNSHIPPED",
                            "refund_fee",
                            Mall.fee(offer, 2),
                            "refund_reason",
                            "OTHER_REASON",
                            "refund_desc",
                            "x")
                    .get("refund_id")
                    .asLong();
            session = mall.client.session;
        }
        try (Mall mall = new Mall(OpenMallSettings.usual(), data)) {
            mall.client.session = session;
            assertThat(mall.status(held)).isEqualTo("PAID_FORBID_CONSIGN");
            assertThat(mall.created(mall.offer(mall.pool::holdable), "P-1")).isEqualTo(held);
            assertThat(mall.client.call(Messages.CONSUME).at("/messages/tmc_message"))
                    .hasSize(5);
            mall.kernel.clock().advance(Duration.ofMinutes(31));
            assertThat(mall.status(held)).isEqualTo("WAIT_SELLER_SEND_GOODS");
            assertThat(mall.client.call(Messages.CONSUME).toString()).contains(held);
            mall.advance(Duration.ofHours(24));
            assertThat(mall.call("taobao.openmall.refund.get", "refund_id", refund)
                            .at("/refund/status")
                            .asString())
                    .isIn("SUCCESS", "CLOSED");
            mall.advance(Duration.ofDays(5));
            assertThat(mall.status(held)).isEqualTo("WAIT_BUYER_CONFIRM_GOODS");
        }
    }

    @Test
    void theDaysCallsAreCountedOverARestart() {
        OpenMallSettings usual = OpenMallSettings.usual();
        OpenMallSettings few = usual.with(usual.top().with(new TopSettings.Limits(3, 100, 100, 1)));
        try (Mall mall = new Mall(few, data)) {
            mall.client.call("taobao.openmall.items.query");
        }
        try (Mall mall = new Mall(few, data)) {
            assertThat(mall.client.refusal("taobao.openmall.items.query"))
                    .isEqualTo("accesscontrol.limited-by-app-access-count");
        }
    }

    @Test
    void bothWaysToTaobaoShareTheGoodsButNotTheOrders() {
        try (Mall mall = new Mall()) {
            var global = new Purchases(mall.kernel, mall.world, Marketplace.TAOBAO, 1);
            Offer offer = mall.offer();
            Offer.Sku sku = offer.skus().getFirst();
            var line = new Purchase.Line("", offer.listing().id(), sku.id(), 3, sku.fen(), "");
            var to = new Purchase.Receiver("仓", "1", "", "", "浙江省", "杭州市", "", "", "路1号", "330108");
            String theirs = global.make(
                            new Purchases.Draft("P-1", offer.listing().shop().id(), List.of(line), 0, to), 0)
                    .orElseThrow()
                    .id();
            String ours = mall.created(offer, "P-1");
            assertThat(ours).isNotEqualTo(theirs);
            assertThat(mall.refusal("taobao.openmall.trade.get", "tid", theirs)).isEqualTo(No.TRADE.code);
            assertThat(mall.world.offer(offer.listing()).skus().getFirst().stock())
                    .isEqualTo(sku.stock() - 5);
        }
    }
}
