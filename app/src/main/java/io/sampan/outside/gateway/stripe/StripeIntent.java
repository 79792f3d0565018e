package io.sampan.outside.gateway.stripe;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Standing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A PaymentIntent as Stripe tells it, with its charge expanded. Source: docs/sources/stripe.md "PaymentIntent". */
@JsonNaming(SnakeCaseStrategy.class)
record StripeIntent(
        String id,
        String status,
        String currency,
        long amountCapturable,
        long amountReceived,
        @Nullable String cancellationReason,
        @Nullable StripeFault lastPaymentError,
        @Nullable Charge latestCharge) {
    @JsonNaming(SnakeCaseStrategy.class)
    record Charge(String id, @Nullable Transaction balanceTransaction) {}

    /** @param currency that of our account at Stripe, which need not be the shopper's */
    record Transaction(long fee, String currency) {}

    Standing standing(StripeUnits units) {
        return switch (status) {
            case "requires_payment_method", "requires_confirmation", "requires_action" -> new Standing.Open(decline());
            case "requires_capture" -> new Standing.Authorised(units.money(amountCapturable, currency));
            case "succeeded" -> new Standing.Captured(units.money(amountReceived, currency), fee(units));
            case "canceled" -> new Standing.Closed(cancellationReason == null ? "canceled" : cancellationReason);
            default -> new Standing.Pending();
        };
    }

    private @Nullable String decline() {
        return lastPaymentError == null ? null : lastPaymentError.reason();
    }

    /** Told only once the money is on the balance, and only comparable in the same currency. */
    private Money fee(StripeUnits units) {
        var transaction = latestCharge == null ? null : latestCharge.balanceTransaction();
        boolean comparable = transaction != null && transaction.currency().equals(currency);
        return units.money(comparable ? transaction.fee() : 0, currency);
    }
}
