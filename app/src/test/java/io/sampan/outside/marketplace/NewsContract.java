package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PurchaseRequest.Line;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every connector says of itself, and what it hears of its orders. */
public interface NewsContract extends ContractGround {
    @Test
    default void answersUnsupportedToWhatItDoesNotDeclare() {
        var connector = stand().connector();
        var order = new UpstreamOrder(
                connector.id(),
                connector.source(),
                nobodysOrder(),
                "reference",
                State.WAIT_PAY,
                Money.fen(1),
                Money.fen(0),
                List.of(),
                List.of());
        var item = new ItemRef(connector.id(), nobodysItem());
        var line = new Line("L1", item, "1", "1", 1, Money.fen(1));
        var request = new PurchaseRequest("reference", connector.source(), "1", List.of(line), WAREHOUSE, "");
        var query = new Searched.Query(words(), "en", 1, 5, Searched.Order.RELEVANCE);
        undeclared(Capability.SEARCH, () -> connector.search(query), new Searched.Unsupported());
        undeclared(
                Capability.IMAGE_SEARCH,
                () -> connector.searchByImage(new byte[] {1}, "en"),
                new Searched.Unsupported());
        undeclared(Capability.DETAIL, () -> connector.fetch(nobodysItem(), "en"), new Fetched.Unsupported());
        undeclared(Capability.QUOTE, () -> connector.quote(request), new Quoted.Unsupported());
        undeclared(Capability.PLACE_ORDER, () -> connector.place(request), new Placed.Unsupported());
        undeclared(Capability.PLACE_ORDER, () -> connector.lookUp(request), new Placed.Unsupported());
        undeclared(Capability.PAY, () -> connector.pay(order), new PaidUpstream.Unsupported());
        undeclared(Capability.ORDER_DETAIL, () -> connector.read(nobodysOrder()), new OrderRead.Unsupported());
        undeclared(Capability.TRACE, () -> connector.trace(order), new OrderRead.Unsupported());
        undeclared(Capability.CANCEL, () -> connector.cancel(nobodysOrder()), new OrderRead.Unsupported());
        undeclared(Capability.REFUND, () -> connector.refund(order, "不需要了"), new OrderRead.Unsupported());
        undeclared(Capability.MESSAGE_POLL, connector::poll, new Connector.Polled.Unsupported());
        undeclared(Capability.SHARE_TOKEN, () -> connector.shared("AbCdEf12345"), new Connector.Shared.Unsupported());
    }

    private void undeclared(Capability capability, Supplier<Object> verb, Object unsupported) {
        if (!stand().connector().capabilities().contains(capability)) {
            assertThat(verb.get()).as(capability.name()).isEqualTo(unsupported);
        }
    }

