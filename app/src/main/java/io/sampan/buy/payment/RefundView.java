package io.sampan.buy.payment;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund, to be shown.
 *
 * @param key the caller's own, the same for all parts of one refund
 * @param reason the caller's words for operators
 * @param why the gateway's reason for a failure
 * @param contested whether its money is in dispute, so that it waits for the dispute's end: the shopper may have it back from their bank
 * @param toBalance the account whose balance it goes to; null when it goes back to where the money came from
 */
public record RefundView(
        RefundId id,
        PaymentId payment,
        String key,
        Money amount,
        String reason,
        State state,
        @Nullable String why,
        boolean contested,
        @Nullable UUID toBalance,
        Instant askedAt,
        Instant changedAt) {
    public enum State {
        /** Promised; the gateway has not confirmed that it knows of it. */
        ASKED,
        /** The gateway is working on it. */
        PENDING,
        /** On its way to the shopper. It may still come back, days later. */
        DONE,
        /** It did not reach the shopper: an operator must find another way. */
        FAILED
    }

    /** Whether its amount counts as given back, or about to be. */
    boolean counts() {
        return state != State.FAILED;
    }
}
