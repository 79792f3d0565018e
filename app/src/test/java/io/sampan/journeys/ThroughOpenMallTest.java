package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.wire.LooseJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Taobao Global falls silent, OpenMall shows the same goods, and what was ordered of them is bought there. One trade there is one variant; their lists
 * are behind, and their messages are fetched.
 */
class ThroughOpenMallTest extends Journey {
    private static final String SOURCE = "openmall";
    private static final Duration PACKING = Duration.ofHours(41);
    private static final Duration TRAVEL = Duration.ofHours(97);
    /** After which a service that was silent is called again. */
    private static final Duration COOLED = Duration.ofSeconds(15);

    private Goods goodsOfOpenMall() {
        WORLD.nextTime("taobao-global", "*", "ERROR_5XX", Map.of("count", "1000"));
        try {
            return Goods.of(shop, MarketplaceId.TAOBAO, SOURCE);
        } finally {
            WORLD.nothingGoesWrong();
            WORLD.advance(COOLED);
        }
    }

    @Test
    void twoVariantsAreBoughtOnceEachThroughALostAnswerAndABan() {
        var goods = goodsOfOpenMall();
        int before = trades().size();
        WORLD.nextTime(SOURCE, "trade.create", "DROP_AFTER_SUCCESS");
        WORLD.nextTime(SOURCE, "trade.agreepay", "FLOW_CONTROL", Map.of("millis", "5000"));
        var order = Shopper.signsUp(shop).puts(goods, goods.skus().getLast()).buys(goods);

        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(WORLD.armed()).as("both misfortunes befell it").isZero();
        assertThat(trades()).as("one trade for each variant, and none twice").hasSize(before + 2);
        assertThat(shop.purchases.of(order))
                .hasSize(2)
                .allMatch(purchase -> purchase.source().equals(SOURCE))
                .allMatch(purchase -> purchase.open().size() == 1);
        assertThat(ours(order)).hasSize(2).allMatch(trade -> trade.yes("paid"));
        assertThat(ours(order))
                .extracting(trade -> trade.whole("payTries").orElseThrow())
                .containsOnly(1L);
        assertThat(shop.ledger.imbalance()).isEmpty();
        assertThat(paid(order)).isEqualTo(told(order));

        WORLD.advance(PACKING);
        shop.until(
                "both are on their way, as messages told",
                () -> shop.order(order).lines().stream()
                        .map(OrderLine::state)
                        .allMatch(LineState.SellerShipped.class::isInstance));
        WORLD.advance(TRAVEL);
        for (var trade : upstream(order)) {
            shop.until("the parcel's way is told", () -> !steps(trade).isEmpty());
            assertThat(steps(trade))
                    .extracting(OrderRead.Step::waybillNumber)
                    .containsOnly(trade.waybills().getFirst().number());
        }
    }

    private List<OrderRead.Step> steps(UpstreamOrder trade) {
        var read = shop.marketplaces.at(MarketplaceId.TAOBAO, SOURCE).trace(trade);
        return read instanceof OrderRead.Traced(var steps) ? steps : List.of();
    }

    @Test
    void aPriceThatMovesBetweenAskingAndOrderingIsAskedOfTheShopper() {
        var goods = goodsOfOpenMall();
        WORLD.nextTime(SOURCE, "trade.create", "PRICE_MOVED_AFTER_PREVIEW", Shopper.percent(150));
        var anna = Shopper.signsUp(shop);
        var order = anna.buys(goods);

        shop.untilAsTimePasses(order, OrderState.NeedsShopper.class);
        assertThat(WORLD.armed()).isZero();
        anna.paysMore(order);
        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(ours(order)).hasSize(1).allMatch(trade -> trade.yes("paid"));
        assertThat(paid(order)).isEqualTo(told(order));
    }

    private List<LooseJson> trades() {
        return WORLD.booksOf(SOURCE).list("orders");
    }

    private List<UpstreamOrder> upstream(OrderId order) {
        return shop.purchases.of(order).stream()
                .flatMap(purchase -> purchase.open().stream())
                .map(Purchase.Upstream::order)
                .toList();
    }

    private List<LooseJson> ours(OrderId order) {
        var ids = upstream(order).stream().map(UpstreamOrder::orderId).toList();
        return trades().stream()
                .filter(trade -> ids.contains(trade.text("orderId")))
                .toList();
    }

    /** What the trades cost, as OpenMall's books say. */
    private Money told(OrderId order) {
        return Money.fen(ours(order).stream()
                .mapToLong(trade -> trade.whole("totalFen").orElseThrow())
                .sum());
    }

    /** What was paid for them, as our ledger says. */
    private Money paid(OrderId order) {
        return shop.ledger.entriesOf(order.value().toString()).stream()
                .filter(view -> view.entry().kind() == Entry.Kind.PURCHASE)
                .flatMap(view -> view.entry().postings().stream())
                .filter(posting -> posting.account().kind() == AccountRef.Kind.SUPPLIER)
                .map(Posting::amount)
                .reduce(Money.fen(0), Money::minus);
    }
}
