package io.sampan.deliver.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.browse.landedcost.LandedQuote.Kind;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderRoom;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.deliver.warehouse.ParcelPacked;
import io.sampan.deliver.warehouse.WarehouseRoom;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.EntryView;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.carrier.PaperCarrier;
import io.sampan.outside.carrier.PaperCarrier.Mishap;
import io.sampan.outside.carrier.PaperTracker;
import io.sampan.outside.carrier.SampleLines;
import io.sampan.outside.carrier.SampleTracking;
import io.sampan.outside.carrier.Tracked.Stage;
import io.sampan.outside.carrier.TrackingNews;
import io.sampan.outside.customs.Duties;
import io.sampan.outside.customs.SampleDuties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

class ShippingTest {
    private static WarehouseRoom here;

    private final PaperCarrier carrier = new PaperCarrier();
    private final PaperTracker tracker = new PaperTracker();
    private final Hand clock = new Hand();
    private Shipping shipping;
    private Parcels parcels;
    private ShippingListener listener;
    private Promises promises;
    private ParcelTable table;

    @BeforeAll
    static void open() {
        here = new WarehouseRoom(new OrderRoom(TestDatabase.fresh()));
    }

    @BeforeEach
    void wire() {
        wire(SampleDuties.shipped());
    }

    private void wire(Duties duties) {
        var database = here.room.database;
        var transactions = database.transactions();
        var settings = new ShippingSettings(
                Duration.ofSeconds(1),
                50,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofMinutes(30),
                Duration.ofHours(6),
                "999999",
                new ClassPathResource("rules/shipping/promises.csv"));
        table = new ParcelTable(database.jdbc(), JsonMapper.builder().build());
        var sources = new Dispatch.Sources(here.warehouse, SampleLines.shipped(), carrier.desk(), duties);
        var dispatch =
                new Dispatch(table, sources, here.room.orders, here.room.pay.ledger(), transactions, settings, clock);
        var tracking = SampleTracking.of(database, event -> {}, tracker, clock);
        var arrivals = new Arrivals(new TransitTable(database.jdbc()), SampleLines.shipped(), clock);
        var following = new Following(table, tracking, here.room.orders, arrivals, transactions, clock);
        shipping = new Shipping(table, dispatch, following, settings, clock);
        parcels = new Parcels(table, dispatch, carrier.desk(), arrivals, transactions, settings, clock);
        promises = promises(settings);
        listener = new ShippingListener(dispatch, table, clock);
    }

