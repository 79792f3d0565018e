package io.sampan.buy.payment;

import java.util.UUID;

/** The payment ended without money: its page expired, the gateway refused it, or the subject was closed. */
public record PaymentClosed(PaymentId payment, UUID subject, String purpose) {}
