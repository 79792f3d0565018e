package io.sampan.buy.ordering;

import io.sampan.browse.freshness.Need;
import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.Prepared.Hindrance;
import io.sampan.buy.ordering.Prepared.Priced;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Address;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** From a cart to an order at a price that the shopper has seen, and on to the page where they pay. */
@Component
public class Checkout {
    private static final int NUMBERS_TRIED = 5;

    private final Carts carts;
    private final CartCheck check;
    private final Orders orders;
    private final BalanceSpending balances;
    private final Placing placing;
    private final OrderingSettings settings;

    Checkout(
            Carts carts,
            CartCheck check,
            Orders orders,
            BalanceSpending balances,
            Placing placing,
            OrderingSettings settings) {
        this.carts = carts;
        this.check = check;
        this.orders = orders;
        this.balances = balances;
        this.placing = placing;
        this.settings = settings;
    }

    /** What the cart costs at the door by each line, or what hinders it. May wait for marketplaces; never within a transaction. */
    public Prepared prepare(CartKey cart, Destination destination, Currency currency) {
        return check.check(carts.of(cart), destination, currency, new Need.InCart(settings.cartFreshFor()));
    }

    /**
     * Orders the cart as the shopper has seen it, at the total that they have seen. Price and stock of every line are asked of its marketplace
     * once more, in any case; if the total is another one, a marketplace cannot answer, or other things lie in the cart, nothing is ordered. The
     * same form again is the same order; of two forms for one cart the first takes what is in it. Waits for marketplaces and gateway; never call
     * it within a transaction.
     */
    public CheckedOut place(CheckoutForm form) {
        var before = placing.ofForm(form);
        if (before.isPresent()) {
            return payment(before.get(), form);
        }
        if (!form.address().faults().isEmpty()) {
            return new Hindrance.CannotShip(Hindrance.Reason.ADDRESS);
        }
        var currency = form.seenTotal().currency();
        var cart = carts.of(form.cart());
        if (!cart.isEmpty() && !cart.seal().equals(form.seenCart())) {
            return ofForm(form, new CheckedOut.CartChanged());
        }
        return switch (check.check(cart, destination(form.address()), currency, new Need.ToPay())) {
            case Prepared.Ready ready -> place(form, ready);
            case Hindrance.EmptyCart empty -> ofForm(form, empty);
            case Hindrance hindrance -> hindrance;
        };
    }

    /** What the shopper's balance would pay of what is due for an order now; zero when it would pay nothing. */
    public Money fromBalance(Order order) {
        return balances.offered(order);
    }

    /** The same of an order that they are about to place. */
    public Money fromBalance(AccountId shopper, Money total) {
        return balances.available(shopper, total.currency()).min(total);
    }

    /**
     * Pays as much of what is due now as the shopper's balance holds; what is left is paid on the {@link Orders#payPage}. Of a rise that waits for
     * the shopper all or nothing.
     *
     * @return false when it paid nothing: nothing is due or there, or another payment is being taken just now
     */
    public boolean payFromBalance(OrderId order) {
        return balances.pay(order);
    }

    /** Where a parcel to this address goes, as exactly as a price needs to know. */
    public static Destination destination(Address address) {
        boolean code = address.region().matches("[A-Z0-9]{1,3}");
        return new Destination(address.country(), code ? address.region() : null);
    }

    private CheckedOut place(CheckoutForm form, Prepared.Ready ready) {
        var chosen = ready.quotes().stream()
                .filter(quote -> quote.line().equals(form.line()))
                .findFirst();
        if (chosen.isEmpty()) {
            return new CheckedOut.PriceChanged(ready.quotes().getFirst());
        }
        var quote = chosen.get();
        return quote.total().equals(form.seenTotal())
                ? placing.place(form, quote, ready.lines())
                        .map(order -> payment(order, form))
                        .orElseGet(CheckedOut.CartChanged::new)
                : new CheckedOut.PriceChanged(quote);
    }

    /** The order that this very form made, sent at the same time, or else this outcome. */
    private CheckedOut ofForm(CheckoutForm form, CheckedOut otherwise) {
        return placing.ofForm(form).map(order -> payment(order, form)).orElse(otherwise);
    }