    private static Promises promises(ShippingSettings settings) {
        try {
            return new Promises(settings, here.room.orders);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void aPackedParcelIsBookedHandedOverFollowedAndDelivered() {
        var id = packed();
        shipping.tend();
        var booked = parcels.find(id).orElseThrow();
        assertThat(booked.state()).isEqualTo(new ParcelState.Booked());
        var shipment = carrier.booked.get(id.toString());
        assertThat(shipment.product()).isEqualTo("ECONOMY");
        assertThat(shipment.dutyPrepaid()).isTrue();
        assertThat(shipment.receiver()).isEqualTo(OrderRoom.BERLIN);
        assertThat(shipment.goods()).hasSize(1).allMatch(goods -> goods.hs6().matches("\\d{6}"));
        var number = booked.number();
        assertThat(parcels.handOver(id)).isEqualTo(new Passing.Done(number));
        assertThat(parcels.handOver(id)).isEqualTo(new Passing.Already());
        assertThat(order(id)).isEqualTo(new OrderState.HandedOver(number));
        assertThat(freightOwed(id)).isEqualTo(Money.fen(-9_000));
        shipping.tend();
        assertThat(tracker.followed).contains(number);
        tracker.says(Stage.PICKED_UP, "2026-11-23T01:00:00Z");
        tell(number);
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.InTransit());
        tracker.says(Stage.DELIVERED, "2026-11-30T10:00:00Z");
        tracker.says(Stage.ARRIVED, "2026-11-28T10:00:00Z");
        tell(number);
        shipping.tend();
        assertThat(order(id)).isEqualTo(new OrderState.Delivered(Instant.parse("2026-11-30T10:00:00Z")));
        assertThat(parcels.delivery(id).events()).hasSize(3);
        assertThat(here.room.pay.ledger().imbalance()).isEmpty();
    }

    @Test
    void whoWaitedTooLongIsPaidWhatWasPromisedOnce() {
        var late = handedOver();
        var order =
                here.room.orders.find(parcels.find(late).orElseThrow().order()).orElseThrow();
        var freight = order.quote().part(Kind.INTERNATIONAL_FREIGHT);
        assertThat(order.quote().days().max()).isEqualTo(22);
        // The last day that was named is the 14th.
        assertThat(promises.owed(order, Instant.parse("2026-12-15T11:59:00Z"))).isEmpty();
        assertThat(promises.owed(order, Instant.parse("2026-12-15T12:01:00Z")).orElseThrow())
                .isEqualTo(new Promises.Owed(1, freight.times(new BigDecimal("0.10"))));
        assertThat(promises.owed(order, Instant.parse("2027-03-01T00:00:00Z"))
                        .orElseThrow()
                        .amount())
                .isEqualTo(freight);

        shipping.tend();
        tracker.says(Stage.DELIVERED, "2026-12-18T13:00:00Z");
        clock.pass(Duration.ofHours(6));
        shipping.tend();
        var told = new ArrayList<Object>();
        var listener = new DelayListener(promises, here.room.orders, told::add);
        var before = here.room.orders.find(order.id()).orElseThrow().funds().left();
        for (int i = 0; i < 2; i++) {
            here.room.database.transactions().run(() -> listener.on(new OrderNews.OrderDelivered(order.id())));
        }
        assertThat(told).containsExactly(new DelayPaid(order.id()));
        var after = here.room.orders.find(order.id()).orElseThrow().funds().left();
        assertThat(before.minus(after)).isEqualTo(freight.times(new BigDecimal("0.25")));
        assertThat(here.room.pay.ledger().imbalance()).isEmpty();
    }

    @Test
    void whatBecameUnlawfulAfterItWasOrderedIsHeldForAPerson() {
        wire(SampleDuties.with(new ByteArrayResource("""
                rule;where;goods;valid_from;valid_to;source;confirmed
                magnets;EU;MAGNET;2026-11-01;;a test;yes
                """.getBytes(StandardCharsets.UTF_8))));
        var id = heard(here.packed(OrderRoom.MAGNETIC));
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state())
                .isEqualTo(new ParcelState.NeedsHuman(ParcelState.Step.BOOKING, "UNLAWFUL", "[MAGNET]"));
        assertThat(carrier.booked).doesNotContainKey(id.toString());
        wire(SampleDuties.shipped());
        assertThat(parcels.retry(id)).isTrue();
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Booked());
    }

    @Test
    void aParcelThatNoPushToldOfIsAskedAboutNowAndThen() {
        var id = handedOver();
        shipping.tend();
        tracker.says(Stage.DELIVERED, "2026-11-30T10:00:00Z");
        shipping.tend();
        assertThat(order(id)).isInstanceOf(OrderState.HandedOver.class);
        clock.pass(Duration.ofHours(6));
        shipping.tend();
        assertThat(order(id)).isInstanceOf(OrderState.Delivered.class);
    }

    @Test
    void whenTheAppBreaksAfterTheBookingTheParcelIsBookedOnce() {
        var id = packed();
        carrier.mishap = Mishap.BREAKDOWN;
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Booking());
        clock.pass(Duration.ofMinutes(2));
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Booked());
        assertThat(carrier.booked.keySet().stream().filter(id.toString()::equals))
                .hasSize(1);
    }

    @Test
    void whenTheCarrierFallsSilentAfterBookingItIsAskedAgain() {
        var id = packed();
        carrier.mishap = Mishap.SILENCE;
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Booking());
        shipping.tend();
        assertThat(carrier.calls).isEqualTo(1);
        clock.pass(Duration.ofSeconds(30));
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Booked());
    }

    @Test
    void whenTheAppBreaksAfterTheHandOverTheOrderHearsOfItOnceAndOweOnce() {
        var id = packed();
        shipping.tend();
        carrier.mishap = Mishap.BREAKDOWN;
        assertThatThrownBy(() -> parcels.handOver(id)).hasMessageContaining("breaks down");
        assertThat(order(id)).isEqualTo(new OrderState.Packed());
        assertThat(freightOwed(id)).isEqualTo(Money.fen(0));
        clock.pass(Duration.ofMinutes(2));
        shipping.tend();
        assertThat(order(id)).isInstanceOf(OrderState.HandedOver.class);
        clock.pass(Duration.ofMinutes(2));
        shipping.tend();
        assertThat(freightOwed(id)).isEqualTo(Money.fen(-9_000));
    }

    @Test
    void aSilentCarrierLeavesTheHandOverPending() {
        var id = packed();
        shipping.tend();
        carrier.mishap = Mishap.SILENCE;
        assertThat(parcels.handOver(id)).isEqualTo(new Passing.Pending("silence"));
        assertThat(parcels.handOver(id)).isInstanceOf(Passing.Done.class);
    }

    @Test
    void aNodeThatDiedHoldingAParcelIsFollowedByAnother() {
        var id = packed();
        assertThat(table.claim(clock.instant(), Duration.ofSeconds(60), 500)).contains(id);
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Packed());
        clock.pass(Duration.ofSeconds(61));
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Booked());
    }

    @Test
    void whatTheCarrierRefusesAPersonPutsRight() {
        var id = packed();
        carrier.refusal = "OVERWEIGHT";
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state())
                .isEqualTo(new ParcelState.NeedsHuman(ParcelState.Step.BOOKING, "OVERWEIGHT", "no"));
        assertThat(parcels.handOver(id)).isInstanceOf(Passing.Forbidden.class);
        carrier.refusal = null;
        assertThat(parcels.retry(id)).isTrue();
        assertThat(parcels.retry(id)).isFalse();
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Booked());
    }

    @Test
    void aTrackingServiceThatIsSilentIsAskedAgainAndOneThatForgotIsToldAgain() {
        tracker.silent = true;
        var id = handedOver();
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().registered()).isFalse();
        tracker.silent = false;
        clock.pass(Duration.ofMinutes(1));
        shipping.tend();
        assertThat(parcels.find(id).orElseThrow().registered()).isTrue();
        tracker.followed.clear();
        clock.pass(Duration.ofHours(7));
        shipping.tend();
        assertThat(tracker.followed).contains(parcels.find(id).orElseThrow().number());
    }

    @Test
    void theSameNewsTwiceAreTheSame() {
        var id = packed();
        shipping.tend();
        var order = parcels.find(id).orElseThrow().order();
        listener.on(new ParcelPacked(id, order));
        assertThat(parcels.find(id).orElseThrow().state()).isEqualTo(new ParcelState.Booked());
        assertThat(parcels.of(order).orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void theHistoryIsOnlyEverAddedTo() {
        assertThatThrownBy(() -> here.room
                        .database
                        .jdbc()
                        .sql("UPDATE shipping.tracking_event SET words = ''")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private ParcelId handedOver() {
        var id = packed();
        shipping.tend();
        parcels.handOver(id);
        return id;
    }

    private ParcelId packed() {
        return heard(here.packed());
    }

    private ParcelId heard(ParcelId id) {
        var order = here.warehouse.parcel(id).orElseThrow().order();
        for (int i = 0; i < 2; i++) {
            here.room.database.transactions().run(() -> listener.on(new ParcelPacked(id, order)));
        }
        return id;
    }

    private void tell(String number) {
        for (int i = 0; i < 2; i++) {
            here.room.database.transactions().run(() -> listener.on(new TrackingNews(number)));
        }
    }

    private OrderState order(ParcelId id) {
        var order = parcels.find(id).orElseThrow().order();
        return here.room.orders.find(order).orElseThrow().state();
    }

    /** What the ledger says of this parcel's order and the carrier. */
    private Money freightOwed(ParcelId id) {
        var order = parcels.find(id).orElseThrow().order();
        return here.room.pay.ledger().entriesOf(order.toString()).stream()
                .map(EntryView::entry)
                .filter(entry -> entry.kind() == Entry.Kind.FREIGHT)
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().equals(AccountRef.carrier("sampanpost")))
                .map(Posting::amount)
                .reduce(Money.fen(0), Money::plus);
    }

    /** A clock that moves when told. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
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
