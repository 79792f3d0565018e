package io.sampan.deliver.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.deliver.warehouse.Item.Need;
import io.sampan.deliver.warehouse.Item.Turn;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemMachineTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ParcelId PARCEL = new ParcelId(new UUID(7, 7));
    private static final Defect TORN = new Defect(Defect.Kind.DAMAGED, "torn");
    private static final SizeMm SIZE = new SizeMm(300, 200, 50);

    @ParameterizedTest
    @CsvSource({
        // move, and what becomes of expected, received, accepted, rejected, packed, unwanted (- forbidden, = already)
        "receive,   received, =, =, =, =, =",
        "unwanted,  unwanted, -, -, -, -, =",
        "accept,    -, accepted, =, -, =, -",
        "reject,    -, rejected, -, =, -, -",
        "pack,      -, -, packed, -, =, -",
        "weigh,     -, received, accepted, -, -, -"
    })
    void everyMoveFromEveryState(
            String move,
            String expected,
            String received,
            String accepted,
            String rejected,
            String packed,
            String unwanted) {
        assertThat(outcome(move, new ItemState.Expected())).isEqualTo(expected);
        assertThat(outcome(move, new ItemState.Received(NOW))).isEqualTo(received);
        assertThat(outcome(move, new ItemState.Accepted(NOW))).isEqualTo(accepted);
        assertThat(outcome(move, new ItemState.Rejected(NOW, TORN))).isEqualTo(rejected);
        assertThat(outcome(move, new ItemState.Packed(PARCEL))).isEqualTo(packed);
        assertThat(outcome(move, new ItemState.Unwanted(NOW))).isEqualTo(unwanted);
    }

    @Test
    void isNotAcceptedWithoutEvidence() {
        var item = new Item(new ItemId(new UUID(1, 1)), order(), line(), new ItemState.Received(NOW), null, null);
        assertThat(item.accept(NOW, 0)).isEqualTo(new Turn.Lacking(Set.of(Need.PHOTO, Need.WEIGHT)));
        assertThat(item.accept(NOW, 1)).isEqualTo(new Turn.Lacking(Set.of(Need.WEIGHT)));
    }

    @Test
    void weighingTheSameAgainChangesNothing() {
        assertThat(item(new ItemState.Received(NOW)).weigh(400, SIZE)).isEqualTo(new Turn.Already());
    }

    @Test
    void aDefectIsToldInWords() {
        assertThatThrownBy(() -> new Defect(Defect.Kind.OTHER, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Defect(Defect.Kind.OTHER, "x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String outcome(String move, ItemState from) {
        var item = item(from);
        var turn = switch (move) {
            case "receive" -> item.receive(NOW);
            case "unwanted" -> item.receiveUnwanted(NOW);
            case "accept" -> item.accept(NOW, 1);
            case "reject" -> item.reject(NOW, TORN);
            case "pack" -> item.pack(PARCEL);
            default -> item.weigh(500, SIZE);
        };
        return switch (turn) {
            case Turn.To to -> to.item().state().slug();
            case Turn.Already _ -> "=";
            case Turn.Forbidden _ -> "-";
            case Turn.Lacking _ -> "?";
        };
    }

    private static Item item(ItemState state) {
        return new Item(new ItemId(new UUID(1, 1)), order(), line(), state, 400, SIZE);
    }

    private static OrderId order() {
        return new OrderId(new UUID(2, 2));
    }

    private static OrderLineId line() {
        return new OrderLineId(new UUID(3, 3));
    }
}
