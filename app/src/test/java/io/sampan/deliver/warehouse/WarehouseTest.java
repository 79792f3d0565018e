package io.sampan.deliver.warehouse;

import static io.sampan.deliver.warehouse.WarehouseRoom.BOX;
import static io.sampan.deliver.warehouse.WarehouseRoom.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.browse.weight.Piece.Source;
import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderRoom;
import io.sampan.buy.ordering.OrderState;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class WarehouseTest {
    private static WarehouseRoom here;

    @BeforeAll
    static void open() {
        here = new WarehouseRoom(new OrderRoom(TestDatabase.fresh()));
    }

    @Test
    void aParcelThatWasExpectedIsMatchedToItsLinesOnce() {
        var order = here.bought(2);
        here.told(order, "ZTO1001", order.lines().getFirst(), order.lines().getLast());
        var receiving = here.inbounds.receive(" zto1001 ", OPERATOR);
        assertThat(receiving)
                .isInstanceOfSatisfying(
                        Receiving.Matched.class,
                        matched -> assertThat(matched.items())
                                .hasSize(2)
                                .allMatch(item -> item.state() instanceof ItemState.Received));
        assertThat(here.inbounds.receive("ZTO1001", OPERATOR)).isInstanceOf(Receiving.AlreadyReceived.class);
        assertThat(line(order, 0)).isInstanceOf(LineState.Received.class);
        assertThat(here.inbounds.expected(500))
                .noneMatch(inbound -> inbound.waybill().equals("ZTO1001"));
    }

    @Test
    void aLineInTwoParcelsIsReceivedWithTheSecond() {
        var order = here.bought(1);
        var line = order.lines().getFirst();
        here.told(order, "ZTO2001", line);
        here.told(order, "ZTO2002", line);
        here.inbounds.receive("ZTO2001", OPERATOR);
        assertThat(here.item(order, 0).state()).isEqualTo(new ItemState.Expected());
        assertThat(line(order, 0)).isInstanceOf(LineState.SellerShipped.class);
        here.inbounds.receive("ZTO2002", OPERATOR);
        assertThat(here.item(order, 0).state()).isInstanceOf(ItemState.Received.class);
        assertThat(line(order, 0)).isInstanceOf(LineState.Received.class);
    }

    @Test
    void aPersonMaySayThatAllOfItIsHere() {
        var order = here.bought(1);
        here.told(order, "ZTO2501", order.lines().getFirst());
        here.told(order, "ZTO2502", order.lines().getFirst());
        here.inbounds.receive("ZTO2501", OPERATOR);
        assertThat(here.warehouse.isAllHere(here.item(order, 0).id())).isInstanceOf(Handled.Done.class);
        assertThat(line(order, 0)).isInstanceOf(LineState.Received.class);
        assertThat(here.inbounds.receive("ZTO2502", OPERATOR)).isInstanceOf(Receiving.Matched.class);
        assertThat(here.warehouse.isAllHere(here.item(order, 0).id())).isInstanceOf(Handled.Already.class);
    }

    @Test
    void whatGoodsWeighedIsLearntOnceWhenTheyArePacked() {
        var order = here.bought(1);
        here.told(order, "ZTO2601", order.lines().getFirst());
        here.inbounds.receive("ZTO2601", OPERATOR);
        here.good(here.item(order, 0));
        assertThat(here.learnt(order, 0).source()).isNotEqualTo(Source.WEIGHED);
        assertThat(here.warehouse.pack(order.id(), BOX)).isInstanceOf(Packing.Done.class);
        var piece = here.learnt(order, 0);
        assertThat(piece.source()).isEqualTo(Source.WEIGHED);
        assertThat(piece.grams().likely()).isBetween(500L, 620L);
        var rows = here.room.database.jdbc().sql("SELECT count(*) FROM weight.weighed WHERE id = ?");
        assertThat(rows.param(here.item(order, 0).id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void orphansAreFoundWithoutReadingEveryParcelThatEverCame() {
        var plan = here.room.database.transactions().run(() -> {
            here.room.database.jdbc().sql("SET LOCAL enable_seqscan = off").update();
            return here.room
                    .database
                    .jdbc()
                    .sql("EXPLAIN " + InboundTable.ORPHANS)
                    .param(100)
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).contains("inbound_orphan").doesNotContain("Seq Scan", "inbound_line");
    }

    @Test
    void anOrphanIsKeptUntilItsSellerTells() {
        assertThat(here.inbounds.receive("ZTO3001", OPERATOR)).isEqualTo(new Receiving.Orphan("ZTO3001"));
        assertThat(here.inbounds.receive("ZTO3001", OPERATOR)).isEqualTo(new Receiving.Orphan("ZTO3001"));
        assertThat(here.inbounds.orphans(500)).extracting(Inbound::waybill).contains("ZTO3001");
        var order = here.bought(1);
        here.told(order, "ZTO3001", order.lines().getFirst());
        assertThat(here.item(order, 0).state()).isInstanceOf(ItemState.Received.class);
        assertThat(here.inbounds.orphans(500)).extracting(Inbound::waybill).doesNotContain("ZTO3001");
    }

    @Test
    void aPersonMaySayWhatAnOrphanHolds() {
        here.inbounds.receive("ZTO3501", OPERATOR);
        var order = here.bought(1);
        var other = here.bought(1);
        assertThat(here.inbounds.assign(
                        "ZTO3501", order.id(), List.of(other.lines().getFirst().id())))
                .isEqualTo(new Receiving.Malformed());
        assertThat(here.inbounds.assign(
                        "ZTO3501", order.id(), List.of(order.lines().getFirst().id())))
                .isInstanceOf(Receiving.Matched.class);
        assertThat(line(order, 0)).isInstanceOf(LineState.Received.class);
    }

    @Test
    void whatIsNoWaybillIsNotReceived() {
        for (var text : List.of("", "12", "ZTO 1 2", "x".repeat(41), "<b>1234</b>")) {
            assertThat(here.inbounds.receive(text, OPERATOR)).isEqualTo(new Receiving.Malformed());
        }
    }

    @Test
    void goodsWhoseLineIsOverAreUnwanted() {
        var order = here.bought(1);
        here.told(order, "ZTO4001", order.lines().getFirst());
        here.room.orders.notBuyable(order.id(), order.lines().getFirst().id());
        here.inbounds.receive("ZTO4001", OPERATOR);
        assertThat(here.item(order, 0).state()).isInstanceOf(ItemState.Unwanted.class);
        assertThat(line(order, 0)).isInstanceOf(LineState.Cancelled.class);
    }

    @Test
    void anOrderIsPackedOnceWhenAllItsItemsAreGood() {
        var order = here.bought(2);
        here.told(order, "ZTO5001", order.lines().getFirst(), order.lines().getLast());
        here.inbounds.receive("ZTO5001", OPERATOR);
        assertThat(here.warehouse.accept(here.item(order, 0).id())).isInstanceOf(Handled.Lacking.class);
        assertThat(here.good(here.item(order, 0))).isInstanceOf(Handled.Done.class);
        assertThat(here.warehouse.pack(order.id(), BOX)).isInstanceOf(Packing.Forbidden.class);
        assertThat(here.good(here.item(order, 1))).isInstanceOf(Handled.Done.class);
        assertThat(here.room.news).contains(new OrderNews.OrderReceived(order.id()));
        var parcel = ((Packing.Done) here.warehouse.pack(order.id(), BOX)).parcel();
        assertThat(here.warehouse.pack(order.id(), BOX)).isEqualTo(new Packing.Already(parcel));
        assertThat(here.warehouse.parcel(parcel).orElseThrow().size()).isEqualTo(BOX);
        assertThat(here.warehouse.of(order.id())).allMatch(item -> item.state().equals(new ItemState.Packed(parcel)));
        assertThat(here.room.now(order).state()).isEqualTo(new OrderState.Packed());
        assertThat(here.room.news).containsOnlyOnce(new ParcelPacked(parcel, order.id()));
    }

    @Test
    void aRejectedItemGoesNoFurtherAndTheRestIsPacked() {
        var order = here.bought(2);
        here.told(order, "ZTO6001", order.lines().getFirst(), order.lines().getLast());
        here.inbounds.receive("ZTO6001", OPERATOR);
        var torn = here.item(order, 0);
        assertThat(here.warehouse.reject(torn.id(), new Defect(Defect.Kind.DAMAGED, "torn at the seam")))
                .isInstanceOf(Handled.Done.class);
        assertThat(here.warehouse.reject(torn.id(), new Defect(Defect.Kind.DIRTY, "stain")))
                .isInstanceOf(Handled.Already.class);
        assertThat(line(order, 0)).isEqualTo(new LineState.Rejected("damaged: torn at the seam"));
        here.good(here.item(order, 1));
        assertThat(here.warehouse.pack(order.id(), BOX)).isInstanceOf(Packing.Done.class);
        assertThat(here.item(order, 0).state()).isInstanceOf(ItemState.Rejected.class);
    }

    @Test
    void photosAreKeptWithinTheirLimitsAndForGood() {
        var order = here.bought(1);
        here.told(order, "ZTO7001", order.lines().getFirst());
        var id = here.item(order, 0).id();
        var picture = WarehouseRoom.picture();
        assertThat(here.warehouse.photograph(id, picture, OPERATOR)).isInstanceOf(PhotoTaken.Forbidden.class);
        here.inbounds.receive("ZTO7001", OPERATOR);
        assertThat(here.warehouse.photograph(id, "<svg/>".getBytes(StandardCharsets.UTF_8), OPERATOR))
                .isInstanceOf(PhotoTaken.NotAPicture.class);
        assertThat(here.warehouse.photograph(id, new byte[Warehouse.MOST_BYTES + 1], OPERATOR))
                .isInstanceOf(PhotoTaken.TooLarge.class);
        for (int i = 0; i < Warehouse.MOST_PHOTOS; i++) {
            assertThat(here.warehouse.photograph(id, followed(picture, i), OPERATOR))
                    .isInstanceOf(PhotoTaken.Kept.class);
        }
        assertThat(here.warehouse.photograph(id, followed(picture, 12), OPERATOR))
                .isInstanceOf(PhotoTaken.TooMany.class);
        assertThat(here.warehouse.photograph(id, followed(picture, 0), OPERATOR))
                .isInstanceOf(PhotoTaken.Already.class);
        var photos = here.warehouse.photosOf(id);
        assertThat(photos).hasSize(Warehouse.MOST_PHOTOS);
        var photo = here.warehouse.photo(photos.getFirst()).orElseThrow();
        assertThat(photo.bytes()).isEqualTo(picture);
        assertThat(photo.order()).isEqualTo(order.id());
        assertThatThrownBy(() -> here.room
                        .database
                        .jdbc()
                        .sql("DELETE FROM warehouse.photo")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesWeightsThatNoItemHas() {
        var order = here.bought(1);
        here.told(order, "ZTO8001", order.lines().getFirst());
        var id = here.item(order, 0).id();
        assertThatThrownBy(() -> here.warehouse.weigh(id, 0, WarehouseRoom.SIZE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> here.warehouse.weigh(id, 100_001, WarehouseRoom.SIZE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> here.warehouse.weigh(id, 500, new SizeMm(0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(here.warehouse.weigh(id, 500, WarehouseRoom.SIZE)).isInstanceOf(Handled.Forbidden.class);
    }

    /** The same picture as another photo: cameras write something else behind each. */
    private static byte[] followed(byte[] picture, int number) {
        var other = Arrays.copyOf(picture, picture.length + 1);
        other[picture.length] = (byte) number;
        return other;
    }

    private static LineState line(Order order, int index) {
        return here.room.now(order).lines().get(index).state();
    }
}
