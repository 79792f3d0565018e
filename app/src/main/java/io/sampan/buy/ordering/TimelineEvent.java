package io.sampan.buy.ordering;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param seq 1 for the first; rises by 1
 * @param at when we heard of it; of a delivery, when the carrier says that it was
 * @param line null when it happened to the whole order
 * @param details by kind: {@code minor} and {@code currency} of an amount, {@code company}, {@code number} of a parcel, {@code why}; never
 *     personal
 */
public record TimelineEvent(
        OrderId order,
        int seq,
        Instant at,
        Kind kind,
        @Nullable OrderLineId line,
        Map<String, String> details) {
    public TimelineEvent {
        details = Map.copyOf(details);
    }

    public enum Kind {
        PLACED,
        PAID,
        PAYMENT_CLOSED,
        BUYING,
        BOUGHT,
        /** The seller went back on the sale of a line, which is to be bought again. */
        SALE_CLOSED,
        PRICE_MOVED,
        PRICE_ACCEPTED,
        LINE_CANCELLED,
        SELLER_SHIPPED,
        RECEIVED,
        ACCEPTED,
        REJECTED,
        PACKED,
        HANDED_OVER,
        DELIVERED,
        CANCELLED,
        REFUND_PROMISED,
        REFUND_SETTLED,
        REFUND_FAILED;

        /** Such as {@code price-moved}, the end of its text keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The amount that it is about, if it is about one. */
    public Optional<Money> amount() {
        var minor = details.get("minor");
        var currency = details.get("currency");
        return minor == null || currency == null
                ? Optional.empty()
                : Optional.of(Money.of(Long.parseLong(minor), currency));
    }
}
