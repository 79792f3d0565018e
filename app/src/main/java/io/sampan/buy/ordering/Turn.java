package io.sampan.buy.ordering;

import io.sampan.buy.payment.Refunding;
import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of asking an order to move: the order afterwards, and everything else that must become true in the same moment. */
sealed interface Turn {
    record To(Order order, List<Happening> happenings, List<OrderNews> news, List<Refund> refunds) implements Turn {}

    record Already() implements Turn {}

    record Forbidden(OrderState state) implements Turn {}

    /**
     * A line of the timeline.
     *
     * @param at when others say that it happened; null for now
     */
    record Happening(
            TimelineEvent.Kind kind,
            @Nullable OrderLineId line,
            Map<String, String> details,
            @Nullable Instant at) {
        Happening(TimelineEvent.Kind kind, @Nullable OrderLineId line, Map<String, String> details) {
            this(kind, line, details, null);
        }
    }

    /**
     * Money that is promised back to the shopper.
     *
     * @param key unique within the order, the same however often it is tried
     */
    record Refund(String key, Money amount, String reason, Refunding.To to) {
        Refund(String key, Money amount, String reason) {
            this(key, amount, reason, Refunding.To.SOURCE);
        }
    }
}
