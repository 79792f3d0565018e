package io.sampan.buy.payment;

import java.util.UUID;

/** The refund did not reach the shopper, at once or days after it was settled; an operator must find another way. */
public record RefundFailed(RefundId refund, UUID subject) {}
