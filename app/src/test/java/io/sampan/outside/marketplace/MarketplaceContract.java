package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PurchaseRequest.Line;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.wire.LooseJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every connector does against its simulated marketplace, whatever its wire looks like. A new one proves itself with a subclass that says where
 * it stands; cases about what it does not declare are skipped.
 */
public interface MarketplaceContract {
    Duration PATIENCE = Duration.ofSeconds(20);

    /** One connector beside its marketplace. @param createOperation of its simulator that orders; empty where nothing is ordered, and so is payOperation */
    record Stand(SmallWorld world, Connector connector, Stall stall, String createOperation, String payOperation) {}

    PurchaseRequest.Receiver WAREHOUSE =
            new PurchaseRequest.Receiver("舢板集运仓", "15251667788", "浙江省", "杭州市", "滨江区", "网商路699号 SP1001", "310000");

    /** The fewest days until a seller's parcel has surely been scanned. */
    int HOURS_TO_FIRST_SCAN = 48;

    /** Answers full of messages that other cases leave behind, at most. */
    int LEFT_BEHIND = 50;

    Stand stand();

    /** Gives a push to the connector's hook; the HTTP status that it answers. Who declares no pushes has none. */
    default int hook(HttpExchange push) throws IOException {
        return 404;
    }

    /** Words with which its search finds goods. */
    default String words() {
        return "连衣裙";
    }

    /** Whether its platform gives titles in the language that it is asked for. */
    default boolean translates() {
        return true;
    }

    /** Whether its platform splits what is paid, some time later, rather than what is ordered, at once. */
    default boolean splitsLater() {
        return false;
    }

    /** An item's id that its platform could have given and did not. */
    default String nobodysItem() {
        return "999999999999";
    }

    /** An order's id that its platform could have given and did not. */
    default String nobodysOrder() {
        return "200099999999";
    }

    /** How its platform writes our reference. */
    default String referenceThere(PurchaseRequest request) {
        return request.reference();
    }

    /** Waits until what was just ordered is found by its reference. */
    default void untilListed() {
        // At once, unless its platform is behind.
    }

    private List<LooseJson> books(PurchaseRequest request) {
        return stand().world().orders(referenceThere(request));
    }

    /** A case is for connectors that declare what it is about; for others {@link #answersUnsupportedToWhatItDoesNotDeclare} is. */
    private void needs(Capability... needed) {
        assumeTrue(
                stand().connector().capabilities().containsAll(List.of(needed)),
                stand().connector().source() + " does not declare all of " + List.of(needed));
    }

    @AfterEach
    default void disarm() {
        stand().world().clearFaults();
        stand().world().pushesTo("");
    }

    private Searched.Page page() {
        var query = new Searched.Query(words(), "en", 1, 20, Searched.Order.SALES);
        return (Searched.Page) stand().connector().search(query);
    }

    /** An offer that can be bought, with a variant of which there is enough. */
    private Offer offer() {
        return page().listings().stream()
                .map(row -> stand().connector().fetch(row.item().itemId(), "en"))
                .filter(Fetched.Found.class::isInstance)
                .map(found -> ((Fetched.Found) found).offer())
                .filter(offer -> offer.onSale() && (offer.isPriceOnly() || plenty(offer) != null))
                .findFirst()
                .orElseThrow();
    }

    private static Offer.Sku plenty(Offer offer) {
        return offer.skus().stream()
                .filter(sku -> sku.inStock(20 + offer.minOrderQuantity()))
                .findFirst()
                .orElse(null);
    }

    private PurchaseRequest request() {
        var offer = offer();
        return request(offer, plenty(offer), Math.max(2, offer.minOrderQuantity()));
    }

    private PurchaseRequest request(Offer offer, Offer.Sku sku, int quantity) {
        var line = new Line(
                "L1",
                offer.item(),
                sku.skuId(),
                sku.orderKey(),
                quantity,
                offer.unitPrice(sku, quantity).orElseThrow());
        var reference = TimeOrderedId.next(SmallWorld.clock()).toString();
        return new PurchaseRequest(reference, offer.source(), offer.shop().id(), List.of(line), WAREHOUSE, "");
    }

