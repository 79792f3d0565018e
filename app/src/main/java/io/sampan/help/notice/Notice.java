package io.sampan.help.notice;

import java.time.Instant;
import java.util.Locale;

/**
 * One message. Its words are the reader's: a window says {@code notice.<slug>} in their language.
 *
 * @param label what people call that which it is about: an order's number, or the goods that were asked for
 * @param read whether its reader has opened their messages since
 */
public record Notice(Kind kind, String label, Instant at, boolean read) {
    public enum Kind {
        ORDER_PAID,
        NEEDS_YOU,
        LINE_SOLD_OUT,
        LINE_DEARER,
        LINE_REJECTED,
        ORDER_CANCELLED,
        /** It ended before anything was paid. */
        ORDER_DROPPED,
        /** It was not paid in time. */
        ORDER_LAPSED,
        RECEIVED,
        HANDED_OVER,
        DELIVERED,
        /** It came later than was said, and what was promised for that goes back. */
        DELAY_PAID,
        /** An operator offers what was asked for. */
        REQUEST_ANSWERED,
        /** What was asked for cannot be bought. */
        REQUEST_DECLINED;

        boolean isOfARequest() {
            return this == REQUEST_ANSWERED || this == REQUEST_DECLINED;
        }

        /** Such as {@code needs-you}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where its reader goes on. */
    public String path() {
        return kind.isOfARequest() ? "/requests" : "/orders/" + label;
    }
}
