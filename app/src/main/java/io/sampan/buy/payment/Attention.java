package io.sampan.buy.payment;

import java.util.Locale;

/**
 * Why an operator should look at a payment.
 *
 * @param detail the gateway's own code where it gave one, or empty
 */
public record Attention(Why why, String detail) {
    public enum Why {
        /** Nothing was noted, but its end, or that of one of its refunds, has been unclear for too long. */
        SLOW,
        /** Its gateway is not set up in this installation. */
        GATEWAY_MISSING,
        /** The gateway does not tell how it stands; {@link Attention#detail} says why. */
        GATEWAY_REFUSED,
        /** The shopper had authorised it, and the gateway now says that it is open. */
        AUTHORISATION_VANISHED,
        /** The shopper authorised less, or another currency. */
        AUTHORISED_TOO_LITTLE,
        /** The gateway holds money for a payment that has ended. */
        AUTHORISED_AFTER_THE_END,
        /** The gateway does not give the money that it holds. */
        CAPTURE_REFUSED,
        CAPTURED_TOO_LITTLE,
        CAPTURED_ANOTHER_CURRENCY,
        /** The gateway tells of a move that cannot follow on what is written here. */
        MOVED_ELSEWHERE,
        /** A refund did not reach the shopper. */
        REFUND_FAILED;

        /** Such as {@code refund-failed}, the end of its text key. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Attention of(Why why) {
        return new Attention(why, "");
    }

    /** As it is kept: the slug, and the detail behind a colon. */
    String kept() {
        return detail.isEmpty() ? why.slug() : why.slug() + ":" + detail;
    }

    static Attention ofKept(String kept) {
        var parts = kept.split(":", 2);
        var why = Why.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Attention(why, parts.length == 1 ? "" : parts[1]);
    }
}
