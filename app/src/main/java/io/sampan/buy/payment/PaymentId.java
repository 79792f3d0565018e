package io.sampan.buy.payment;

import java.util.UUID;

/** Which payment; at the gateway it is the idempotency key, too. */
public record PaymentId(UUID value) {}
