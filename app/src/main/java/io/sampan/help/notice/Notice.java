package io.sampan.help.notice;

import io.sampan.buy.ordering.OrderId;
import java.time.Instant;
import java.util.Locale;

/**
 * One message. Its words are the reader's: a window says {@code notice.<slug>} in their language.
 *
 * @param orderNumber of the order that it is about
 * @param read whether its reader has opened their messages since
 */
public record Notice(Kind kind, OrderId order, String orderNumber, Instant at, boolean read) {
    public enum Kind {
        ORDER_PAID,
        NEEDS_YOU,
        LINE_SOLD_OUT,
        LINE_REJECTED,
        ORDER_CANCELLED,
        /** It ended before anything was paid. */
        ORDER_DROPPED,
        /** It was not paid in time. */
        ORDER_LAPSED,
        RECEIVED,
        HANDED_OVER,
        DELIVERED;

        /** Such as {@code needs-you}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
