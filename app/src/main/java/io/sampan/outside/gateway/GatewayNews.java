package io.sampan.outside.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's verified webhook said that something changed. It carries no facts: who cares looks again, since webhooks come late, twice, in
 * any order, and sometimes before the answer to the call that caused them.
 *
 * @param gatewayReference of the payment or the refund; where the gateway has several ids for one payment it may be another than
 *     {@link Opened.Ready} gave
 * @param key our own id of the payment or refund, if the webhook carried it
 * @param eventId the gateway's own id of the event
 */
public record GatewayNews(
        String gateway,
        Subject subject,
        String gatewayReference,
        @Nullable String key,
        String eventId,
        Instant heardAt) {
    public enum Subject {
        PAYMENT,
        REFUND,
        /** The reference is the dispute's own. */
        DISPUTE
    }
}
