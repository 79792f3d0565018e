package io.sampan.deliver.procurement;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;

/** Where a purchase stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface PurchaseState {
    record Planned() implements PurchaseState {}

    /** The marketplace is asked what it would cost now. */
    record Quoting() implements PurchaseState {}

    /** Price and order are checked: it is to be ordered, and may have been. */
    record Placing() implements PurchaseState {}

    /** Ordered at the marketplace, not paid. */
    record Placed() implements PurchaseState {}

    /** What was ordered is being cancelled at the marketplace before it is paid, or was closed there and our money is on its way back. */
    record Withdrawing(Then then) implements PurchaseState {}

    /** It is to be paid, and may have been in part. */
    record Paying() implements PurchaseState {}

    record Paid() implements PurchaseState {}

    /** The seller sent all of it. */
    record Shipped() implements PurchaseState {}

    /** All of it lies in our warehouse. */
    record Arrived() implements PurchaseState {}

    /** Nothing goes on by itself. {@code detail} is the marketplace's own code and words, for operators. */
    record NeedsHuman(Reason reason, String detail) implements PurchaseState {}

    /** Nothing of it can be had; final. */
    record SoldOut() implements PurchaseState {}

    /** Too dear now: waiting for the shopper. */
    record PriceMoved() implements PurchaseState {}

    /** Nothing is bought; final. */
    record Cancelled() implements PurchaseState {}

    /** Received and checked; final. */
    record Done() implements PurchaseState {}

    /** What follows when everything is withdrawn. */
    enum Then {
        QUOTE_AGAIN,
        /** A person wants it bought anew after its seller closed it: first the money must be back. */
        BUY_AGAIN,
        CANCEL
    }

    enum Reason {
        /** What the source shows, no program can order. */
        NO_API,
        /** It is ordered, but no program can pay for it. */
        NO_PAYING,
        /** An unpaid order that we no longer want, and that no program can cancel. */
        NOT_WITHDRAWN,
        /** The marketplace refused the order for good. */
        REFUSED,
        /** The price went on moving between asking and ordering. */
        PRICE_UNSTEADY,
        /** It ordered other lines than we wanted. */
        LINES_DIFFER,
        /** It shows an order of ours that we did not expect. */
        UNEXPECTED_ORDER,
        /** The payment was refused for good. */
        PAYMENT_REFUSED,
        /** After several tries nobody knows whether it was paid. */
        PAYMENT_UNCLEAR,
        /** The seller or the marketplace closed the order, or gives money back. */
        CLOSED_BY_SELLER,
        /** The order is in a state that we do not know, or nowhere to be found. */
        UNKNOWN_STATE,
        /** The shopper's order was cancelled, but this was paid already. */
        CANCELLED_AFTER_PAYING
    }

    /** Such as {@code needs-human}, the end of its text keys. */
    default String slug() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Whether nothing will happen to it any more. */
    default boolean isFinal() {
        return switch (this) {
            case SoldOut _, Cancelled _, Done _ -> true;
            case Planned _, Quoting _, Placing _, Placed _, Withdrawing _, Paying _, Paid _, Shipped _, Arrived _ ->
                false;
            case NeedsHuman _, PriceMoved _ -> false;
        };
    }

    /** Whether a purchase in this state may come to stand in the next; changes within a state count as moves, too. */
    default boolean mayBecome(PurchaseState next) {
        return switch (this) {
            case Planned _ -> next instanceof Quoting || next instanceof Cancelled || next instanceof NeedsHuman;
            case Quoting _, Placing _, Placed _, Withdrawing _ -> mayFollowUnpaid(next);
            case Paying _ ->
                next instanceof Paying
                        || next instanceof Paid
                        || next instanceof Withdrawing
                        || next instanceof NeedsHuman;
            case Paid _, Shipped _, Arrived _ -> mayFollow(next);
            case NeedsHuman _ ->
                switch (next) {
                    case Quoting _, Placing _, Placed _, Withdrawing _, Paid _, Cancelled _ -> true;
                    case NeedsHuman _, PriceMoved _, Done _ -> true;
                    case Planned _, Paying _, Shipped _, Arrived _, SoldOut _ -> false;
                };
            case PriceMoved _ -> next instanceof Quoting || next instanceof Cancelled;
            case SoldOut _, Cancelled _, Done _ -> false;
        };
    }

    private boolean mayFollowUnpaid(PurchaseState next) {
        return switch (next) {
            case NeedsHuman _ -> true;
            case Quoting _ -> !(this instanceof Placed);
            case Placing _ -> this instanceof Quoting || this instanceof Placing;
            case Placed _ -> this instanceof Placing || this instanceof Placed;
            case Withdrawing _ -> this instanceof Placed || this instanceof Withdrawing;
            case Paying _ -> this instanceof Placed;
            case PriceMoved _ -> this instanceof Quoting;
            case SoldOut _ -> this instanceof Quoting || this instanceof Placing;
            case Cancelled _ -> !(this instanceof Placed);
            case Planned _, Paid _, Shipped _, Arrived _, Done _ -> false;
        };
    }

    private boolean mayFollow(PurchaseState next) {
        return switch (next) {
            case Paid _ -> this instanceof Paid;
            case Shipped _ -> !(this instanceof Arrived);
            case Arrived _, Done _, NeedsHuman _ -> true;
            case Planned _, Quoting _, Placing _, Placed _, Withdrawing _, Paying _ -> false;
            case SoldOut _, PriceMoved _, Cancelled _ -> false;
        };
    }
}
