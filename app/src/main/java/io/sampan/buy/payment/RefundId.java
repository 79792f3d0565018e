package io.sampan.buy.payment;

import java.util.UUID;

/** Which refund; at the gateway it is the idempotency key, too. */
public record RefundId(UUID value) {}
