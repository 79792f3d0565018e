package io.sampan.buy.payment;

import java.net.URI;
import java.time.Instant;

/** What came of opening a payment. */
public sealed interface Opening {
    /** The gateway's page, on which the shopper pays until {@code expires}; asking again gives the same page. */
    record Page(PaymentId payment, URI page, Instant expires) implements Opening {}

    /** The shopper has done their part; the money is being taken. */
    record BeingTaken(PaymentId payment) implements Opening {}

    /** It was paid before. */
    record AlreadyPaid(PaymentId payment) implements Opening {}

    /** The gateway will not take this payment, for good; {@code code} is the gateway's own, or "other-amount" where another amount is open. */
    record Refused(String code) implements Opening {}

    /** Nothing could be opened now; the same question later may succeed. */
    record Unavailable(String why) implements Opening {}
}
