package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PurchaseRequest.Line;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What every connector does that orders goods: one order for one purchase, whatever gets lost on the way. */
public interface OrderingContract extends ContractGround {
    /** Longer than any connector of these cases waits for an order. */
    int TOO_LONG = 4_000;

    @Test
    @Needs(Capability.QUOTE)
    default void quotesThePriceThatTheItemShowed() {
        var request = request();
        var quoted = (Quoted.Offered) stand().connector().quote(request);
        var line = request.lines().getFirst();
        assertThat(quoted.unitPrices()).containsEntry("L1", line.unitPrice());
        assertThat(quoted.goods()).isEqualTo(line.unitPrice().times(line.quantity()));
        assertThat(quoted.freight().isNegative()).isFalse();
    }

    @Test
    @Needs(Capability.QUOTE)
    default void quotesThatThereIsNotEnough() {
        var offer = offer();
        assertThat(stand().connector().quote(request(offer, plenty(offer), 900_000)))
                .isEqualTo(new Quoted.SoldOut(List.of("L1")));
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void placesOneOrderAndFindsItAgain() {
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
    @Needs(Capability.PLACE_ORDER)
    default void losesNoPieceWhenTheMarketplaceSplitsTheOrder() {
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
    @Needs(Capability.PLACE_ORDER)
    default void anOrderWhoseAnswerWasLostIsUnclearAndFoundExactlyOnce() {
        var request = request();
        stand().world().arm(stand().createOperation(), "DROP_AFTER_SUCCESS", 0);
        assertThat(stand().connector().place(request)).isInstanceOf(Placed.Unclear.class);
        untilListed();
        var looked = (Placed.Accepted) stand().connector().lookUp(request);
        assertThat(looked.orders()).hasSize(1);
        assertThat(books(request)).hasSize(1);
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void knowsThatNothingWasOrdered() {
        assertThat(stand().connector().lookUp(request())).isInstanceOf(Placed.Absent.class);
    }

    @Test
    @Needs({Capability.QUOTE, Capability.PLACE_ORDER})
    default void ordersNothingThatRanOutAfterAGoodQuote() {
        var request = request();
        assertThat(stand().connector().quote(request)).isInstanceOf(Quoted.Offered.class);
        stand().world().arm(stand().createOperation(), "SOLD_OUT_AFTER_PREVIEW", 0);
        assertThat(stand().connector().place(request)).isEqualTo(new Placed.SoldOut(List.of("L1")));
        assertThat(books(request)).isEmpty();
    }

    @Test
    @Needs({Capability.QUOTE, Capability.PLACE_ORDER})
    default void asksLaterWhenItAsksTooOften() {
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
    @Needs({Capability.QUOTE, Capability.PLACE_ORDER})
    default void anOrderCostsWhatWasQuoted() {
        var request = request();
        var quoted = (Quoted.Offered) stand().connector().quote(request);
        var placed = (Placed.Accepted) stand().connector().place(request);
        assertThat(placed.orders().stream().map(UpstreamOrder::total).reduce(Money::plus))
                .contains(quoted.total());
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void saysOfAnOrderWhatTheMarketplaceHasInItsBooks() {
        var request = request();
        var order = placed(request);
        var truth = books(request).getFirst();
        assertThat(order.total()).isEqualTo(Money.fen(truth.whole("totalFen").orElseThrow()));
        assertThat(order.freight())
                .isEqualTo(Money.fen(truth.whole("freightFen").orElseThrow()));
        assertThat(order.waybills()).isEmpty();
        assertThat(stateOf(order)).isEqualTo(State.WAIT_PAY);
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void goodsAreSentToTheWarehouseAndNowhereElse() {
        var request = request();
        placed(request);
        assertThat(books(request).getFirst().at("receiver").node().toString())
                .contains(WAREHOUSE.name(), WAREHOUSE.mobile(), WAREHOUSE.street());
    }

    @Test
    @Needs({Capability.QUOTE, Capability.PLACE_ORDER})
    default void quotingOrdersNothing() {
        var request = request();
        assertThat(stand().connector().quote(request)).isInstanceOf(Quoted.Offered.class);
        assertThat(books(request)).isEmpty();
    }

    @Test
    @Needs({Capability.QUOTE, Capability.PLACE_ORDER})
    default void aVariantThatNobodySellsIsNeitherQuotedNorOrdered() {
        var good = request();
        var line = good.lines().getFirst();
        var nobodys =
                (line.orderKey().startsWith("9") ? "8" : "9") + line.orderKey().substring(1);
        var odd = new Line("L1", line.item(), nobodys, nobodys, line.quantity(), line.unitPrice());
        var request = new PurchaseRequest(
                good.reference(), good.source(), good.shopId(), List.of(odd), good.receiver(), good.remark());
        assertThat(stand().connector().quote(request)).isInstanceOfAny(Quoted.SoldOut.class, Quoted.Refused.class);
        assertThat(stand().connector().place(request)).isInstanceOfAny(Placed.SoldOut.class, Placed.Refused.class);
        assertThat(books(request)).isEmpty();
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void moreThanThereIsIsNotOrdered() {
        var offer = offer();
        var request = request(offer, plenty(offer), 900_000);
        assertThat(stand().connector().place(request)).isInstanceOfAny(Placed.SoldOut.class, Placed.Refused.class);
        assertThat(books(request)).isEmpty();
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void whatIsFoundByOurReferenceIsAllThatWasOrderedUnderIt() {
        var request = request();
        placed(request);
        stand().connector().place(request);
        untilListed();
        var looked = (Placed.Accepted) stand().connector().lookUp(request);
        assertThat(looked.orders())
                .extracting(UpstreamOrder::orderId)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(books(request));
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void twoReferencesAreTwoOrders() {
        var first = request();
        var second = request();
        assertThat(placed(first).orderId()).isNotEqualTo(placed(second).orderId());
        untilListed();
        assertThat(((Placed.Accepted) stand().connector().lookUp(first)).orders())
                .extracting(UpstreamOrder::orderId)
                .doesNotContainAnyElementsOf(
                        ((Placed.Accepted) stand().connector().lookUp(second))
                                .orders().stream().map(UpstreamOrder::orderId).toList());
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void anOrderThatTookTooLongIsUnclearAndFoundExactlyOnce() {
        var request = request();
        stand().world().arm(stand().createOperation(), "DELAY", TOO_LONG);
        assertThat(stand().connector().place(request)).isInstanceOf(Placed.Unclear.class);
        untilMade(request);
        untilListed();
        assertThat(((Placed.Accepted) stand().connector().lookUp(request)).orders())
                .hasSize(1);
    }

    /** The platform goes on with an order whose asker has given up. */
    private void untilMade(PurchaseRequest request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (books(request).isEmpty()) {
            assertThat(System.nanoTime()).as("still waiting for the order").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void anOrderAtABrokenPlatformIsNeverCalledOrderedOrRefused() {
        var request = request();
        stand().world().arm(stand().createOperation(), "ERROR_5XX", 0);
        assertThat(stand().connector().place(request)).isInstanceOfAny(Placed.Unclear.class, Placed.Later.class);
        assertThat(books(request)).isEmpty();
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void aLookUpThatIsTurnedAwayNeverSaysThatNothingWasOrdered() {
        var request = request();
        placed(request);
        untilListed();
        for (var fault : List.of("FLOW_CONTROL", "ERROR_5XX", "DROP_AFTER_SUCCESS")) {
            always(fault, 0);
            assertThat(stand().connector().lookUp(request))
                    .as(fault)
                    .isInstanceOfAny(Placed.Later.class, Placed.Unclear.class);
            stand().world().clearFaults();
        }
    }

    @Test
    @Needs(Capability.QUOTE)
    default void aQuoteFromABrokenPlatformIsAskedLater() {
        var request = request();
        always("ERROR_5XX", 0);
        assertThat(stand().connector().quote(request)).isInstanceOf(Quoted.Later.class);
    }

    @Test
    @Needs(Capability.PLACE_ORDER)
    default void twoVariantsLieInOneOrderWhereOneOrderHoldsThem() {
        assumeTrue(stand().connector().mostLines() > 1, "one order of its platform holds one variant");
        var one = request();
        var offer = offer();
        var other = offer.skus().stream()
                .filter(sku -> sku.inStock(20 + offer.minOrderQuantity()))
                .skip(1)
                .findFirst();
        assumeTrue(other.isPresent(), "its goods come in one variant");
        int quantity = one.lines().getFirst().quantity();
        var sku = other.orElseThrow();
        var second = new Line(
                "L2",
                offer.item(),
                sku.skuId(),
                sku.orderKey(),
                quantity,
                offer.unitPrice(sku, quantity).orElseThrow());
        var request = new PurchaseRequest(
                one.reference(), one.source(), one.shopId(), List.of(one.lines().getFirst(), second), WAREHOUSE, "");
        var placed = (Placed.Accepted) stand().connector().place(request);
        assertThat(pieces(placed.orders())).isEqualTo(2 * quantity);
        assertThat(placed.orders().stream().flatMap(order -> order.lines().stream()))
                .extracting(UpstreamOrder.Line::orderKey)
                .containsExactlyInAnyOrder(one.lines().getFirst().orderKey(), sku.orderKey());
    }
}
