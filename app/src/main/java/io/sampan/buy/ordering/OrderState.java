package io.sampan.buy.ordering;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Where an order stands. All moves are methods of {@link Order}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface OrderState {
    /** Paid, and its lines move by themselves: these states follow from the lines. */
    sealed interface Gathering extends OrderState {}

    /** All that is left of it came together in our warehouse, and moves as one. */
    sealed interface Gathered extends OrderState {}

    record AwaitingPayment() implements OrderState {}

    /** Paid, and nothing is bought yet: it can still be cancelled. */
    record Paid() implements Gathering {}

    record Buying() implements Gathering {}

    /**
     * Prices of some lines rose beyond the tolerance: the shopper pays the difference or declines. The other lines go on.
     *
     * @param round counts the times that an order asked; names the top-up payment
     * @param moves one for each line that waits; never empty
     */
    record NeedsShopper(int round, List<PriceMove> moves) implements Gathering {
        public NeedsShopper {
            moves = List.copyOf(moves);
        }

        /** What the shopper would pay on top. */
        public Money extra() {
            return moves.stream().map(PriceMove::extra).reduce(Money::plus).orElseThrow();
        }
    }

    /** Every line that is left is bought, on its way to our warehouse or there. */
    record Bought() implements Gathering {}

    /** Every line that is left lies checked in our warehouse. */
    record Received() implements Gathered {}

    record Packed() implements Gathered {}

    record HandedOver(String trackingNumber) implements Gathered {}

    record Delivered(Instant at) implements Gathered {}

    record Cancelled(Why why) implements OrderState {}

    /**
     * @param oldUnit price of one piece that was agreed, in CNY
     * @param newUnit what it costs now, with its part of a dearer way to the warehouse
     * @param extra what the shopper would pay on top, in their currency
     * @param since the round that it came with
     */
    record PriceMove(OrderLineId line, Money oldUnit, Money newUnit, Money extra, int since) {}

    enum Why {
        SHOPPER,
        OPERATOR,
        /** Not paid in time. */
        UNPAID,
        /** No line was left. */
        NOTHING_LEFT
    }

    /** Whether {@link Order#cancel} still does something. */
    default boolean mayBeCancelled() {
        return switch (this) {
            case AwaitingPayment _, Paid _, NeedsShopper _ -> true;
            case Buying _, Bought _, Gathered _, Cancelled _ -> false;
        };
    }

    /** Such as {@code awaiting-payment}, the end of its text keys. */
    default String slug() {
        return slug(getClass());
    }

    static String slug(Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace("_", "-");
    }

    static String slug(Class<?> state) {
        return state.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
