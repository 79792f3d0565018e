package io.sampan.deliver.haul;

import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.carrier.ParcelSize;
import java.util.List;

/**
 * One parcel of a plan; all amounts in CNY.
 *
 * @param items their places in the haul, from 0, rising
 * @param size with its box
 * @param day on which all of it is there and it can go
 */
public record PlannedParcel(List<Integer> items, LineId line, ParcelSize size, int day, Cost cost) {
    public PlannedParcel {
        items = List.copyOf(items);
    }

    /**
     * @param border duty, tax and fees of the country
     * @param storage for what lies longer than it may, waiting for the rest
     */
    public record Cost(Money freight, Money border, Money packing, Money storage) {
        public Money total() {
            return freight.plus(border).plus(packing).plus(storage);
        }
    }
}
