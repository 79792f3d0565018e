package io.sampan.buy.payment;

import java.util.UUID;

/** The shopper's money is ours to spend on the subject; it stands in the ledger. */
public record PaymentCaptured(PaymentId payment, UUID subject, String purpose) {}
