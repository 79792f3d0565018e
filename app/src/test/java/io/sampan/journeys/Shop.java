package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.freshness.Freshness;
import io.sampan.browse.freshness.Looked;
import io.sampan.browse.freshness.Need;
import io.sampan.browse.landedcost.LandedCosts;
import io.sampan.browse.search.Search;
import io.sampan.buy.ordering.Carts;
import io.sampan.buy.ordering.Checkout;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.payment.Payments;
import io.sampan.buy.payment.RefundView;
import io.sampan.deliver.procurement.Purchases;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.deliver.warehouse.Inbounds;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.Ledger;
import io.sampan.outside.carrier.Tracking;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.Addresses;
import io.sampan.people.identity.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** The app's doors, as the app wires them, and the patience to wait for what it does by itself. */
final class Shop {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int LOOKS_BETWEEN_STEPS = 10;
    private static final Duration STEP = Duration.ofSeconds(8);
    /** A refund is on its way for 5 minutes. */
    private static final Duration BANKS_TAKE = Duration.ofMinutes(6);

    final Marketplaces marketplaces;
    final Catalog catalog;
    final Freshness freshness;
    final Search search;
    final LandedCosts landedCosts;
    final Accounts accounts;
    final Sessions sessions;
    final Addresses addresses;
    final Carts carts;
    final Checkout checkout;
    final Orders orders;
    final Payments payments;
    final Ledger ledger;
    final Purchases purchases;
    final Inbounds inbounds;
    final Warehouse warehouse;
    final Parcels parcels;
    final Tracking tracking;

    Shop(ApplicationContext app) {
        marketplaces = app.getBean(Marketplaces.class);
        catalog = app.getBean(Catalog.class);
        freshness = app.getBean(Freshness.class);
        search = app.getBean(Search.class);
        landedCosts = app.getBean(LandedCosts.class);
        accounts = app.getBean(Accounts.class);
        sessions = app.getBean(Sessions.class);
        addresses = app.getBean(Addresses.class);
        carts = app.getBean(Carts.class);
        checkout = app.getBean(Checkout.class);
        orders = app.getBean(Orders.class);
        payments = app.getBean(Payments.class);
        ledger = app.getBean(Ledger.class);
        purchases = app.getBean(Purchases.class);
        inbounds = app.getBean(Inbounds.class);
        warehouse = app.getBean(Warehouse.class);
        parcels = app.getBean(Parcels.class);
        tracking = app.getBean(Tracking.class);
    }

    Product look(ItemRef item, Duration maxAge) {
        var looked = freshness.look(item, new Need.InCart(maxAge));
        assertThat(looked).isInstanceOf(Looked.Fresh.class);
        return ((Looked.Fresh) looked).product();
    }

    Order order(OrderId id) {
        return orders.find(id).orElseThrow();
    }

    OrderLine onlyLine(OrderId id) {
        assertThat(order(id).lines()).hasSize(1);
        return order(id).lines().getFirst();
    }

    /** Waits until the order stands so; what it met instead is told. */
    void until(OrderId id, Class<? extends OrderState> state) {
        until(
                id + " is " + state.getSimpleName(),
                () -> state.isInstance(order(id).state()),
                () -> story(id));
    }

    /** The same while the world's time passes quickly, for what is tried again after a while. */
    void untilAsTimePasses(OrderId id, Class<? extends OrderState> state) {
        var so = asTimePasses(() -> state.isInstance(order(id).state()));
        until(id + " is " + state.getSimpleName(), so, () -> story(id));
    }

    void untilAsTimePasses(String what, BooleanSupplier so) {
        until(what, asTimePasses(so));
    }

    private static BooleanSupplier asTimePasses(BooleanSupplier so) {
        var looks = new AtomicInteger();
        return () -> {
            if (so.getAsBoolean()) {
                return true;
            }
            if (looks.incrementAndGet() % LOOKS_BETWEEN_STEPS == 0) {
                JourneyWorld.world().advance(STEP);
            }
            return false;
        };
    }

    /** So much is given back to where it came from, and has arrived there. Who was cut off at it holds it until their time is over. */
    void moneyIsBack(OrderId id, Money amount) {
        untilAsTimePasses(
                "Stripe was asked to give it back",
                () -> !refunds(id).isEmpty()
                        && refunds(id).stream().noneMatch(refund -> refund.state() == RefundView.State.ASKED));
        JourneyWorld.world().advance(BANKS_TAKE);
        untilAsTimePasses(
                "the money is back",
                () -> refunds(id).stream().allMatch(refund -> refund.state() == RefundView.State.DONE));
        assertThat(refunds(id).stream().map(RefundView::amount).reduce(Money::plus))
                .hasValue(amount);
        until("the order tells of it", () -> told(id).contains(TimelineEvent.Kind.REFUND_SETTLED));
    }

    private List<RefundView> refunds(OrderId id) {
        return payments.of(id.value()).stream()
                .flatMap(payment -> payment.refunds().stream())
                .toList();
    }

    void until(String what, BooleanSupplier so) {
        until(what, so, () -> "");
    }

    void until(String what, BooleanSupplier so, Supplier<String> instead) {
        waits(what, so, instead);
    }

    static void waits(String what, BooleanSupplier so, Supplier<String> instead) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + PATIENCE + " in vain: " + what + ". " + instead.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String story(OrderId id) {
        var order = order(id);
        return order.state() + " with lines "
                + order.lines().stream().map(OrderLine::state).toList() + ", payments "
                + payments.of(id.value()) + ", purchases "
                + purchases.of(id).stream()
                        .map(one -> one.state() + " " + one.upstream())
                        .toList()
                + ", parcel " + parcels.of(id);
    }

    /** What happened to the order, the first first. */
    List<TimelineEvent.Kind> told(OrderId id) {
        return orders.timeline(id).stream().map(TimelineEvent::kind).toList();
    }
}
