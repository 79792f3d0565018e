package io.sampan.outside.gateway;

import io.sampan.money.amount.Money;

/** Where a gateway pays people who have an account with it. Every verb answers within its time limit. */
public interface PayoutDesk {
    /** Whether these words can be the address of somebody whom it pays, such as an e-mail address. */
    boolean canPay(String receiver);

    /** Pays; the same key again pays once, as long as the gateway remembers keys. */
    Returned pay(String receiver, Money amount, String key);

    /** How a payout stands now. */
    Returned look(String payoutReference);
}
