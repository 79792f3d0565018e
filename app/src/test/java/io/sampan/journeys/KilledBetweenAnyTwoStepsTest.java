package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.Application;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.shipping.ParcelState;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.ledger.Entry;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.wire.LooseJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The app goes down in the middle of things and comes back over the same database, while the world goes on. It goes down as quickly as a Spring
 * context can: calls that are under way are cut, and what they would have written is not written. {@code ./sampan bench crash} does the same
 * with kill -9 at random moments.
 */
@Tag("journey")
class KilledBetweenAnyTwoStepsTest {
    private static final JourneyWorld WORLD = JourneyWorld.world();
    private static final Duration LONG_ENOUGH_TO_PACK = Duration.ofHours(41);
    private static final Duration LONG_ENOUGH_TO_ARRIVE = Duration.ofDays(8);

    private final int port = JourneyWorld.freePort();
    private final Map<String, String> settings = settings();
    private ConfigurableApplicationContext app = start();

    private Map<String, String> settings() {
        WORLD.nothingGoesWrong();
        WORLD.pushTo(port);
        var all = new LinkedHashMap<>(WORLD.settings(port));
        all.putAll(TestDatabase.fresh().asSettings());
        // What was pushed while the app was down, nobody pushes again.
        all.put("sampan.procurement.watch-every", "2h");
        all.put("sampan.shipping.watch-every", "6h");
        all.put("server.shutdown", "immediate");
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "1ms");
        return all;
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .run(settings.entrySet().stream()
                        .map(one -> "--" + one.getKey() + "=" + one.getValue())
                        .toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private Shop shop() {
        return new Shop(app);
    }

    private Shop startedAgain() {
        app = start();
        return shop();
    }

    @Test
    void anOrderArrivesAlthoughTheAppWentDownAtEveryStep() {
        var order = boughtAlthoughTheAppWentDown(MarketplaceId.ALI1688);

        // Down while the seller packs and sends.
        app.close();
        WORLD.advance(LONG_ENOUGH_TO_PACK);
        var shop = startedAgain();
        var depot = new Depot(shop);
        depot.waitsForTheSellers(order);
        depot.receives(order);
        depot.accepts(order);
        goesOnToTheDoor(order, shop, depot);
    }

    @Test
    void anOrderIsMadeOnceAtTaobaoGlobalAlthoughTheAppWentDownMeanwhile() {
        boughtAlthoughTheAppWentDown(MarketplaceId.TAOBAO);
    }

    private OrderId boughtAlthoughTheAppWentDown(MarketplaceId marketplace) {
        // Down between ordering and paying: she pays all the same, and nobody hears of it.
        var anna = Shopper.signsUp(shop()).puts(Goods.of(shop(), marketplace));
        var placed = anna.orders();
        var order = placed.order();
        app.close();
        anna.paysAndLosesTheConnection(placed.payPage());

        // Down while the marketplace is being asked to make the order.
        WORLD.nextTime(
                JourneyWorld.service(marketplace),
                marketplace == MarketplaceId.ALI1688 ? "createCrossOrder" : "order/create",
                "DELAY",
                Map.of("millis", "1500"));
        var shop = startedAgain();
        shop.untilAsTimePasses("the marketplace is being asked", () -> WORLD.armed() == 0);
        var purchase = shop.purchases.of(order).getFirst().id().toString();
        app.close();
        awaits(
                "the marketplace made the order",
                () -> !WORLD.upstream(marketplace, purchase).isEmpty());

        shop = startedAgain();
        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(AllBooks.upstream(shop, order)).hasSize(1).allMatch(one -> one.yes("paid"));
        assertThat(AllBooks.charges(shop, order)).hasSize(1);
        AllBooks.agree(shop, order);
        return order;
    }

    private void goesOnToTheDoor(OrderId order, Shop before, Depot depot) {
        // Down while the carrier is being asked to book.
        WORLD.nextTime("carrier", "order.create", "DELAY", Map.of("millis", "1500"));
        depot.closes(order);
        before.until("the carrier is being asked", () -> WORLD.armed() == 0);
        app.close();
        var shop = startedAgain();
        shop.untilAsTimePasses(
                "the parcel is booked",
                () -> shop.parcels
                        .of(order)
                        .filter(parcel -> parcel.state() instanceof ParcelState.Booked)
                        .isPresent());
        var parcel = shop.parcels.of(order).orElseThrow().id();
        assertThat(booked(parcel.toString())).hasSize(1);

        // Down while the parcel travels.
        new Depot(shop).handsOver(order, parcel);
        app.close();
        WORLD.advance(LONG_ENOUGH_TO_ARRIVE);
        var last = startedAgain();
        last.until(order, OrderState.Delivered.class);
        AllBooks.agree(last, order);
        assertThat(AllBooks.entries(last, order, Entry.Kind.CAPTURE)).isEqualTo(1);
        assertThat(AllBooks.entries(last, order, Entry.Kind.PURCHASE)).isEqualTo(1);
        assertThat(AllBooks.entries(last, order, Entry.Kind.FREIGHT)).isEqualTo(1);
        assertThat(AllBooks.entries(last, order, Entry.Kind.DELIVERED)).isEqualTo(1);
    }

    @Test
    void aRefundThatWasCutOffIsGivenOnce() {
        var anna = Shopper.signsUp(shop());
        var goods = Goods.of(shop(), MarketplaceId.ALI1688);
        var placed = anna.puts(goods).orders();
        var order = placed.order();
        goods.nowCost("1.5");
        anna.pays(placed.payPage());
        shop().until(order, OrderState.NeedsShopper.class);

        WORLD.nextTime("stripe", "refunds", "DROP_AFTER_SUCCESS", Map.of("count", "2"));
        shop().orders.declinePrice(order);
        app.close();
        var shop = startedAgain();
        shop.untilAsTimePasses(
                "the refund is known",
                () -> AllBooks.charges(shop, order)
                                .getFirst()
                                .whole("amount_refunded")
                                .orElse(0L)
                        > 0);
        shop.moneyIsBack(order, shop.order(order).total());
        AllBooks.agree(shop, order);
    }

    private static List<LooseJson> booked(String parcel) {
        return WORLD.booksOf("carrier").list("parcels").stream()
                .filter(one -> one.text("ref_no").equals(parcel))
                .toList();
    }

    private static void awaits(String what, java.util.function.BooleanSupplier so) {
        Shop.waits(what, so, () -> "");
    }
}
