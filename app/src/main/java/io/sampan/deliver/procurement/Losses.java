package io.sampan.deliver.procurement;

import io.sampan.deliver.procurement.Purchase.Payment;
import io.sampan.deliver.procurement.Purchase.Upstream;
import io.sampan.outside.marketplace.UpstreamOrder.State;

/** Orders of a purchase that its seller, or the marketplace, ended. */
final class Losses {
    private Losses() {}

    /** Whether it was ended, or is about to be. */
    static boolean isLost(Upstream one) {
        return switch (one.order().state()) {
            case CLOSED, REFUNDING, REFUNDED -> true;
            case WAIT_PAY, PAID, PART_SHIPPED, SHIPPED, DONE, UNKNOWN -> false;
        };
    }

    static boolean isAnyLost(Purchase purchase) {
        return purchase.open().stream().anyMatch(Losses::isLost);
    }

    static boolean isMoneyOnItsWay(Purchase purchase) {
        return purchase.open().stream().anyMatch(one -> one.order().state() == State.REFUNDING);
    }

    /** Whether orders that may be paid go on beside those that were ended: to buy it anew would buy their part twice. */
    static boolean isInPart(Purchase purchase) {
        return purchase.mayHavePaid() && !purchase.open().stream().allMatch(Losses::isLost);
    }

    /** Orders that ended, and have none of our money any more, count no more. */
    static Purchase settled(Purchase purchase) {
        var settled = purchase;
        for (var one : purchase.open()) {
            var ended = new Upstream(one.order(), afterwards(one), one.payTries());
            settled = settled.paying(one.order().orderId(), _ -> ended);
        }
        return settled;
    }

    /** What its state means for our money. Of one that was paid and is closed it says nothing, until the marketplace tells of a refund. */
    static Payment afterwards(Upstream one) {
        return switch (one.order().state()) {
            case REFUNDED -> one.payment() == Payment.NOT_ASKED ? Payment.WITHDRAWN : Payment.RETURNED;
            case CLOSED -> one.payment() == Payment.PAID ? Payment.PAID : Payment.WITHDRAWN;
            case WAIT_PAY, PAID, PART_SHIPPED, SHIPPED, DONE, REFUNDING, UNKNOWN -> one.payment();
        };
    }
}
