package io.sampan.outside.marketplace.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TimeOrderedId;
import io.sampan.outside.marketplace.Connector.Polled;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.MarketplaceNews.Subject;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.SmallWorld;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenMallContractTest implements MarketplaceContract {
    final SmallWorld world = new SmallWorld("openmall");
    final Stall stall = new Stall(SmallWorld.clock());
    final OpenMallSettings settings = new OpenMallSettings(
            world.at("/router/rest"),
            world.credentials().get("appKey"),
            world.credentials().get("appSecret"),
            "",
            world.credentials().get("refreshToken"),
            world.credentials().get("distributor"),
            "330108",
            "sampan",
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofHours(6),
            200,
            Duration.ofDays(7),
            Duration.ofMinutes(1));
    final OpenMall openMall = new OpenMall(settings, stall.wire, stall.tokens, SmallWorld.clock());

    @Override
    @BeforeEach
    public void wakeUp() {
        openMall.readPool();
    }

    /** What was banned may be called again. */
    @Override
    @AfterEach
    public void disarm() {
        MarketplaceContract.super.disarm();
        world.advanceHours(1);
    }

    @Override
    public boolean searchesWhatItFetchedBefore() {
        return true;
    }

    @Override
    public Stand stand() {
        return new Stand(world, openMall, stall, "trade.create", "trade.agreepay");
    }

    @Override
    public boolean translates() {
        return false;
    }

    @Override
    public String referenceThere(PurchaseRequest request) {
        return new OpenMallOutId(settings.appKey(), request.reference()).toString();
    }

    @Override
    public void untilListed() {
        world.advanceHours(1);
    }

    /** The pool is on this machine: that it is not answered in time shows at the next reading, and what was read stays. */
    @Override
    @Test
    public void asksLaterWhenNobodyAnswersInTime() {
        var fresh = new OpenMall(settings, stall.wire, stall.tokens, SmallWorld.clock());
        var query = new Searched.Query(words(), "en", 1, 5, Searched.Order.RELEVANCE);
        world.arm("*", "DELAY", 4000);
        fresh.readPool();
        assertThat(fresh.search(query)).isInstanceOf(Searched.Later.class);
        fresh.readPool();
        assertThat(((Searched.Page) fresh.search(query)).listings()).isNotEmpty();
    }

    @Test
    void hearsOfItsOrdersUntilItConfirmsThatItDid() {
        var order = placed();
        var told = (Polled.Told) openMall.poll();
        assertThat(told.news())
                .extracting(MarketplaceNews::subject, MarketplaceNews::key)
                .contains(Tuple.tuple(Subject.ORDER, order.orderId()));
        world.advanceHours(1);
        assertThat(((Polled.Told) openMall.poll()).messages())
                .as("not confirmed, so it comes again")
                .containsAll(told.messages());
        openMall.confirm(told.messages());
        world.advanceHours(1);
        assertThat(((Polled.Told) openMall.poll()).messages()).doesNotContainAnyElementsOf(told.messages());
    }

    @Test
    void givesMoneyBackForWhatIsNotSent() {
        var order = placed();
        assertThat(openMall.refund(order, "不需要了"))
                .isEqualTo(new OrderRead.Refused("not-paid", "The trade is not paid"));
        assertThat(openMall.pay(order)).isEqualTo(new PaidUpstream.Done());
        var asked = (OrderRead.Present) openMall.refund(order, "不需要了");
        assertThat(asked.order().state()).isEqualTo(State.REFUNDING);
        assertThat(openMall.refund(order, "不需要了")).as("asked again").isEqualTo(asked);
        world.act("agree-refund", Map.of("refundId", refund(order)));
        var back = (OrderRead.Present) openMall.read(order.orderId());
        assertThat(back.order().state()).isEqualTo(State.REFUNDED);
    }

    private String refund(UpstreamOrder order) {
        return world.state().list("refunds").stream()
                .filter(refund -> refund.text("tid").equals(order.orderId()))
                .map(refund -> refund.text("id"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFeeThatMovedIsNoOrderAndItsReferenceIsUsedUp() {
        var request = wanted();
        world.arm("trade.create", "PRICE_MOVED_AFTER_PREVIEW", 0);
        assertThat(openMall.place(request)).isInstanceOf(Placed.PriceMoved.class);
        assertThat(openMall.lookUp(request)).isInstanceOf(Placed.Absent.class);
        assertThat(openMall.place(request))
                .as("the platform answers with the first trade, which is closed")
                .isInstanceOf(Placed.PriceMoved.class);
    }

    @Test
    void orderingAgainUnderOneReferenceMakesNoSecondOrder() {
        var request = wanted();
        world.arm("trade.create", "DROP_AFTER_SUCCESS", 0);
        assertThat(openMall.place(request)).isInstanceOf(Placed.Unclear.class);
        assertThat(openMall.lookUp(request))
                .as("the list is behind, and says so")
                .isEqualTo(new Placed.Absent(Duration.ofMinutes(1)));
        assertThat(openMall.place(request)).isInstanceOf(Placed.Accepted.class);
        assertThat(world.orders(referenceThere(request))).hasSize(1);
    }

    private PurchaseRequest wanted() {
        var query = new Searched.Query(words(), "en", 1, 20, Searched.Order.RELEVANCE);
        for (var row : ((Searched.Page) openMall.search(query)).listings()) {
            var offer = ((Fetched.Found) openMall.fetch(row.item().itemId(), "en")).offer();
            var sku = offer.skus().stream().filter(one -> one.inStock(20)).findFirst();
            if (offer.onSale() && sku.isPresent()) {
                return wanted(offer, sku.get());
            }
        }
        throw new IllegalStateException("Nothing to buy");
    }

    private static PurchaseRequest wanted(Offer offer, Offer.Sku sku) {
        var line = new PurchaseRequest.Line("L1", offer.item(), sku.skuId(), sku.orderKey(), 2, sku.price());
        var reference = TimeOrderedId.next(SmallWorld.clock()).toString();
        return new PurchaseRequest(
                reference, offer.source(), offer.shop().id(), List.of(line), MarketplaceContract.WAREHOUSE, "");
    }

    private UpstreamOrder placed() {
        return ((Placed.Accepted) openMall.place(wanted())).orders().getFirst();
    }
}
