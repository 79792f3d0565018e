package io.sampan.buy.payout;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout, to be shown.
 *
 * @param receiver masked, such as {@code a…@example.com}
 * @param why the gateway's reason for a failure
 */
public record PayoutView(
        UUID id,
        UUID account,
        String gateway,
        String receiver,
        Money amount,
        State state,
        @Nullable String why,
        Instant askedAt,
        Instant changedAt) {
    public enum State {
        /** Set aside; the gateway has not confirmed that it knows of it. */
        ASKED,
        /** The gateway is working on it, or waits for the receiver to take it. */
        PENDING,
        /** Paid. */
        DONE,
        /** It came to nothing: the money is in the balance again. */
        FAILED;

        /** Whether nothing more will happen to it. */
        public boolean isFinal() {
            return this == DONE || this == FAILED;
        }
    }
}