    @Test
    default void declaresWhatBelongsTogether() {
        var declared = stand().connector().capabilities();
        assertThat(declared).as("it can be looked at").containsAnyOf(Capability.SEARCH, Capability.DETAIL);
        assertThat(stand().connector().mostLines()).isPositive();
        if (declared.contains(Capability.PLACE_ORDER)) {
            assertThat(declared)
                    .as("who orders must be able to see what came of it")
                    .contains(Capability.ORDER_DETAIL, Capability.SKU_STOCK);
        }
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void itsOffersAndOrdersBearItsName() {
        var connector = stand().connector();
        assertThat(connector.source()).matches("[a-z0-9][a-z0-9-]{1,39}");
        assertThat(offer().source()).isEqualTo(connector.source());
        assertThat(offer().item().marketplace()).isEqualTo(connector.id());
        if (connector.capabilities().contains(Capability.PLACE_ORDER)) {
            var order = placed(request());
            assertThat(order.source()).isEqualTo(connector.source());
            var read = (OrderRead.Present) connector.read(order.orderId());
            assertThat(read.order().source()).isEqualTo(connector.source());
        }
    }

    @Test
    @Needs({Capability.PAY, Capability.PUSH})
    default void hearsOfItsOrdersAndBelievesOnlyWhatIsSigned() throws Exception {
        try (var ear = new Ear(this::hook)) {
            stand().world().arm("*", "BAD_PUSH_SIGNATURE", 0);
            stand().world().pushesTo(ear.address());
            var order = placed(request());
            until(() -> ear.statuses().contains(403));
            assertThat(news(order)).as("a forged push is nobody's news").isEmpty();
            stand().connector().pay(order);
            until(() -> !news(order).isEmpty());
            assertThat(news(order))
                    .allSatisfy(news -> assertThat(news.subject())
                            .isIn(MarketplaceNews.Subject.ORDER, MarketplaceNews.Subject.LOGISTICS));
        }
    }

    @Test
    @Needs({Capability.PAY, Capability.MESSAGE_POLL})
    default void tellsWhatBecameOfAnOrderUntilItIsConfirmed() {
        var connector = stand().connector();
        var before = told();
        for (int i = 0; i < LEFT_BEHIND && !before.messages().isEmpty(); i++) {
            connector.confirm(before.messages());
            before = told();
        }
        var request = request();
        var order = placed(request);
        connector.pay(order);
        stand().world().act("ship-now", books(request).getFirst().text("orderId"));
        var first = told();
        assertThat(first.news()).anySatisfy(news -> {
            assertThat(news.key()).isEqualTo(order.orderId());
            assertThat(news.source()).isEqualTo(connector.source());
            assertThat(news.subject()).isIn(MarketplaceNews.Subject.ORDER, MarketplaceNews.Subject.LOGISTICS);
        });
        stand().world().advanceHours(1);
        assertThat(told().messages())
                .as("nothing is lost until it is confirmed; some wait before they tell it again")
                .containsAll(first.messages());
        connector.confirm(first.messages());
        stand().world().advanceHours(1);
        assertThat(told().messages()).doesNotContainAnyElementsOf(first.messages());
    }

    private Connector.Polled.Told told() {
        return (Connector.Polled.Told) stand().connector().poll();
    }

    private List<MarketplaceNews> news(UpstreamOrder order) {
        return List.copyOf(stand().stall().published).stream()
                .map(MarketplaceNews.class::cast)
                .filter(news -> news.key().equals(order.orderId()))
                .toList();
    }

    private static void until(BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    @Needs({Capability.PAY, Capability.PUSH})
    default void aPushThatComesTwiceIsHeardOnce() throws Exception {
        try (var ear = new Ear(this::hook)) {
            stand().world().armed("*", "DUPLICATE_PUSH", 0, OFTEN);
            stand().world().pushesTo(ear.address());
            var order = placed(request());
            stand().connector().pay(order);
            until(() -> ear.statuses().size() >= 2 && !news(order).isEmpty());
            stand().world().advanceHours(1);
            assertThat(news(order)).extracting(MarketplaceNews::messageId).doesNotHaveDuplicates();
        }
    }

    @Test
    @Needs(Capability.PUSH)
    default void aPushThatIsNobodysIsRefused() throws Exception {
        try (var ear = new Ear(this::hook)) {
            for (var nonsense : List.of("{}", "message=%7B%7D&_aop_signature=00", "[1,2", "x=1")) {
                assertThat(ear.post(nonsense)).as(nonsense).isBetween(400, 499);
            }
            assertThat(stand().stall().published).isEmpty();
        }
    }

    @Test
    @Needs(Capability.MESSAGE_POLL)
    default void itsPollTellsNothingWhileItsPlatformIsBusy() {
        always("FLOW_CONTROL", 0);
        assertThat(stand().connector().poll()).isInstanceOf(Connector.Polled.Later.class);
    }

    @Test
    @Needs(Capability.MESSAGE_POLL)
    default void confirmingNothingDoesNoHarm() {
        stand().connector().confirm(List.of());
        stand().connector().confirm(List.of("1"));
        assertThat(stand().connector().poll()).isInstanceOf(Connector.Polled.Told.class);
    }
}
