package io.sampan.simulators.ali1688;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One wish for money back.
 *
 * @param id its number, as text
 * @param orderId of which order
 * @param fen what the buyer asks for, freight included
 * @param status where it stands
 * @param goodsStatus where the goods were when it was asked for
 * @param asked when that was
 * @param due when it moves by itself, null when it has ended
 */
record Refund(
        String id,
        String orderId,
        long fen,
        Status status,
        String goodsStatus,
        Instant asked,
        @Nullable Instant due) {
    /** Where the goods are while the seller has not sent them. */
    static final String NOT_SENT = "refundWaitSellerSend";

    /** Source: docs/sources/1688.md "Refunds". */
    enum Status {
        /** The seller has not answered. */
        WAITSELLERAGREE,
        /** The seller refused; the buyer may ask for something else. */
        WAITBUYERMODIFY,
        REFUNDSUCCESS,
        REFUNDCLOSE;

        boolean ended() {
            return this == REFUNDSUCCESS || this == REFUNDCLOSE;
        }

        /** As the platform writes it. */
        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Refund to(Status next, @Nullable Instant nextDue) {
        return new Refund(id, orderId, fen, next, goodsStatus, asked, nextDue);
    }
}
