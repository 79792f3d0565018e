package io.sampan.buy.payment;

import io.sampan.money.amount.Money;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a payment stands with us. There is no "authorised": the moment we hear that the shopper has paid, we write down that we are taking the
 * money. Nor is there a "declined": after a declined card the gateway's page stays, or is again, open for another try.
 */
public sealed interface PaymentState {
    /** We want a page from the gateway and do not know of one yet. */
    record Requested() implements PaymentState {}

    /**
     * The shopper can pay on the gateway's page.
     *
     * @param lastDecline the gateway's reason for the last failed try, if there was one
     * @param checking the shopper has paid there, and the gateway has not said yet what came of it: they must not be asked to pay again
     */
    record Open(URI page, Instant expires, @Nullable String lastDecline, boolean checking) implements PaymentState {
        Open(URI page, Instant expires, @Nullable String lastDecline) {
            this(page, expires, lastDecline, false);
        }
    }

    /**
     * The shopper has authorised it, and we are taking the money.
     *
     * @param page where they did, and may have to choose anew if the money is not to be had
     */
    record Capturing(@Nullable URI page, @Nullable Instant pageExpires) implements PaymentState {}

    /**
     * The money was taken; final.
     *
     * @param fee what the gateway kept of it; zero if it did not tell
     */
    record Captured(Money amount, Money fee, Instant at) implements PaymentState {}

    /** Ended without money; final. */
    record Closed(String why) implements PaymentState {}

    /** Whether a payment in this state may come to stand in the next; staying as it is, is no move. */
    default boolean mayBecome(PaymentState next) {
        return switch (this) {
            case Requested _ ->
                switch (next) {
                    case Open _, Closed _ -> true;
                    case Requested _, Capturing _, Captured _ -> false;
                };
            case Open _ ->
                switch (next) {
                    case Open _, Capturing _, Captured _, Closed _ -> true;
                    case Requested _ -> false;
                };
            case Capturing _ ->
                switch (next) {
                    case Open _, Captured _, Closed _ -> true;
                    case Requested _, Capturing _ -> false;
                };
            case Captured _, Closed _ -> false;
        };
    }

    /** Whether the shopper has done their part, and what comes of it is on its way. */
    default boolean isUnderWay() {
        return switch (this) {
            case Open open -> open.checking();
            case Capturing _, Captured _ -> true;
            case Requested _, Closed _ -> false;
        };
    }

    /** Whether nothing will happen to it any more but refunds. */
    default boolean isFinal() {
        return switch (this) {
            case Captured _, Closed _ -> true;
            case Requested _, Open _, Capturing _ -> false;
        };
    }
}
