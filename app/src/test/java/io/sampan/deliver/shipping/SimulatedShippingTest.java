package io.sampan.deliver.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.OrderRoom;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.warehouse.ParcelPacked;
import io.sampan.deliver.warehouse.WarehouseRoom;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.carrier.S10;
import io.sampan.outside.carrier.SampleCarriers;
import io.sampan.outside.carrier.SampleLines;
import io.sampan.outside.carrier.SampleTracking;
import io.sampan.outside.carrier.Tracked.Stage;
import io.sampan.outside.carrier.TrackingNews;
import io.sampan.outside.carrier.sampanpost.SampanPostOfATest;
import io.sampan.outside.carrier.track17.Track17OfATest;
import io.sampan.outside.customs.SampleDuties;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** From the packing table to a door in Berlin over HTTP: the simulated carrier, the simulated 17TRACK and its pushes. */
class SimulatedShippingTest {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static Simulators world;
    private static Track17OfATest track17;
    private static WarehouseRoom here;
    private static Shipping shipping;
    private static TestDatabase database;
    private static Clock clock;
    private static Parcels parcels;
    private static ShippingListener listener;

    @BeforeAll
    static void open() {
        world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
        here = new WarehouseRoom(new OrderRoom(TestDatabase.fresh()));
        clock = new WorldTime();
        database = here.room.database;
        var settings = new ShippingSettings(
                Duration.ofSeconds(1),
                50,
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofDays(90),
                "999999",
                new ClassPathResource("rules/shipping/promises.csv"));
        var carriers = SampleCarriers.of(
                SampanPostOfATest.at(world.addresses().get("carrier"), world.credentials("carrier"), clock));
        track17 = new Track17OfATest(world.addresses().get("17track"), world.credentials("17track"));
        var table = new ParcelTable(database.jdbc(), JsonMapper.builder().build());
        var sources = new Dispatch.Sources(here.warehouse, SampleLines.shipped(), carriers, SampleDuties.shipped());
        var dispatch = new Dispatch(
                table, sources, here.room.orders, here.room.pay.ledger(), database.transactions(), settings, clock);
        listener = new ShippingListener(dispatch, table, clock);
        var tracking =
                SampleTracking.of(database, news -> listener.on((TrackingNews) news), track17.tracker(clock), clock);
        var arrivals = new Arrivals(new TransitTable(database.jdbc()), SampleLines.shipped(), clock);
        var following = new Following(table, tracking, here.room.orders, arrivals, database.transactions(), clock);
        shipping = new Shipping(table, dispatch, following, settings, clock);
        parcels = new Parcels(table, dispatch, carriers, arrivals, database.transactions(), settings, clock);
        world.kernel().webhooks().set("17track", track17.hear(tracking).toString());
    }

    @AfterAll
    static void close() {
        track17.close();
        world.close();
    }

    @Test
    void aParcelGoesFromThePackingTableToADoorInBerlin() throws InterruptedException {
        var id = here.packed();
        var order = here.warehouse.parcel(id).orElseThrow().order();
        here.room.database.transactions().run(() -> listener.on(new ParcelPacked(id, order)));
        shipping.tend();
        var number = parcels.find(id).orElseThrow().number();
        assertThat(S10.isValid(number)).isTrue();
        assertThat(parcels.handOver(id)).isEqualTo(new Passing.Done(number));
        eventually(() -> parcels.find(id).orElseThrow().registered());
        world.clock().advance(Duration.ofDays(3));
        eventually(() -> parcels.find(id).orElseThrow().state() instanceof ParcelState.InTransit);
        var onItsWay = parcels.find(id).orElseThrow();
        var expected = parcels.expected(onItsWay, "DE").orElseThrow();
        assertThat(expected.learnt()).isFalse();
        assertThat(Duration.between(expected.from(), expected.to())).isEqualTo(Duration.ofDays(7));
        assertThat(expected.to()).isAfter(clock.instant());
        world.clock().advance(Duration.ofDays(20));
        eventually(() -> parcels.find(id).orElseThrow().state() instanceof ParcelState.Delivered);
        assertThat(here.room.orders.find(order).orElseThrow().state()).isInstanceOf(OrderState.Delivered.class);
        assertThat(parcels.delivery(id).events())
                .extracting(event -> event.stage())
                .startsWith(Stage.ANNOUNCED, Stage.PICKED_UP)
                .contains(Stage.EXPORT_CUSTOMS, Stage.ARRIVED, Stage.IMPORT_CUSTOMS, Stage.OUT_FOR_DELIVERY)
                .endsWith(Stage.DELIVERED);
        assertThat(here.room.pay.ledger().imbalance()).isEmpty();
        assertThat(parcels.expected(parcels.find(id).orElseThrow(), "DE")).isEmpty();
        assertThat(new TransitTable(database.jdbc()).latest(onItsWay.line(), 10))
                .singleElement()
                .satisfies(time -> assertThat(time.parcel()).isEqualTo(id))
                .satisfies(time -> assertThat(time.took()).isBetween(Duration.ofDays(3), Duration.ofDays(16)));
    }

    private static void eventually(BooleanSupplier truth) throws InterruptedException {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!truth.getAsBoolean() && System.nanoTime() < end) {
            shipping.tend();
            Thread.sleep(100);
        }
        assertThat(truth.getAsBoolean()).isTrue();
    }

    private static final class WorldTime extends Clock {
        @Override
        public Instant instant() {
            return world.clock().now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
