package io.sampan.buy.payment;

import io.sampan.ground.time.Pauses;
import io.sampan.outside.gateway.PayMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param method how a payment is opened for which nobody chose, a {@link PayMethod#id}
 * @param tendEvery how often the caretaker looks for what is due
 * @param batch most payments, and most refunds, that it takes at a time
 * @param claim how long one worker may be at a payment before another takes over; longer than all its calls together
 * @param firstPause until the second look at something unsettled; each further pause is twice the last
 * @param longestPause between two looks
 * @param doneLooks how long after a refund was done it is looked at again: it may still come back, and the gateway gives up telling us after
 *     some days. Source: docs/sources/stripe.md "Refund"
 * @param slow unsettled for longer than this, it is shown to an operator
 */
@ConfigurationProperties(prefix = "sampan.payment", ignoreUnknownFields = false)
record PaymentSettings(
        @DefaultValue("stripe.card") String method,
        @DefaultValue("2s") Duration tendEvery,
        @DefaultValue("20") int batch,
        @DefaultValue("90s") Duration claim,
        @DefaultValue("4s") Duration firstPause,
        @DefaultValue("30m") Duration longestPause,
        @DefaultValue({"1d", "3d", "7d", "14d", "30d"}) List<Duration> doneLooks,
        @DefaultValue("15m") Duration slow) {
    /** @throws IllegalArgumentException when the setting names none */
    PayMethod usualMethod() {
        return PayMethod.of(method)
                .orElseThrow(() -> new IllegalArgumentException("sampan.payment.method names no method: " + method));
    }

    /** When a refund that was done is looked at again; null when it is too old to come back. */
    @Nullable
    Instant nextDoneLook(Instant doneAt, Instant now) {
        return doneLooks.stream()
                .map(doneAt::plus)
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** How long to wait before the next look after so many. */
    Duration pause(int tries) {
        return new Pauses(firstPause, longestPause).after(tries);
    }
}
