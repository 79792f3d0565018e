package io.sampan.buy.dispute;

import io.sampan.buy.payment.PaymentId;
import io.sampan.outside.gateway.Dispute;
import java.time.Instant;
import java.util.UUID;

/**
 * A dispute over a payment of ours.
 *
 * @param subject what was paid for: an order's id
 * @param now how the gateway told it last
 */
public record DisputeView(String gateway, PaymentId payment, UUID subject, Dispute now, Instant changedAt) {
    public String reference() {
        return now.reference();
    }
}