    private UpstreamOrder placed(PurchaseRequest request) {
        var placed = (Placed.Accepted) stand().connector().place(request);
        return placed.orders().getFirst();
    }

    private State stateOf(UpstreamOrder order) {
        return ((OrderRead.Present) stand().connector().read(order.orderId()))
                .order()
                .state();
    }

    private static int pieces(List<UpstreamOrder> orders) {
        return orders.stream()
                .flatMap(order -> order.lines().stream())
                .mapToInt(UpstreamOrder.Line::quantity)
                .sum();
    }

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
    default void itsOffersAndOrdersBearItsName() {
        needs(Capability.SEARCH, Capability.DETAIL);
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
    default void findsGoodsAndSaysWhatTheyCostAtLeast() {
        needs(Capability.SEARCH);
        assertThat(page().listings()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.priceFrom().isPositive()).isTrue();
            assertThat(row.title().chinese()).isNotBlank();
            assertThat(row.title().speaks(java.util.Locale.ENGLISH)).isEqualTo(translates());
        });
    }

    @Test
    default void sortsByPrice() {
        needs(Capability.SEARCH);
        var query = new Searched.Query(words(), "en", 1, 20, Searched.Order.PRICE_UP);
        var prices = ((Searched.Page) stand().connector().search(query))
                .listings().stream().map(Searched.Listing::priceFrom).toList();
        assertThat(prices).isSorted();
    }

    @Test
    default void showsAnItemWithAllThatAnOrderNeeds() {
        needs(Capability.SEARCH, Capability.DETAIL, Capability.SKU_STOCK);
        var offer = offer();
        assertThat(offer.pictures()).isNotEmpty();
        assertThat(offer.shop().id()).isNotBlank();
        assertThat(offer.skus()).allSatisfy(sku -> {
            assertThat(sku.orderKey()).isNotBlank();
            assertThat(sku.price().currency()).isEqualTo(Money.CNY);
            assertThat(sku.options()).isNotEmpty();
        });
    }

    @Test
    default void anItemThatNobodySellsIsGone() {
        needs(Capability.DETAIL);
        assertThat(stand().connector().fetch(nobodysItem(), "en"))
                .isEqualTo(new Fetched.Gone(new ItemRef(stand().connector().id(), nobodysItem())));
    }

    @Test
    default void quotesThePriceThatTheItemShowed() {
        needs(Capability.QUOTE);
        var request = request();
        var quoted = (Quoted.Offered) stand().connector().quote(request);
        var line = request.lines().getFirst();
        assertThat(quoted.unitPrices()).containsEntry("L1", line.unitPrice());
        assertThat(quoted.goods()).isEqualTo(line.unitPrice().times(line.quantity()));
        assertThat(quoted.freight().isNegative()).isFalse();
    }

    @Test
    default void quotesThatThereIsNotEnough() {
        needs(Capability.QUOTE);
        var offer = offer();
        assertThat(stand().connector().quote(request(offer, plenty(offer), 900_000)))
                .isEqualTo(new Quoted.SoldOut(List.of("L1")));
    }

    @Test
    default void placesOneOrderAndFindsItAgain() {
        needs(Capability.PLACE_ORDER);
        var request = request();
        var order = placed(request);
        assertThat(books(request)).hasSize(1);
        assertThat(order.lines().getFirst().orderKey())
                .isEqualTo(request.lines().getFirst().orderKey());
        untilListed();
        var looked = (Placed.Accepted) stand().connector().lookUp(request);
        assertThat(looked.orders()).hasSize(1);
        assertThat(looked.orders().getFirst().orderId()).isEqualTo(order.orderId());
        assertThat(looked.orders().getFirst().total()).isEqualTo(order.total());
        assertThat(pieces(looked.orders())).isEqualTo(request.lines().getFirst().quantity());
    }

    @Test
    default void losesNoPieceWhenTheMarketplaceSplitsTheOrder() {
        needs(Capability.PLACE_ORDER);
        stand().world().arm(stand().createOperation(), "SPLIT_ORDER", 0);
        var request = request();
        var placed = (Placed.Accepted) stand().connector().place(request);
        var parts = splitsLater() ? partsAfterPaying(request, placed.orders().getFirst()) : placed.orders();
        assertThat(pieces(parts)).isEqualTo(request.lines().getFirst().quantity());
        assertThat(parts).hasSize(books(request).size());
    }

    private List<UpstreamOrder> partsAfterPaying(PurchaseRequest request, UpstreamOrder whole) {
        assertThat(stand().connector().pay(whole)).isEqualTo(new PaidUpstream.Done());
        stand().world().advanceHours(1);
        var parts = ((OrderRead.Split) stand().connector().read(whole.orderId())).parts();
        assertThat(parts.stream().map(UpstreamOrder::total).reduce(Money::plus)).contains(whole.total());
        assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> {
            var read = ((OrderRead.Present) stand().connector().read(part.orderId())).order();
            assertThat(read.state()).isEqualTo(State.PAID);
            assertThat(read.lines()).isEqualTo(part.lines());
        });
        var looked = (Placed.Accepted) stand().connector().lookUp(request);
        assertThat(looked.orders())
                .extracting(UpstreamOrder::orderId)
                .containsExactlyInAnyOrderElementsOf(
                        parts.stream().map(UpstreamOrder::orderId).toList());
        return parts;
    }

    @Test
    default void anOrderWhoseAnswerWasLostIsUnclearAndFoundExactlyOnce() {
        needs(Capability.PLACE_ORDER);
        var request = request();
        stand().world().arm(stand().createOperation(), "DROP_AFTER_SUCCESS", 0);
        assertThat(stand().connector().place(request)).isInstanceOf(Placed.Unclear.class);
        untilListed();
        var looked = (Placed.Accepted) stand().connector().lookUp(request);
        assertThat(looked.orders()).hasSize(1);
        assertThat(books(request)).hasSize(1);
    }

    @Test
    default void knowsThatNothingWasOrdered() {
        needs(Capability.PLACE_ORDER);
        assertThat(stand().connector().lookUp(request())).isInstanceOf(Placed.Absent.class);
    }

    @Test
    default void ordersNothingThatRanOutAfterAGoodQuote() {
        needs(Capability.QUOTE, Capability.PLACE_ORDER);
        var request = request();
        assertThat(stand().connector().quote(request)).isInstanceOf(Quoted.Offered.class);
        stand().world().arm(stand().createOperation(), "SOLD_OUT_AFTER_PREVIEW", 0);
        assertThat(stand().connector().place(request)).isEqualTo(new Placed.SoldOut(List.of("L1")));
        assertThat(books(request)).isEmpty();
    }

    @Test
    default void paysOnceHoweverOftenItIsAsked() {
        needs(Capability.PAY);
        var request = request();
        var order = placed(request);
        assertThat(stateOf(order)).isEqualTo(State.WAIT_PAY);
        assertThat(stand().connector().pay(order)).isEqualTo(new PaidUpstream.Done());
        assertThat(stateOf(order)).isEqualTo(State.PAID);
        assertThat(stand().connector().pay(order)).isNotInstanceOf(PaidUpstream.Unclear.class);
        assertThat(books(request).getFirst().yes("paid")).isTrue();
    }

    @Test
    default void anUnclearPaymentNeverCountsAsRefused() {
        needs(Capability.PAY);
        var order = placed(request());
        stand().world().arm(stand().payOperation(), "PAY_UNCLEAR", 0);
        var paid = stand().connector().pay(order);
        assertThat(paid).isInstanceOfAny(PaidUpstream.Done.class, PaidUpstream.Unclear.class);
        assertThat(paid instanceof PaidUpstream.Done).isEqualTo(stateOf(order) == State.PAID);
    }

    @Test
    default void aPaymentWhoseAnswerWasLostIsSettledByTheOrder() {
        needs(Capability.PAY);
        var order = placed(request());
        stand().world().arm(stand().payOperation(), "DROP_AFTER_SUCCESS", 0);
        assertThat(stand().connector().pay(order)).isEqualTo(new PaidUpstream.Done());
        assertThat(stateOf(order)).isEqualTo(State.PAID);
    }

    @Test
    default void followsTheParcelToTheWarehouse() {
        needs(Capability.PAY, Capability.TRACE);
        var request = request();
        var order = placed(request);
        assertThat(stand().connector().trace(order)).isEqualTo(new OrderRead.Traced(List.of()));
        stand().connector().pay(order);
        var truth = books(request).getFirst();
        stand().world().act("ship-now", truth.text("orderId"));
        stand().world().advanceHours(HOURS_TO_FIRST_SCAN);
        var shipped = ((OrderRead.Present) stand().connector().read(order.orderId())).order();
        assertThat(shipped.state())
                .as("sent, or here already where the platform hears of deliveries")
                .isIn(State.SHIPPED, State.DONE);
        assertThat(shipped.waybills()).hasSize(1);
        assertThat(shipped.waybills().getFirst().number())
                .isEqualTo(books(request).getFirst().text("waybill"));
        var traced = (OrderRead.Traced) stand().connector().trace(shipped);
        assertThat(traced.steps()).isNotEmpty().isSortedAccordingTo(java.util.Comparator.comparing(OrderRead.Step::at));
        assertThat(traced.steps().getFirst().waybillNumber())
                .isEqualTo(shipped.waybills().getFirst().number());
    }

    @Test
    default void cancelsWhatIsNotPaid() {
        needs(Capability.PLACE_ORDER, Capability.CANCEL);
        var order = placed(request());
        assertThat(stand().connector().cancel(order.orderId())).isInstanceOf(OrderRead.Present.class);
        stand().world().advanceHours(1);
        assertThat(stateOf(order)).isEqualTo(State.CLOSED);
    }

    @Test
    default void anOrderThatNobodyMadeIsMissing() {
        needs(Capability.ORDER_DETAIL);
        assertThat(stand().connector().read(nobodysOrder())).isEqualTo(new OrderRead.Missing());
    }

    @Test
    default void asksLaterWhenItAsksTooOften() {
        needs(Capability.QUOTE, Capability.PLACE_ORDER);
        var request = request();
        stand().world().arm("*", "FLOW_CONTROL", 0);
        assertThat(stand().connector().quote(request))
                .isInstanceOfSatisfying(
                        Quoted.Later.class,
                        later -> assertThat(later.after()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(2)));
        stand().world().arm(stand().createOperation(), "FLOW_CONTROL", 0);
        assertThat(stand().connector().place(request)).isInstanceOf(Placed.Later.class);
        assertThat(books(request)).isEmpty();
    }

    @Test
    default void asksLaterWhenNobodyAnswersInTime() {
        needs(Capability.SEARCH);
        assertThat(page().listings()).isNotEmpty();
        stand().world().arm("*", "DELAY", 4000);
        assertThat(stand().connector().search(new Searched.Query(words(), "en", 1, 5, Searched.Order.RELEVANCE)))
                .isInstanceOf(Searched.Later.class);
    }

    @Test
    default void hearsOfItsOrdersAndBelievesOnlyWhatIsSigned() throws Exception {
        needs(Capability.PAY, Capability.PUSH);
        var statuses = new java.util.concurrent.CopyOnWriteArrayList<Integer>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", push -> {
            try (push) {
                int status = hook(push);
                statuses.add(status);
                push.sendResponseHeaders(status, -1);
            }
        });
        server.start();
        try {
            stand().world().arm("*", "BAD_PUSH_SIGNATURE", 0);
            stand().world().pushesTo("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks");
            var order = placed(request());
            until(() -> statuses.contains(403));
            assertThat(news(order)).as("a forged push is nobody's news").isEmpty();
            stand().connector().pay(order);
            until(() -> !news(order).isEmpty());
            assertThat(news(order))
                    .allSatisfy(news -> assertThat(news.subject())
                            .isIn(MarketplaceNews.Subject.ORDER, MarketplaceNews.Subject.LOGISTICS));
        } finally {
            server.stop(0);
        }
    }

    @Test
    default void tellsWhatBecameOfAnOrderUntilItIsConfirmed() {
        needs(Capability.PAY, Capability.MESSAGE_POLL);
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

    private static void until(java.util.function.BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
