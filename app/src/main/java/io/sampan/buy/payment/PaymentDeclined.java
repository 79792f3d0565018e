package io.sampan.buy.payment;

import java.util.UUID;

/** A try to pay was declined; the payment's page is open for another. @param code the gateway's */
public record PaymentDeclined(PaymentId payment, UUID subject, String purpose, String code) {}
