package io.sampan.buy.ordering;

import io.sampan.browse.catalog.Offers;
import io.sampan.browse.freshness.FreshnessOfATest;
import io.sampan.browse.landedcost.LandedCosts;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.browse.landedcost.Samples;
import io.sampan.buy.payment.PaymentCaptured;
import io.sampan.buy.payment.PaymentClosed;
import io.sampan.buy.payment.PaymentsOfATest;
import io.sampan.buy.payment.RefundFailed;
import io.sampan.buy.payment.RefundSettled;
import io.sampan.ground.database.TestDatabase;
import io.sampan.ground.installation.Installation;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.TestMarketplaces;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Address;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Carts and orders wired by hand as the app wires them, with real payments, and news that a test hands on, each twice. */
public final class OrderRoom {
    public static final Address BERLIN =
            new Address("Ada Muster", "+49 30 1234567", "Torstraße 1", "", "10119", "Berlin", "", "DE");
    public static final Currency EUR = Currency.getInstance("EUR");

    public final TestDatabase database;
    public final PaymentsOfATest pay;
    public final Orders orders;
    public final List<Object> news = new CopyOnWriteArrayList<>();

    /** Who places orders from now on; somebody else for each while it is null. */
    public @Nullable AccountId shopper;

    /** Who else hears what payments tell. */
    public Consumer<Object> alsoHears = event -> {};

    /** Of the orders that are placed from now on. */
    public CheckoutForm.Tolerance tolerance = new CheckoutForm.Tolerance(5, CheckoutForm.Tolerance.Beyond.ASK);

    final ShelfMarketplace shelf = new ShelfMarketplace(MarketplaceId.ALI1688);
    /** Another connector to the same marketplace; its shelf is empty at first. */
    final ShelfMarketplace other = new ShelfMarketplace(MarketplaceId.ALI1688, "other");

    final LandedCosts costs = Samples.at("2026-11-22T12:00:00Z");
    final OrderTable table;
    final Carts carts;
    final Checkout checkout;
    final Lapsing lapsing;
    final OrderListener listener;
    final OrderingSettings settings = new OrderingSettings(
            Duration.ofHours(24),
            Duration.ofMinutes(10),
            3,
            999,
            200,
            "/orders/{number}/paid",
            "/orders/{number}",
            Duration.ofSeconds(2),
            50,
            Duration.ofDays(180),
            Duration.ofHours(1),
            10);

    public OrderRoom(TestDatabase database) {
        this.database = database;
        this.pay = new PaymentsOfATest(database);
        var clock = pay.clock();
        table = new OrderTable(database.jdbc(), JsonMapper.builder().build());
        var cartTable = new CartTable(database.jdbc());
        var installation = new Installation(Installation.Mode.DEMO, URI.create("http://127.0.0.1:8080"), List.of());
        orders = new Orders(
                table,
                new OrderPayments(pay.payments(), installation, settings),
                new Books(pay.ledger(), clock),
                database.transactions(),
                this::publish,
                clock);
        var marketplaces = TestMarketplaces.of(shelf, other);
        var freshness = FreshnessOfATest.on(database, marketplaces, clock);
        carts = new Carts(cartTable, freshness, marketplaces, settings, database.transactions(), clock);
        checkout = new Checkout(
                carts,
                new CartCheck(freshness, costs),
                orders,
                new BalanceSpending(
                        table,
                        orders,
                        pay.balances(),
                        new OrderPayments(pay.payments(), installation, settings),
                        database.transactions()),
                new Checkout.Placing(table, cartTable, settings, database.transactions(), this::publish, clock),
                settings);
        lapsing = new Lapsing(table, orders, settings, clock);
        listener = new OrderListener(orders, pay.payments());
    }

