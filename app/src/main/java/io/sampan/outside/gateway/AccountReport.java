package io.sampan.outside.gateway;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.List;

/** What a gateway says that it moved on our account with it, whoever moved it. */
public interface AccountReport {
    /** All movements from one moment until before another, in any order; all of them or none. */
    Told<List<Moved>> moved(Instant from, Instant until);

    /** Until which moment reports are whole at another: some gateways tell of a day on the next morning only. */
    Instant wholeUntil(Instant now);

    /**
     * @param key our id of the payment, refund or payout, or the gateway's of a dispute; where it is about none of these, the gateway's own words
     * @param net above zero when the account grew, its fee taken off
     * @param fee what the gateway keeps for itself; below zero when it gives a fee back
     */
    record Moved(String key, Money net, Money fee, Instant at) {}
}
