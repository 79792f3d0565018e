package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.deliver.warehouse.ItemState.Accepted;
import io.sampan.deliver.warehouse.ItemState.Expected;
import io.sampan.deliver.warehouse.ItemState.Packed;
import io.sampan.deliver.warehouse.ItemState.Received;
import io.sampan.deliver.warehouse.ItemState.Rejected;
import io.sampan.deliver.warehouse.ItemState.Unwanted;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of one order line in the warehouse, and all their moves.
 *
 * @param grams of all pieces, 1 to {@value #HEAVIEST}; null until weighed
 * @param size of all pieces together; null until measured
 */
public record Item(
        ItemId id,
        OrderId order,
        OrderLineId line,
        ItemState state,
        @Nullable Integer grams,
        @Nullable SizeMm size) {
    /** Grams. */
    public static final int HEAVIEST = 100_000;

    /** Millimetres of one side. */
    public static final int LONGEST_MM = 3_000;

    /** What an item needs before it can be accepted. */
    public enum Need {
        PHOTO,
        WEIGHT
    }

    /** What came of asking an item to move. */
    sealed interface Turn {
        record To(Item item) implements Turn {}

        record Already() implements Turn {}

        record Forbidden() implements Turn {}

        record Lacking(Set<Need> needs) implements Turn {}
    }

    Turn receive(Instant at) {
        return switch (state) {
            case Expected _ -> to(new Received(at));
            case Received _, Accepted _, Rejected _, Packed _, Unwanted _ -> new Turn.Already();
        };
    }

    /** It came, and nobody waits for it any more. */
    Turn receiveUnwanted(Instant at) {
        return switch (state) {
            case Expected _ -> to(new Unwanted(at));
            case Unwanted _ -> new Turn.Already();
            case Received _, Accepted _, Rejected _, Packed _ -> new Turn.Forbidden();
        };
    }

    Turn weigh(int grams, SizeMm size) {
        return switch (state) {
            case Received _, Accepted _ ->
                Integer.valueOf(grams).equals(this.grams) && size.equals(this.size)
                        ? new Turn.Already()
                        : new Turn.To(new Item(id, order, line, state, grams, size));
            case Expected _, Rejected _, Packed _, Unwanted _ -> new Turn.Forbidden();
        };
    }

    /** Whether it can be photographed now. */
    boolean isAtHand() {
        return switch (state) {
            case Received _, Accepted _, Rejected _, Unwanted _ -> true;
            case Expected _, Packed _ -> false;
        };
    }

    /** @param photos that there are of it */
    Turn accept(Instant at, int photos) {
        return switch (state) {
            case Received _ -> {
                var needs = EnumSet.noneOf(Need.class);
                if (photos == 0) {
                    needs.add(Need.PHOTO);
                }
                if (grams == null) {
                    needs.add(Need.WEIGHT);
                }
                yield needs.isEmpty() ? to(new Accepted(at)) : new Turn.Lacking(needs);
            }
            case Accepted _, Packed _ -> new Turn.Already();
            case Expected _, Rejected _, Unwanted _ -> new Turn.Forbidden();
        };
    }

    Turn reject(Instant at, Defect defect) {
        return switch (state) {
            case Received _ -> to(new Rejected(at, defect));
            case Rejected _ -> new Turn.Already();
            case Expected _, Accepted _, Packed _, Unwanted _ -> new Turn.Forbidden();
        };
    }

    Turn pack(ParcelId parcel) {
        return switch (state) {
            case Accepted _ -> to(new Packed(parcel));
            case Packed _ -> new Turn.Already();
            case Expected _, Received _, Rejected _, Unwanted _ -> new Turn.Forbidden();
        };
    }

    private Turn to(ItemState next) {
        return new Turn.To(new Item(id, order, line, next, grams, size));
    }
}
