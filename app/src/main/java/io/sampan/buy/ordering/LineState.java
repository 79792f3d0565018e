package io.sampan.buy.ordering;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where one line of an order stands. It moves by itself: the order's own state follows from its lines while they are bought. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface LineState {
    record Ordered() implements LineState {}

    /** An order at the marketplace is being placed and paid. */
    record Buying() implements LineState {}

    record Bought() implements LineState {}

    /** @param waybills at least one; a seller may send a line in several parcels */
    record SellerShipped(List<Waybill> waybills) implements LineState {
        public SellerShipped {
            waybills = List.copyOf(waybills);
        }
    }

    /** In our warehouse, not checked yet. */
    record Received() implements LineState {}

    /** Checked in our warehouse and good. */
    record Accepted() implements LineState {}

    /** Checked in our warehouse and not what was ordered; its share went back. */
    record Rejected(String reason) implements LineState {}

    record Packed() implements LineState {}

    record Delivered() implements LineState {}

    record Cancelled(Why why) implements LineState {}

    /** A parcel within China, from the seller to our warehouse. */
    record Waybill(String company, String number) {}

    enum Why {
        SOLD_OUT,
        /** We tried and could not buy it, or the seller went back on the sale. */
        NOT_BUYABLE,
        PRICE_DECLINED,
        /** It costs more than the shopper wanted to hear of. */
        PRICE_ROSE,
        ORDER_CANCELLED
    }

    /** Such as {@code seller-shipped}, the end of its text keys. */
    default String slug() {
        return OrderState.slug(getClass());
    }

    /** Whether the shopper still waits for it, or has it. */
    default boolean isLive() {
        return switch (this) {
            case Ordered _, Buying _, Bought _, SellerShipped _, Received _, Accepted _, Packed _, Delivered _ -> true;
            case Rejected _, Cancelled _ -> false;
        };
    }

    /** Whether it is not bought yet, but may be. */
    default boolean isToBuy() {
        return switch (this) {
            case Ordered _, Buying _ -> true;
            case Bought _, SellerShipped _, Received _, Accepted _, Packed _, Delivered _, Rejected _, Cancelled _ ->
                false;
        };
    }

    default LineTurn startBuying() {
        return switch (this) {
            case Ordered _ -> new LineTurn.To(new Buying());
            case Buying _, Bought _, SellerShipped _, Received _, Accepted _, Packed _, Delivered _, Rejected _ ->
                new LineTurn.Already();
            case Cancelled _ -> new LineTurn.Forbidden();
        };
    }

    default LineTurn buy() {
        return switch (this) {
            case Buying _ -> new LineTurn.To(new Bought());
            case Bought _, SellerShipped _, Received _, Accepted _, Packed _, Delivered _, Rejected _ ->
                new LineTurn.Already();
            case Ordered _, Cancelled _ -> new LineTurn.Forbidden();
        };
    }

    /** The seller closed the sale before the line lay in our warehouse: it is to be bought again. */
    default LineTurn loseSale() {
        return switch (this) {
            case Buying _, Bought _, SellerShipped _ -> new LineTurn.To(new Buying());
            case Ordered _, Received _, Accepted _, Packed _, Delivered _, Rejected _, Cancelled _ ->
                new LineTurn.Forbidden();
        };
    }

    default LineTurn ship(Waybill waybill) {
        return switch (this) {
            case Bought _ -> new LineTurn.To(new SellerShipped(List.of(waybill)));
            case SellerShipped shipped ->
                shipped.waybills().contains(waybill)
                        ? new LineTurn.Already()
                        : new LineTurn.To(
                                new SellerShipped(Stream.concat(shipped.waybills().stream(), Stream.of(waybill))
                                        .toList()));
            case Received _, Accepted _, Packed _, Delivered _, Rejected _ -> new LineTurn.Already();
            case Ordered _, Buying _, Cancelled _ -> new LineTurn.Forbidden();
        };
    }

    default LineTurn receive() {
        return switch (this) {
            case Bought _, SellerShipped _ -> new LineTurn.To(new Received());
            case Received _, Accepted _, Packed _, Delivered _, Rejected _ -> new LineTurn.Already();
            case Ordered _, Buying _, Cancelled _ -> new LineTurn.Forbidden();
        };
    }

    default LineTurn accept() {
        return switch (this) {
            case Received _ -> new LineTurn.To(new Accepted());
            case Accepted _, Packed _, Delivered _ -> new LineTurn.Already();
            case Ordered _, Buying _, Bought _, SellerShipped _, Rejected _, Cancelled _ -> new LineTurn.Forbidden();
        };
    }

    default LineTurn reject(String reason) {
        return switch (this) {
            case Received _ -> new LineTurn.To(new Rejected(reason));
            case Rejected _ -> new LineTurn.Already();
            case Ordered _, Buying _, Bought _, SellerShipped _, Accepted _, Packed _, Delivered _, Cancelled _ ->
                new LineTurn.Forbidden();
        };
    }

    default LineTurn pack() {
        return switch (this) {
            case Accepted _ -> new LineTurn.To(new Packed());
            case Packed _, Delivered _ -> new LineTurn.Already();
            case Ordered _, Buying _, Bought _, SellerShipped _, Received _, Rejected _, Cancelled _ ->
                new LineTurn.Forbidden();
        };
    }

    default LineTurn deliver() {
        return switch (this) {
            case Packed _ -> new LineTurn.To(new Delivered());
            case Delivered _ -> new LineTurn.Already();
            case Ordered _, Buying _, Bought _, SellerShipped _, Received _, Accepted _, Rejected _, Cancelled _ ->
                new LineTurn.Forbidden();
        };
    }

    /** Until it lies in our warehouse a sale can fall through, even after it was paid. */
    default LineTurn cancel(Why why) {
        return switch (this) {
            case Ordered _, Buying _, Bought _, SellerShipped _ -> new LineTurn.To(new Cancelled(why));
            case Cancelled _ -> new LineTurn.Already();
            case Received _, Accepted _, Packed _, Delivered _, Rejected _ -> new LineTurn.Forbidden();
        };
    }

    /** What came of asking a line to move. */
    sealed interface LineTurn {
        record To(LineState state) implements LineTurn {}

        record Already() implements LineTurn {}

        record Forbidden() implements LineTurn {}
    }

    /** The name of a reason in text keys, such as {@code sold-out}. */
    static String slug(Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
