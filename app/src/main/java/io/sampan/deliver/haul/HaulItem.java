package io.sampan.deliver.haul;

import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.util.Set;

/**
 * One thing that is to be sent. It is never taken apart.
 *
 * @param id the caller's own
 * @param size of the thing itself, without a box
 * @param category words that say what it is, Chinese or English; its heading is suggested from them, as in a quote
 * @param value what was paid for it, in CNY
 * @param readyDay the day on which it lies packed away in the warehouse; 0 is today
 * @param freeDays how long it may lie there from that day on without a fee
 */
public record HaulItem(
        String id, ParcelSize size, Set<Hazard> hazards, String category, Money value, int readyDay, int freeDays) {
    public HaulItem {
        hazards = Set.copyOf(hazards);
        if (readyDay < 0
                || freeDays < 0
                || value.isNegative()
                || !value.currency().equals(Money.CNY)) {
            throw new IllegalArgumentException("No thing of a haul: " + id);
        }
    }
}
