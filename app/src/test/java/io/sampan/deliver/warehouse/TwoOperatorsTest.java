package io.sampan.deliver.warehouse;

import static io.sampan.deliver.warehouse.WarehouseRoom.BOX;
import static io.sampan.deliver.warehouse.WarehouseRoom.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderRoom;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.ground.database.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What two people do in the same moment has one effect. */
class TwoOperatorsTest {
    private static WarehouseRoom here;

    @BeforeAll
    static void open() {
        here = new WarehouseRoom(new OrderRoom(TestDatabase.fresh()));
    }

    @Test
    void theSameParcelScannedTwiceAtOnceIsReceivedOnce() throws Exception {
        var order = here.bought(1);
        here.told(order, "YTO1001", order.lines().getFirst());
        var both = atOnce(() -> here.inbounds.receive("YTO1001", OPERATOR));
        assertThat(both.stream().filter(Receiving.Matched.class::isInstance)).hasSize(1);
        assertThat(both.stream().filter(Receiving.AlreadyReceived.class::isInstance))
                .hasSize(1);
        assertThat(told(order, TimelineEvent.Kind.RECEIVED)).isEqualTo(1);
    }

    @Test
    void aLineWhoseTwoParcelsArriveInTheSameMomentIsHere() throws Exception {
        var order = here.bought(1);
        here.told(order, "YTO2001", order.lines().getFirst());
        here.told(order, "YTO2002", order.lines().getFirst());
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = here.room.database.transactions().run(() -> {
                here.inbounds.receive("YTO2001", OPERATOR);
                var started = other.submit(() -> here.inbounds.receive("YTO2002", OPERATOR));
                letRun(started);
                return started;
            });
            second.get(60, TimeUnit.SECONDS);
        }
        assertThat(here.item(order, 0).state()).isInstanceOf(ItemState.Received.class);
        assertThat(here.room.now(order).lines().getFirst().state()).isInstanceOf(LineState.Received.class);
    }

    @Test
    void anOrderPackedTwiceAtOnceIsOneParcel() throws Exception {
        var order = here.bought(1);
        here.told(order, "YTO3001", order.lines().getFirst());
        here.inbounds.receive("YTO3001", OPERATOR);
        here.good(here.item(order, 0));
        var both = atOnce(() -> here.warehouse.pack(order.id(), BOX));
        var done = both.stream().filter(Packing.Done.class::isInstance).toList();
        assertThat(done).hasSize(1);
        var parcel = ((Packing.Done) done.getFirst()).parcel();
        assertThat(both).contains(new Packing.Already(parcel));
        assertThat(here.room.news).containsOnlyOnce(new ParcelPacked(parcel, order.id()));
    }

    @Test
    void theSamePhotoTwiceAtOnceIsOne() throws Exception {
        var order = here.bought(1);
        here.told(order, "YTO4001", order.lines().getFirst());
        here.inbounds.receive("YTO4001", OPERATOR);
        var item = here.item(order, 0).id();
        var both = atOnce(() -> here.warehouse.photograph(item, WarehouseRoom.picture(), OPERATOR));
        var photo = here.warehouse.photosOf(item).getFirst();
        assertThat(both).containsExactlyInAnyOrder(new PhotoTaken.Kept(photo), new PhotoTaken.Already(photo));
        assertThat(here.warehouse.photosOf(order.id())).containsExactly(new Photo.Ref(photo, item));
    }

    /** Long enough for work that waits for nobody. */
    private static void letRun(Future<?> work) {
        try {
            work.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException waitsForUs) {
            assertThat(work.isDone()).isFalse();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(work, work));
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }

    private static long told(Order order, TimelineEvent.Kind kind) {
        return here.room.orders.timeline(order.id()).stream()
                .filter(event -> event.kind() == kind)
                .count();
    }
}
