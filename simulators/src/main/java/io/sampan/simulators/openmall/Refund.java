package io.sampan.simulators.openmall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request for money back.
 *
 * @param id           its number
 * @param tid          of which trade
 * @param ask          what the buyer asks for
 * @param status       where it stands
 * @param created      when it was asked for
 * @param modified     when it last moved
 * @param due          when it moves by itself, null when it has ended
 * @param back         the waybill of the goods' way back, null while there is none
 * @param closedByShip whether it ended because the seller sent the goods nevertheless
 */
record Refund(
        long id,
        String tid,
        Ask ask,
        Status status,
        Instant created,
        Instant modified,
        @Nullable Instant due,
        @Nullable Back back,
        boolean closedByShip) {

    /** How much in fen, of what kind, with the goods where, and why. */
    record Ask(long fen, boolean withGoods, String goodsStatus, String reason, String words) {}

    /** Courier and waybill. */
    record Back(String company, String waybill) {}

    /** Source: docs/sources/openmall.md "Refunds". */
    enum Status {
        WAIT_SELLER_AGREE,
        WAIT_BUYER_RETURN_GOODS,
        WAIT_SELLER_CONFIRM_GOODS,
        SELLER_REFUSE_BUYER,
        CLOSED,
        SUCCESS;

        boolean ended() {
            return this == CLOSED || this == SUCCESS;
        }
    }

    Refund to(Status next, Instant now, @Nullable Instant nextDue) {
        return new Refund(id, tid, ask, next, created, now, nextDue, back, closedByShip);
    }

    Refund sentBack(Back parcel, Instant now, Instant nextDue) {
        return new Refund(id, tid, ask, Status.WAIT_SELLER_CONFIRM_GOODS, created, now, nextDue, parcel, closedByShip);
    }

    Refund overtaken(Instant now) {
        return new Refund(id, tid, ask, Status.CLOSED, created, now, null, back, true);
    }
}
