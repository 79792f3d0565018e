package io.sampan.deliver.shipping;

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
import io.sampan.outside.carrier.Carrier.Booked.Done;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.carrier.ParcelSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One parcel on its way to a shopper, and all its moves.
 *
 * @param line that was quoted
 * @param carrier whose line it is
 * @param size as packed
 * @param quoted international freight that the shopper's price was made with, in CNY
 * @param freight what the carrier bills, in CNY; null until booked
 * @param billedGrams that it bills for; 0 until booked
 * @param trackingNumber null until booked
 * @param registered whether the tracking service follows it
 */
public record Parcel(
        ParcelId id,
        OrderId order,
        LineId line,
        String carrier,
        ParcelSize size,
        Money quoted,
        @Nullable Money freight,
        int billedGrams,
        @Nullable String trackingNumber,
        boolean registered,
        ParcelState state) {

    /** What the parcel costs above what was quoted: ours to bear, since the price was guaranteed. Zero until booked, and never below. */
    public Money excess() {
        return freight == null
                ? Money.zero(quoted.currency())
                : freight.minus(quoted).max(Money.zero(quoted.currency()));
    }

    /** Before the carrier is asked, and again when it is asked once more; empty when it is booked or was refused. */
    Optional<Parcel> book() {
        return switch (state) {
            case Packed _, Booking _ -> Optional.of(in(new Booking()));
            case Booked _, HandingOver _, HandedOver _, InTransit _, Delivered _, Lost _, Returned _, NeedsHuman _ ->
                Optional.empty();
        };
    }

    Optional<Parcel> booked(Done booking) {
        return switch (state) {
            case Booking _ ->
                Optional.of(new Parcel(
                        id,
                        order,
                        line,
                        carrier,
                        size,
                        quoted,
                        booking.freight(),
                        booking.billedGrams(),
                        booking.trackingNumber(),
                        registered,
                        new Booked()));
            case Packed _, Booked _, HandingOver _, HandedOver _, InTransit _ -> Optional.empty();
            case Delivered _, Lost _, Returned _, NeedsHuman _ -> Optional.empty();
        };
    }

    /** An operator gave it to the carrier's driver. */
    Optional<Parcel> handOver() {
        return switch (state) {
            case Booked _, HandingOver _ -> Optional.of(in(new HandingOver()));
            case Packed _, Booking _, HandedOver _, InTransit _, Delivered _, Lost _, Returned _, NeedsHuman _ ->
                Optional.empty();
        };
    }

    Optional<Parcel> handedOver() {
        return switch (state) {
            case HandingOver _ -> Optional.of(in(new HandedOver()));
            case Packed _, Booking _, Booked _, HandedOver _, InTransit _ -> Optional.empty();
            case Delivered _, Lost _, Returned _, NeedsHuman _ -> Optional.empty();
        };
    }

    Optional<Parcel> refused(String code, String words) {
        return switch (state) {
            case Booking _ -> Optional.of(in(new NeedsHuman(Step.BOOKING, code, words)));
            case HandingOver _ -> Optional.of(in(new NeedsHuman(Step.HANDING_OVER, code, words)));
            case Packed _, Booked _, HandedOver _, InTransit _ -> Optional.empty();
            case Delivered _, Lost _, Returned _, NeedsHuman _ -> Optional.empty();
        };
    }

    /** A person put right what the carrier refused. */
    Optional<Parcel> retry() {
        return switch (state) {
            case NeedsHuman(Step step, var _, var _) ->
                Optional.of(in(
                        switch (step) {
                            case BOOKING -> new Packed();
                            case HANDING_OVER -> new Booked();
                        }));
            case Packed _, Booking _, Booked _, HandingOver _, HandedOver _, InTransit _ -> Optional.empty();
            case Delivered _, Lost _, Returned _ -> Optional.empty();
        };
    }

    Parcel followed() {
        return new Parcel(id, order, line, carrier, size, quoted, freight, billedGrams, trackingNumber, true, state);
    }

    /** Where its history leads; a parcel that was not handed over, or is delivered, stays as it is. */
    Optional<Parcel> follow(Delivery delivery) {
        return switch (state) {
            case HandedOver _, InTransit _, Lost _, Returned _ ->
                Optional.of(delivery.state())
                        .filter(next -> !next.equals(state))
                        .map(this::in);
            case Packed _, Booking _, Booked _, HandingOver _, Delivered _, NeedsHuman _ -> Optional.empty();
        };
    }

    /** Whether its tracking number is still worth asking about. */
    boolean isOnItsWay() {
        return switch (state) {
            case HandedOver _, InTransit _, Lost _, Returned _ -> true;
            case Packed _, Booking _, Booked _, HandingOver _, Delivered _, NeedsHuman _ -> false;
        };
    }

    String number() {
        if (trackingNumber == null) {
            throw new IllegalStateException("Parcel " + id + " has no tracking number yet");
        }
        return trackingNumber;
    }

    Money billed() {
        if (freight == null) {
            throw new IllegalStateException("Parcel " + id + " is not booked yet");
        }
        return freight;
    }

    private Parcel in(ParcelState next) {
        return new Parcel(
                id, order, line, carrier, size, quoted, freight, billedGrams, trackingNumber, registered, next);
    }
}
