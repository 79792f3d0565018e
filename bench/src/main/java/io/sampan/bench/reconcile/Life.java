package io.sampan.bench.reconcile;

import io.sampan.browse.landedcost.Basket;
import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.FrozenRates;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.browse.landedcost.QuoteId;
import io.sampan.browse.landedcost.Terms;
import io.sampan.buy.ordering.CheckoutForm;
import io.sampan.buy.ordering.Funds;
import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Address;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Makes orders as they stand at a stage: lines, state and money as the shop itself would have left them. */
final class Life {
    private static final Address HOME =
            new Address("A. Shopper", "+49301234567", "Street 1", "", "10115", "Berlin", "", "DE");

    private final Random random;
    private final Instant now;
    private long count;

    Life(Random random, Instant now) {
        this.random = random;
        this.now = now;
    }

    /** Ids that sort by age as the shop's own do, and are the same for the same seed. */
    UUID id() {
        count++;
        return new UUID(
                0x0191_0000_0000_7000L + (count << 16), random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE);
    }

    String number() {
        return Long.toString(count + 100_000, 36).toUpperCase(Locale.ROOT);
    }

    Order order(Stage stage, AccountId shopper, List<Shelf.Stocked> wares, UUID payment, String trackingNumber) {
        var id = id();
        var lines = new ArrayList<OrderLine>();
        for (var ware : wares) {
            lines.add(line(stage, ware, lines.size()));
        }
        var total = lines.stream().map(OrderLine::share).reduce(Money::plus).orElseThrow();
        return new Order(
                new OrderId(id),
                "S-" + number(),
                shopper,
                Locale.ENGLISH,
                quote(lines, total),
                HOME,
                new CheckoutForm.Tolerance(5, CheckoutForm.Tolerance.Beyond.ASK),
                lines,
                state(stage, lines, trackingNumber),
                funds(stage, total, lines, payment),
                now.minus(Duration.ofDays(20)),
                now.plus(Duration.ofDays(stage == Stage.AWAITING ? 1 : -19)));
    }

    private OrderLine line(Stage stage, Shelf.Stocked ware, int at) {
        var offer = ware.offer();
        var sku = offer.skus().getFirst();
        return new OrderLine(
                new OrderLineId(id()),
                offer.item(),
                offer.source(),
                sku.skuId(),
                sku.orderKey(),
                offer.shop(),
                offer.title(),
                List.of(),
                null,
                1 + random.nextInt(4),
                Objects.requireNonNull(sku.price()),
                Money.fen(600),
                Money.of(900 + random.nextInt(9_000), "EUR"),
                "",
                lineState(stage, at));
    }

    private static LineState lineState(Stage stage, int at) {
        return switch (stage) {
            case AWAITING, PAID, NEEDS_SHOPPER -> new LineState.Ordered();
            case BOUGHT -> new LineState.Bought();
            case SENT -> new LineState.SellerShipped(List.of());
            case HERE -> new LineState.Received();
            case RECEIVED -> new LineState.Accepted();
            case PACKED, HANDED_OVER -> new LineState.Packed();
            case DELIVERED -> new LineState.Delivered();
            case DELIVERED_IN_PART -> at == 0 ? new LineState.Rejected("broken") : new LineState.Delivered();
            case LAPSED, GIVEN_BACK -> new LineState.Cancelled(LineState.Why.ORDER_CANCELLED);
        };
    }

    private OrderState state(Stage stage, List<OrderLine> lines, String trackingNumber) {
        return switch (stage) {
            case AWAITING -> new OrderState.AwaitingPayment();
            case PAID -> new OrderState.Paid();
            case NEEDS_SHOPPER -> asking(lines.getFirst());
            case BOUGHT, SENT, HERE -> new OrderState.Bought();
            case RECEIVED -> new OrderState.Received();
            case PACKED -> new OrderState.Packed();
            case HANDED_OVER -> new OrderState.HandedOver(trackingNumber);
            case DELIVERED, DELIVERED_IN_PART -> new OrderState.Delivered(now.minus(Duration.ofDays(2)));
            case LAPSED -> new OrderState.Cancelled(OrderState.Why.UNPAID);
            case GIVEN_BACK -> new OrderState.Cancelled(OrderState.Why.SHOPPER);
        };
    }

    private static OrderState asking(OrderLine line) {
        var move = new OrderState.PriceMove(
                line.id(), line.unitPrice(), line.unitPrice().plus(Money.fen(900)), Money.of(150, "EUR"), 1);
        return new OrderState.NeedsShopper(1, List.of(move));
    }

    private static Funds funds(Stage stage, Money total, List<OrderLine> lines, UUID payment) {
        var none = Money.zero(total.currency());
        if (stage == Stage.AWAITING || stage == Stage.LAPSED) {
            return new Funds(List.of(), none, none, 0, Set.of());
        }
        var back = switch (stage) {
            case GIVEN_BACK -> total;
            case DELIVERED_IN_PART -> lines.getFirst().share();
            case AWAITING, PAID, NEEDS_SHOPPER, BOUGHT, SENT, HERE, RECEIVED -> none;
            case PACKED, HANDED_OVER, DELIVERED, LAPSED -> none;
        };
        var receipt = new Funds.Receipt(payment, Order.PURPOSE, total);
        return new Funds(List.of(receipt), back, none, stage == Stage.NEEDS_SHOPPER ? 1 : 0, Set.of());
    }

    private LandedQuote quote(List<OrderLine> lines, Money total) {
        var basket = new Basket(lines.stream().map(Life::basketLine).toList());
        var made = now.minus(Duration.ofDays(20));
        var days = new LandedQuote.Days(10, 20);
        return new LandedQuote(
                new QuoteId(id()),
                new LineId("express"),
                new Destination("DE", null),
                List.of(new LandedQuote.Part(LandedQuote.Kind.GOODS, total, "part.goods", null)),
                total,
                total,
                total,
                List.of(),
                days,
                new LandedQuote.Weight(
                        300, 400, 500, lines.stream().map(_ -> 400).toList(), false, List.of()),
                Set.of(),
                List.of(),
                List.of(),
                true,
                new FrozenRates(List.of(), BigDecimal.ONE),
                basket,
                new Terms(
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        Money.fen(800),
                        10,
                        100,
                        15,
                        days,
                        days,
                        Duration.ofMinutes(30)),
                made,
                made.plus(Duration.ofMinutes(30)),
                true);
    }

    private static BasketLine basketLine(OrderLine line) {
        return new BasketLine(
                line.item(),
                line.skuId(),
                line.quantity(),
                line.unitPrice(),
                line.shop().id(),
                "类目",
                null,
                null,
                null,
                Set.of());
    }
}
