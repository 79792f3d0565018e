package io.sampan.deliver.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.OrderId;
import io.sampan.deliver.shipping.ParcelState.Booked;
import io.sampan.deliver.shipping.ParcelState.Booking;
import io.sampan.deliver.shipping.ParcelState.Delivered;
import io.sampan.deliver.shipping.ParcelState.HandedOver;
import io.sampan.deliver.shipping.ParcelState.HandingOver;
import io.sampan.deliver.shipping.ParcelState.InTransit;
import io.sampan.deliver.shipping.ParcelState.Lost;
import io.sampan.deliver.shipping.ParcelState.NeedsHuman;
import io.sampan.deliver.shipping.ParcelState.Packed;
import io.sampan.deliver.shipping.ParcelState.Returned;
import io.sampan.deliver.shipping.ParcelState.Step;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Carrier;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.carrier.Tracked.Event;
import io.sampan.outside.carrier.Tracked.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelMachineTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<ParcelState> STATES = List.of(
            new Packed(),
            new Booking(),
            new Booked(),
            new HandingOver(),
            new HandedOver(),
            new InTransit(),
            new Delivered(NOW),
            new Lost(),
            new Returned(),
            new NeedsHuman(Step.BOOKING, "x", "y"),
            new NeedsHuman(Step.HANDING_OVER, "x", "y"));

    @ParameterizedTest
    @CsvSource({
        // packed, booking, booked, handing-over, handed-over, in-transit, delivered, lost, returned, refused twice
        "book,        booking|booking|-|-|-|-|-|-|-|-|-",
        "booked,      -|booked|-|-|-|-|-|-|-|-|-",
        "hand-over,   -|-|handing-over|handing-over|-|-|-|-|-|-|-",
        "handed-over, -|-|-|handed-over|-|-|-|-|-|-|-",
        "refused,     -|needs-human|-|needs-human|-|-|-|-|-|-|-",
        "retry,       -|-|-|-|-|-|-|-|-|packed|booked",
        "deliver,     -|-|-|-|delivered|delivered|-|delivered|delivered|-|-",
        "lose,        -|-|-|-|lost|lost|-|-|lost|-|-"
    })
    void everyMoveFromEveryState(String move, String becomes) {
        var outcomes = new ArrayList<String>();
        for (var state : STATES) {
            outcomes.add(outcome(move, state));
        }
        assertThat(String.join("|", outcomes)).isEqualTo(becomes);
    }

    @Test
    void theHistoryTellsTheSameInWhateverOrderAndHoweverOften() {
        var events = List.of(
                event(Stage.ANNOUNCED, 1),
                event(Stage.PICKED_UP, 2),
                event(Stage.EXPORT_CUSTOMS, 3),
                event(Stage.LOST, 4),
                event(Stage.ARRIVED, 5),
                event(Stage.DELIVERED, 6),
                event(Stage.UNKNOWN, 7));
        var random = new Random(1);
        for (int i = 0; i < 50; i++) {
            var told = new ArrayList<>(events);
            told.addAll(events);
            Collections.shuffle(told, random);
            var delivery = new Delivery(told);
            assertThat(delivery.events()).isEqualTo(events);
            assertThat(delivery.state()).isEqualTo(new Delivered(NOW.plusSeconds(6)));
        }
    }

    @Test
    void theLastScanDecidesUntilItIsDelivered() {
        assertThat(state(Stage.ANNOUNCED)).isEqualTo(new HandedOver());
        assertThat(state()).isEqualTo(new HandedOver());
        assertThat(state(Stage.ANNOUNCED, Stage.PICKED_UP)).isEqualTo(new InTransit());
        assertThat(state(Stage.PICKED_UP, Stage.LOST)).isEqualTo(new Lost());
        assertThat(state(Stage.PICKED_UP, Stage.LOST, Stage.ARRIVED)).isEqualTo(new InTransit());
        assertThat(state(Stage.PICKED_UP, Stage.FAILED, Stage.RETURNED)).isEqualTo(new Returned());
        assertThat(state(Stage.PICKED_UP, Stage.LOST, Stage.UNKNOWN)).isEqualTo(new Lost());
    }

    @Test
    void whatItCostsAboveTheQuoteIsOursToBear() {
        assertThat(parcel(new Packed()).excess()).isEqualTo(Money.fen(0));
        var booked = parcel(new Booking())
                .booked(new Carrier.Booked.Done("YT1", Money.fen(9_500), 1_500))
                .orElseThrow();
        assertThat(booked.excess()).isEqualTo(Money.fen(500));
        var cheaper = parcel(new Booking())
                .booked(new Carrier.Booked.Done("YT1", Money.fen(8_000), 1_500))
                .orElseThrow();
        assertThat(cheaper.excess()).isEqualTo(Money.fen(0));
    }

    private static String outcome(String move, ParcelState from) {
        var parcel = parcel(from);
        var next = switch (move) {
            case "book" -> parcel.book();
            case "booked" -> parcel.booked(new Carrier.Booked.Done("YT1", Money.fen(9_000), 1_500));
            case "hand-over" -> parcel.handOver();
            case "handed-over" -> parcel.handedOver();
            case "refused" -> parcel.refused("x", "y");
            case "retry" -> parcel.retry();
            case "deliver" -> parcel.follow(new Delivery(List.of(event(Stage.DELIVERED, 1))));
            default -> parcel.follow(new Delivery(List.of(event(Stage.LOST, 1))));
        };
        return next.map(one -> one.state().slug()).orElse("-");
    }

    private static ParcelState state(Stage... stages) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < stages.length; i++) {
            events.add(event(stages[i], i));
        }
        return new Delivery(events).state();
    }

    private static Event event(Stage stage, int second) {
        return new Event(stage, NOW.plusSeconds(second), "Frankfurt", "words");
    }

    private static Parcel parcel(ParcelState state) {
        return new Parcel(
                new ParcelId(new UUID(1, 1)),
                new OrderId(new UUID(2, 2)),
                new LineId("express"),
                "sampanpost",
                new ParcelSize(1_300, 300, 200, 100),
                Money.fen(9_000),
                null,
                0,
                null,
                false,
                state);
    }
}
