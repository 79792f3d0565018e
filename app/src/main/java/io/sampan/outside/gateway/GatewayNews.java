package io.sampan.outside.gateway;

import java.time.Instant;

/**
 * A gateway's verified webhook said that something changed. It carries no facts: who cares looks again, since webhooks come late, twice, in
 * any order, and sometimes before the answer to the call that caused them.
 *
 * @param gatewayReference of the payment, as {@link Opened.Ready} gave it, or of the refund
 * @param eventId the gateway's own id of the event
 */
public record GatewayNews(String gateway, Subject subject, String gatewayReference, String eventId, Instant heardAt) {
    public enum Subject {
        PAYMENT,
        REFUND
    }
}
