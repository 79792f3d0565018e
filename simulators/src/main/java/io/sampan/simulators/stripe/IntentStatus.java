package io.sampan.simulators.stripe;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a PaymentIntent stands. Source: docs.stripe.com/payments/paymentintents/lifecycle. */
enum IntentStatus {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    PROCESSING,
    REQUIRES_CAPTURE,
    CANCELED,
    SUCCEEDED;

    static final Set<IntentStatus> CONFIRMABLE =
            EnumSet.of(REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION);
    static final Set<IntentStatus> CANCELABLE =
            EnumSet.of(REQUIRES_PAYMENT_METHOD, REQUIRES_CAPTURE, REQUIRES_CONFIRMATION, REQUIRES_ACTION);
    static final Set<IntentStatus> CHANGEABLE =
            EnumSet.of(REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION);

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
