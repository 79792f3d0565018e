package io.sampan.simulators.pinduoduo;

import java.time.Duration;
import java.time.Instant;

/**
 * What somebody bought who followed a link of ours.
 *
 * @param sn          Pinduoduo's number
 * @param goodsId     what it was
 * @param goodsSign   and its opaque name
 * @param goodsName   its title when it was bought
 * @param quantity    pieces
 * @param unitFen     fen for each, in a group
 * @param ratePermille commission
 * @param custom      what the link carried along
 * @param paid        when it was paid
 */
record AffiliateOrder(
        String sn,
        long goodsId,
        String goodsSign,
        String goodsName,
        int quantity,
        long unitFen,
        int ratePermille,
        String custom,
        Instant paid) {
    private static final Duration GROUP = Duration.ofHours(6);
    private static final Duration RECEIPT = Duration.ofDays(5);
    private static final Duration AUDIT = Duration.ofDays(20);
    private static final Duration SETTLEMENT = Duration.ofDays(30);

    /** Where an order stands, with its number on the wire. Source: docs/sources/pinduoduo.md "Orders". */
    enum Status {
        PAID(0, "已支付"),
        GROUPED(1, "已成团"),
        RECEIVED(2, "确认收货"),
        AUDITED(3, "审核成功"),
        SETTLED(5, "已经结算");

        final int number;
        final String words;

        Status(int number, String words) {
            this.number = number;
            this.words = words;
        }
    }

    Instant at(Status status) {
        return paid.plus(
                switch (status) {
                    case PAID -> Duration.ZERO;
                    case GROUPED -> GROUP;
                    case RECEIVED -> RECEIPT;
                    case AUDITED -> AUDIT;
                    case SETTLED -> SETTLEMENT;
                });
    }

    /** Where it stands at a time: it only ever moves on. */
    Status status(Instant now) {
        Status reached = Status.PAID;
        for (Status status : Status.values()) {
            reached = at(status).isAfter(now) ? reached : status;
        }
        return reached;
    }

    long fen() {
        return unitFen * quantity;
    }
}