    /** As the app does: news count when their transaction does. */
    public void publish(Object event) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            news.add(event);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                news.add(event);
            }
        });
    }

    /** Hands the payments' news to the orders, every one twice, until there is none. */
    public void hear() {
        for (var all = pay.news(); !all.isEmpty(); all = pay.news()) {
            for (var event : all) {
                for (int i = 0; i < 2; i++) {
                    database.transactions().run(() -> tell(event));
                }
            }
            pay.afterwards();
        }
    }

    private void tell(Object event) {
        alsoHears.accept(event);
        switch (event) {
            case PaymentCaptured captured -> listener.on(captured);
            case PaymentClosed closed -> listener.on(closed);
            case RefundSettled settled -> listener.on(settled);
            case RefundFailed failed -> listener.on(failed);
            default -> throw new IllegalStateException("Who hears of " + event + "?");
        }
    }

    /** An order of these lines, written down without cart and checkout. */
    public Order place(List<Wanted> wanted) {
        var order = unwritten(wanted);
        table.insert(order, UUID.randomUUID());
        return order;
    }

    /**
     * @param shop the number of the shop; its items differ by their number
     * @param source that showed them
     */
    /** An item that has a magnet in it. */
    public static final int MAGNETIC = 77;

    public record Wanted(MarketplaceId marketplace, int shop, int item, int quantity, long unitFen, String source) {
        public Wanted(MarketplaceId marketplace, int shop, int item, int quantity, long unitFen) {
            this(marketplace, shop, item, quantity, unitFen, "fake");
        }
    }

    /** An order of these lines that is paid, and whose news lie in {@link #news}. */
    public Order paid(List<Wanted> wanted) {
        var order = place(wanted);
        if (!(orders.payPage(order.id()) instanceof PayPage.Ready)) {
            throw new IllegalStateException("No page to pay");
        }
        payNow(order.id());
        return order;
    }

    public void payNow(OrderId order) {
        pay.shopperPays(order.value());
        hear();
    }

    public Order now(Order order) {
        return orders.find(order.id()).orElseThrow();
    }

    Order unwritten(List<Wanted> wanted) {
        var basket = new ArrayList<io.sampan.browse.landedcost.BasketLine>();
        for (var one : wanted) {
            var offer = offer(one);
            basket.add(io.sampan.browse.landedcost.BasketLine.of(
                            offer, offer.skus().getFirst(), one.quantity(), one.quantity())
                    .orElseThrow());
        }
        var quote = costs.estimate(new io.sampan.browse.landedcost.Basket(basket), Checkout.destination(BERLIN), EUR)
                .getFirst();
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < wanted.size(); i++) {
            lines.add(line(wanted.get(i), quote, i));
        }
        var now = pay.clock().instant();
        return new Order(
                new OrderId(UUID.randomUUID()),
                OrderNumber.next(),
                shopper == null ? new AccountId(UUID.randomUUID()) : shopper,
                Locale.ENGLISH,
                quote,
                BERLIN,
                tolerance,
                lines,
                new OrderState.AwaitingPayment(),
                Funds.none(EUR),
                now,
                now.plus(Duration.ofHours(24)));
    }

    private static OrderLine line(Wanted wanted, LandedQuote quote, int index) {
        var offer = offer(wanted);
        var sku = offer.skus().getFirst();
        return new OrderLine(
                new OrderLineId(UUID.randomUUID()),
                offer.item(),
                offer.source(),
                sku.skuId(),
                sku.orderKey(),
                offer.shop(),
                offer.title(),
                sku.options(),
                null,
                wanted.quantity(),
                Money.fen(wanted.unitFen()),
                Money.fen(800),
                quote.share(index),
                "",
                new LineState.Ordered());
    }

    private static Offer offer(Wanted wanted) {
        var dress = Offers.dress(Integer.toString(wanted.item()))
                .at(wanted.marketplace())
                .from(wanted.source())
                .costing(wanted.unitFen())
                .seen(java.time.Instant.parse("2026-11-22T12:00:00Z"));
        return new Offer(
                dress.item(),
                dress.title(),
                dress.link(),
                new Offer.Shop("shop" + wanted.shop(), "店铺" + wanted.shop()),
                dress.category(),
                dress.pictures(),
                dress.attributes(),
                dress.tiers(),
                dress.skus(),
                dress.minOrderQuantity(),
                dress.statedWeightGrams(),
                dress.statedSizeMm(),
                Money.fen(800),
                wanted.item() == MAGNETIC ? Set.of(Offer.Hazard.MAGNET) : dress.hazards(),
                dress.availability(),
                dress.sold(),
                dress.source(),
                dress.seenAt());
    }

    CheckoutForm form(CartKey cart, AccountId shopper, Money seen) {
        var shown = carts.of(cart).seal();
        return new CheckoutForm(
                UUID.randomUUID(),
                shopper,
                cart,
                BERLIN,
                new LineId("express"),
                seen,
                shown,
                new CheckoutForm.Tolerance(5, CheckoutForm.Tolerance.Beyond.ASK),
                Locale.ENGLISH,
                false,
                null);
    }
}
