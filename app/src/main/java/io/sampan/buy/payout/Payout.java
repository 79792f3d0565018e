package io.sampan.buy.payout;

import io.sampan.money.amount.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payout as it is kept.
 *
 * @param receiver whole while it is under way, then empty
 * @param reference the gateway's, once it is known
 * @param tries looks so far
 */
record Payout(PayoutView view, String receiver, @Nullable String reference, int tries) {
    Money amount() {
        return view.amount();
    }

    /** Never shows whom it goes to. */
    @Override
    public String toString() {
        return "Payout[" + view.id() + " " + view.state() + "]";
    }

    /** Its hold in the ledger. */
    String hold() {
        return "payout:" + view.id();
    }
}