    private CheckedOut payment(OrderId order, CheckoutForm form) {
        var pay = form.pay();
        if (form.fromBalance()) {
            balances.pay(order);
        }
        return switch (pay == null ? orders.payPage(order) : orders.payPage(order, pay)) {
            case PayPage.Ready ready -> new CheckedOut.Placed(order, ready.page());
            case PayPage.BeingTaken taken -> new CheckedOut.PayLater(order, taken);
            case PayPage.NothingDue nothing -> new CheckedOut.PayLater(order, nothing);
            case PayPage.Refused refused -> new CheckedOut.PayLater(order, refused);
            case PayPage.NotNow not -> new CheckedOut.PayLater(order, not);
        };
    }

    /** The moment of ordering itself: one transaction, after which the order stands. */
    @Component
    static class Placing {
        private final OrderTable table;
        private final CartTable cartTable;
        private final OrderingSettings settings;
        private final Transactions transactions;
        private final ApplicationEventPublisher events;
        private final Clock clock;

        Placing(
                OrderTable table,
                CartTable cartTable,
                OrderingSettings settings,
                Transactions transactions,
                ApplicationEventPublisher events,
                Clock clock) {
            this.table = table;
            this.cartTable = cartTable;
            this.settings = settings;
            this.transactions = transactions;
            this.events = events;
            this.clock = clock;
        }

        Optional<OrderId> ofForm(CheckoutForm form) {
            return table.ofForm(form.shopper(), form.token()).map(Order::id);
        }

        /** The order of this form; empty when by now its cart is another than the shopper has seen. */
        Optional<OrderId> place(CheckoutForm form, LandedQuote quote, List<Priced> lines) {
            return transactions.run(() -> {
                cartTable.lock(form.cart());
                if (!cartTable.find(form.cart()).seal().equals(form.seenCart())) {
                    return ofForm(form);
                }
                for (int i = 0; i < NUMBERS_TRIED; i++) {
                    var order = order(form, quote, lines);
                    if (table.insert(order, form.token())) {
                        table.append(
                                order.id(), List.of(new Turn.Happening(Kind.PLACED, null, Map.of())), order.placedAt());
                        lines.forEach(line -> cartTable.ordered(form.cart(), line.line()));
                        events.publishEvent(new OrderNews.OrderPlaced(order.id()));
                        return Optional.of(order.id());
                    }
                    var same = ofForm(form);
                    if (same.isPresent()) {
                        return same;
                    }
                }
                throw new IllegalStateException("No free order number in " + NUMBERS_TRIED + " tries");
            });
        }

        private Order order(CheckoutForm form, LandedQuote quote, List<Priced> priced) {
            var now = clock.instant();
            var lines = new ArrayList<OrderLine>();
            for (int i = 0; i < priced.size(); i++) {
                lines.add(line(priced.get(i), quote, i));
            }
            return new Order(
                    new OrderId(TimeOrderedId.next(clock)),
                    OrderNumber.next(),
                    form.shopper(),
                    form.language(),
                    quote,
                    form.address(),
                    form.tolerance(),
                    lines,
                    new OrderState.AwaitingPayment(),
                    Funds.none(quote.total().currency()),
                    now,
                    now.plus(settings.unpaidFor()));
        }

        private OrderLine line(Priced priced, LandedQuote quote, int index) {
            var offer = priced.offer();
            var sku = priced.sku();
            return new OrderLine(
                    new OrderLineId(TimeOrderedId.next(clock)),
                    offer.item(),
                    offer.source(),
                    sku.skuId(),
                    sku.orderKey(),
                    offer.shop(),
                    offer.title(),
                    sku.options(),
                    picture(priced),
                    priced.line().quantity(),
                    quote.basket().lines().get(index).unitPrice(),
                    freight(quote, index),
                    quote.share(index),
                    priced.line().remark(),
                    new LineState.Ordered());
        }

        private static @Nullable URI picture(Priced priced) {
            var own = priced.sku().picture();
            var pictures = priced.offer().pictures();
            return own != null || pictures.isEmpty() ? own : pictures.getFirst();
        }

        /** What the quote takes the line's shop to ask: the most that any of the shop's lines tells, see {@code Basket.domesticFreight}. */
        private static Money freight(LandedQuote quote, int index) {
            var basket = quote.basket().lines();
            var own = basket.get(index);
            return basket.stream()
                    .filter(line -> line.shopId().equals(own.shopId())
                            && line.item().marketplace() == own.item().marketplace())
                    .map(line ->
                            line.domesticFreight() == null ? quote.terms().silentFreight() : line.domesticFreight())
                    .reduce(Money.fen(0), Money::max);
        }
    }
}
