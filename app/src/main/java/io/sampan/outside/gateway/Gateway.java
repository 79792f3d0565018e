package io.sampan.outside.gateway;

import io.sampan.money.amount.Money;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One service that takes shoppers' money and gives it back, by one method or several. Every verb answers within its time limit with an outcome; a repeated call with the same
 * key has the effect of one.
 */
public interface Gateway {
    /** Its name in keys and addresses, such as {@code stripe}. */
    String name();

    /**
     * Opens a payment that the shopper completes on the gateway's own page. Where the method can do it, the money is only authorised there, and
     * taken by {@link #capture}; else it is taken the moment the shopper confirms.
     */
    Opened open(Demand demand);

    /** How a payment stands now. */
    Standing look(String gatewayReference);

    /** Takes authorised money: at most what was authorised, once. */
    Standing capture(String gatewayReference, Money amount, String key);

    /** Lets go of authorised money, or closes a page that nobody completed. */
    Standing cancel(String gatewayReference, String key);

    /** Gives back part or all of what was taken. */
    Returned refund(String gatewayReference, Money amount, String key);

    /** How a refund stands now. */
    Returned lookAtRefund(String refundReference);

    /** Where it tells of contested payments; empty when it has no such place. */
    default Optional<DisputeDesk> disputes() {
        return Optional.empty();
    }

    /** Where it tells all that it moved; empty when we do not ask it. */
    default Optional<AccountReport> report() {
        return Optional.empty();
    }

    /** Where it keeps people's ways to pay; empty when it does not. */
    default Optional<SavedMethods> savedMethods() {
        return Optional.empty();
    }

    /** Where it pays people; empty when it does not. */
    default Optional<PayoutDesk> payouts() {
        return Optional.empty();
    }

    /**
     * @param key our own id of the payment: the idempotency key, and sent along so that the payment can be found again
     * @param description what the shopper reads on the gateway's page, in their language
     * @param success where the gateway sends the shopper after paying
     * @param cancel where it sends a shopper who turns back
     * @param method how the shopper wants to pay, a {@link PayMethod#code} of this gateway
     * @param payerAddress the IP address that the shopper came from, which some gateways must be told
     * @param customer who pays, as {@link SavedMethods#know} named them; null where nothing is kept
     */
    record Demand(
            String key,
            Money amount,
            String description,
            URI success,
            URI cancel,
            Locale locale,
            String method,
            String payerAddress,
            @Nullable String customer) {}
}
