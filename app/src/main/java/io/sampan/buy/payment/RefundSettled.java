package io.sampan.buy.payment;

import java.util.UUID;

/** The refund is on its way to the shopper; it stands in the ledger. */
public record RefundSettled(RefundId refund, UUID subject) {}
