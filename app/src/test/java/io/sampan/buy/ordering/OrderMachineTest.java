package io.sampan.buy.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.landedcost.Samples;
import io.sampan.buy.ordering.Funds.Receipt;
import io.sampan.buy.ordering.OrderState.NeedsShopper;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Words;
import io.sampan.people.identity.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every move from every state, the forbidden ones included. */
class OrderMachineTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LAPSED = NOON.plusSeconds(90_000);
    private static final LineState.Waybill WAYBILL = new LineState.Waybill("圆通速递", "YT1");

    private final Order placed = order();
    private final OrderLineId one = placed.lines().getFirst().id();
    private final OrderLineId two = placed.lines().getLast().id();
    private final Set<OrderLineId> both = Set.of(one, two);

    /** D moves, A was so already, F is forbidden. One column for each state in the order of {@link #states()}. */
    private static final Map<String, String> TABLE = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("pay", "DDDDDDDDDD"),
            Map.entry("pay again", "DAAAAAAAAA"),
            Map.entry("startBuying", "FDADAAAAAF"),
            Map.entry("bought", "FFDFAAAAAF"),
            Map.entry("priceMoved", "FDDAFFFFFF"),
            Map.entry("declinePrice", "FFFDFFFFFF"),
            Map.entry("soldOut", "FDDDDFFFFA"),
            Map.entry("saleClosed", "FFDFDFFFFF"),
            Map.entry("sellerShipped", "FFFFDAAAAF"),
            Map.entry("received", "FFFFDAAAAF"),
            Map.entry("accepted", "FFFFFAAAAF"),
            Map.entry("rejected", "FFFFFFFFFF"),
            Map.entry("packed", "FFFFFDAAAF"),
            Map.entry("handedOver", "FFFFFFDAAF"),
            Map.entry("delivered", "FFFFFFFDAF"),
            Map.entry("cancel", "DDFDFFFFFA"),
            Map.entry("lapse", "DFFFFFFFFF")));

    private Map<String, Function<Order, Turn>> moves() {
        var rise = Money.fen(99_00);
        return Map.ofEntries(
                Map.entry("pay", o -> o.captured(receipt("order", o.total()))),
                Map.entry(
                        "pay again",
                        o -> o.captured(
                                o.funds().receipts().isEmpty()
                                        ? receipt("order", o.total())
                                        : o.funds().receipts().getFirst())),
                Map.entry("startBuying", o -> o.startBuying(both)),
                Map.entry("bought", o -> o.bought(one)),
                Map.entry(
                        "priceMoved",
                        o -> o.priceMoved(
                                one, Money.fen(10_000), Money.fen(10_000).plus(rise))),
                Map.entry("declinePrice", Order::declinePrice),
                Map.entry("soldOut", o -> o.lineGone(one, LineState.Why.SOLD_OUT)),
                Map.entry("saleClosed", o -> o.saleClosed(one)),
                Map.entry("sellerShipped", o -> o.sellerShipped(one, WAYBILL)),
                Map.entry("received", o -> o.received(one)),
                Map.entry("accepted", o -> o.accepted(one)),
                Map.entry("rejected", o -> o.rejected(one, "colour")),
                Map.entry("packed", Order::packed),
                Map.entry("handedOver", o -> o.handedOver("SX1")),
                Map.entry("delivered", o -> o.delivered(LAPSED)),
                Map.entry("cancel", o -> o.cancel(OrderState.Why.SHOPPER)),
                Map.entry("lapse", o -> o.lapse(LAPSED)));
    }

    /** One order in each state, reached by its moves. */
    private List<Order> states() {
        var all = new ArrayList<Order>();
        all.add(placed);
        var paid = to(placed.captured(receipt("order", placed.total())));
        all.add(paid);
        var buying = to(paid.startBuying(both));
        all.add(buying);
        all.add(to(paid.priceMoved(one, Money.fen(10_000), Money.fen(15_000))));
        var bought = to(to(buying.bought(one)).bought(two));
        all.add(bought);
        var received = bought;
        for (var line : List.of(one, two)) {
            received = to(to(received.received(line)).accepted(line));
        }
        all.add(received);
        all.add(to(received.packed()));
        all.add(to(all.getLast().handedOver("SX1")));
        all.add(to(all.getLast().delivered(LAPSED)));
        all.add(to(paid.cancel(OrderState.Why.SHOPPER)));
        return all;
    }

    @Test
    void everyMoveFromEveryStateIsAllowedOrForbiddenAsTheTableSays() {
        var found = new LinkedHashMap<String, String>();
        TABLE.forEach((name, _) -> {
            var row = new StringBuilder();
            for (var order : states()) {
                row.append(
                        switch (moves().get(name).apply(order)) {
                            case Turn.To _ -> 'D';
                            case Turn.Already _ -> 'A';
                            case Turn.Forbidden _ -> 'F';
                        });
            }
            found.put(name, row.toString());
        });
        assertThat(found).isEqualTo(TABLE);
    }

    @Test
    void whatMayBeCancelledIsWhatCancellingMoves() {
        assertThat(states())
                .allSatisfy(order -> assertThat(order.state().mayBeCancelled())
                        .as(order.state().slug())
                        .isEqualTo(order.cancel(OrderState.Why.SHOPPER) instanceof Turn.To));
    }

    @Test
    void theStatesOfTheTableAreAllThereAre() {
        assertThat(states().stream().map(o -> o.state().slug()))
                .containsExactly(
                        "awaiting-payment",
                        "paid",
                        "buying",
                        "needs-shopper",
                        "bought",
                        "received",
                        "packed",
                        "handed-over",
                        "delivered",
                        "cancelled");
    }

    @Test
    void cancellingBeforeBuyingGivesEverythingBack() {
        var cancelled = turn(paid().cancel(OrderState.Why.SHOPPER));
        assertThat(cancelled.refunds()).extracting(Turn.Refund::amount).containsExactly(placed.total());
        assertThat(cancelled.order().funds().left()).isEqualTo(Money.of(0, "EUR"));
        assertThat(cancelled.order().lines()).noneMatch(line -> line.state().isLive());
    }

    @Test
    void aLineThatRanOutGivesItsShareBackAndTheRestGoesOn() {
        var left = turn(paid().lineGone(one, LineState.Why.SOLD_OUT));
        assertThat(left.refunds())
                .extracting(Turn.Refund::amount)
                .containsExactly(placed.lines().getFirst().share());
        assertThat(left.order().state()).isInstanceOf(OrderState.Paid.class);
        var none = turn(left.order().lineGone(two, LineState.Why.SOLD_OUT));
        assertThat(none.order().state()).isEqualTo(new OrderState.Cancelled(OrderState.Why.NOTHING_LEFT));
        assertThat(none.order().funds().givenBack()).isEqualTo(placed.total());
    }

    @Test
    void aLineWhoseSaleWasClosedIsToBeBoughtAgain() {
        var bought = to(to(to(paid().startBuying(both)).bought(one)).bought(two));
        var closed = turn(bought.saleClosed(one));
        assertThat(closed.order().state()).isInstanceOf(OrderState.Buying.class);
        assertThat(closed.happenings())
                .extracting(Turn.Happening::kind)
                .containsExactly(TimelineEvent.Kind.SALE_CLOSED);
        assertThat(closed.refunds()).isEmpty();
        assertThat(to(closed.order().bought(one)).state()).isInstanceOf(OrderState.Bought.class);
    }

    @Test
    void thePriceIsWhatIsToBePaidAndThenWhatWasTaken() {
        assertThat(placed.price()).isEqualTo(placed.total());
        var asks = to(paid().priceMoved(one, Money.fen(10_000), Money.fen(15_000)));
        var extra = ((NeedsShopper) asks.state()).extra();
        var accepted = to(asks.captured(receipt("top-up-1", extra)));
        assertThat(accepted.price()).isEqualTo(placed.total().plus(extra));
    }

    @Test
    void theSharesOfAllLinesAreTheTotal() {
        assertThat(placed.lines().stream().map(OrderLine::share).reduce(Money::plus))
                .contains(placed.total());
    }

    @Test
    void moneyThatNothingWaitsForGoesBack() {
        var cancelled = to(placed.cancel(OrderState.Why.SHOPPER));
        var late = turn(cancelled.captured(receipt("order", placed.total())));
        assertThat(late.refunds()).extracting(Turn.Refund::amount).containsExactly(placed.total());
        var twice = turn(paid().captured(receipt("order", placed.total())));
        assertThat(twice.refunds()).extracting(Turn.Refund::amount).containsExactly(placed.total());
        assertThat(twice.order().state()).isInstanceOf(OrderState.Paid.class);
    }

    @Test
    void aTopUpPaysForTheRisesItWasAskedFor() {
        var asks = to(paid().priceMoved(one, Money.fen(10_000), Money.fen(15_000)));
        var first = ((NeedsShopper) asks.state()).extra();
        assertThat(first.minor()).isPositive();
        var both = to(asks.priceMoved(two, Money.fen(5_000), Money.fen(9_000)));
        var answered = turn(both.captured(receipt("top-up-1", first)));
        assertThat(answered.order().state())
                .isInstanceOfSatisfying(
                        NeedsShopper.class,
                        still -> assertThat(still.moves())
                                .extracting(OrderState.PriceMove::line)
                                .containsExactly(two));
        assertThat(answered.order().line(one).orElseThrow().unitPrice()).isEqualTo(Money.fen(15_000));
        assertThat(answered.refunds()).isEmpty();
        assertThat(answered.news()).contains(new OrderNews.OrderPriceAccepted(placed.id()));
    }

    @Test
    void decliningANewPriceCancelsOnlyTheLinesThatWaitForIt() {
        var asks = to(paid().priceMoved(one, Money.fen(10_000), Money.fen(15_000)));
        var declined = turn(asks.declinePrice());
        assertThat(declined.order().state()).isInstanceOf(OrderState.Paid.class);
        assertThat(declined.refunds())
                .extracting(Turn.Refund::amount)
                .containsExactly(placed.lines().getFirst().share());
        assertThat(declined.order().declinePrice()).isEqualTo(new Turn.Already());
        assertThat(paid().declinePrice()).isInstanceOf(Turn.Forbidden.class);
    }

    @Test
    void cancellingWhileOneLineIsBoughtAndAnotherWaitsKeepsTheBoughtOne() {
        var buying = to(to(paid().startBuying(Set.of(two))).bought(two));
        var asks = to(buying.priceMoved(one, Money.fen(10_000), Money.fen(15_000)));
        var cancelled = to(asks.cancel(OrderState.Why.SHOPPER));
        assertThat(cancelled.state()).isInstanceOf(OrderState.Bought.class);
        assertThat(cancelled.line(two).orElseThrow().state()).isInstanceOf(LineState.Bought.class);
    }

    @Test
    void whatADeliveredOrderEarnedAddsUpToWhatWasKept() {
        for (long cents : List.of(1L, 99L, 1234L, placed.total().minor())) {
            var postings = Reckoning.earned(placed.id().value(), placed.quote(), Money.of(cents, "EUR"));
            assertThat(postings.stream()
                            .mapToLong(posting -> posting.amount().minor())
                            .sum())
                    .isZero();
            assertThat(postings.getFirst().amount().minor()).isEqualTo(cents);
            assertThat(postings).noneMatch(posting -> posting.amount().isZero());
        }
    }

    private Order paid() {
        return to(placed.captured(receipt("order", placed.total())));
    }

    private static Receipt receipt(String purpose, Money amount) {
        return new Receipt(UUID.randomUUID(), purpose, amount);
    }

    private static Order to(Turn turn) {
        return turn(turn).order();
    }

    private static Turn.To turn(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.To.class);
        return (Turn.To) turn;
    }

    private static Order order() {
        var basket = new io.sampan.browse.landedcost.Basket(
                List.of(Samples.line("女装 连衣裙", 10_000, 2, 400), Samples.line("女装 连衣裙", 5_000, 1, 300)));
        var quote = Samples.at(NOON.toString())
                .estimate(basket, Checkout.destination(OrderRoom.BERLIN), Currency.getInstance("EUR"))
                .getFirst();
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < 2; i++) {
            var line = basket.lines().get(i);
            lines.add(new OrderLine(
                    new OrderLineId(UUID.randomUUID()),
                    new ItemRef(MarketplaceId.ALI1688, "62020139023" + i),
                    "fake",
                    "1",
                    "spec",
                    new Offer.Shop("a", "店"),
                    Words.chinese("裙"),
                    List.of(),
                    null,
                    line.quantity(),
                    line.unitPrice(),
                    Money.fen(800),
                    quote.share(i),
                    "",
                    new LineState.Ordered()));
        }
        return new Order(
                new OrderId(UUID.randomUUID()),
                OrderNumber.next(),
                new AccountId(UUID.randomUUID()),
                Locale.ENGLISH,
                quote,
                OrderRoom.BERLIN,
                new CheckoutForm.Tolerance(5, CheckoutForm.Tolerance.Beyond.ASK),
                lines,
                new OrderState.AwaitingPayment(),
                Funds.none(quote.total().currency()),
                NOON,
                NOON.plusSeconds(86_400));
    }
}
