package io.sampan.outside.gateway;

import io.sampan.money.amount.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the shopper contests at the gateway or their bank, as the gateway tells it now.
 *
 * @param reference the gateway's own id of it
 * @param paymentKey our own id of the payment, as it was sent along; null when the gateway does not tell
 * @param amount what is contested, at most what was captured
 * @param withheld what the gateway has taken back from us for it at this moment
 * @param fee what the gateway charges for it at this moment
 * @param reason the gateway's own code
 * @param answerBy until when an answer is taken; null when none is awaited
 */
public record Dispute(
        String reference,
        @Nullable String paymentKey,
        Money amount,
        Money withheld,
        Money fee,
        String reason,
        Stage stage,
        @Nullable Instant answerBy) {
    /** How far it has come. */
    public enum Stage {
        /** Only a question so far; no money has moved. */
        INQUIRY,
        /** Lost unless it is answered in time. */
        NEEDS_ANSWER,
        /** Answered; others decide. */
        UNDER_REVIEW,
        /** Decided for us, or dropped. */
        WON,
        /** Decided for the shopper. */
        LOST;

        public boolean isOver() {
            return this == WON || this == LOST;
        }
    }
}
