package io.sampan.outside.carrier;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.people.identity.Address;
import java.util.List;
import java.util.Set;

/**
 * A packed parcel to be announced to a carrier.
 *
 * @param reference our own id: the same reference is the same shipment
 * @param product the carrier's code of the line, {@link Line#product()}
 * @param size as weighed and measured in our warehouse
 * @param dutyPrepaid whether the carrier pays duty and tax on the way
 * @param receiver personal
 * @param goods 1 to 50 customs lines, all values in one currency
 */
public record Shipment(
        String reference,
        String product,
        ParcelSize size,
        boolean dutyPrepaid,
        Set<Hazard> hazards,
        Address receiver,
        List<Goods> goods) {
    private static final int MOST_LINES = 50;

    public Shipment {
        hazards = Set.copyOf(hazards);
        goods = List.copyOf(goods);
        if (goods.isEmpty() || goods.size() > MOST_LINES) {
            throw new IllegalArgumentException("A shipment of " + goods.size() + " lines");
        }
    }

    /**
     * @param hs6 six digits of the Harmonized System
     * @param name what it is, in English
     * @param unitValue what one piece cost
     */
    public record Goods(String hs6, String name, int quantity, Money unitValue) {}

    /** The value of all goods, as declared. */
    public Money declared() {
        return goods.stream()
                .map(line -> line.unitValue().times(line.quantity()))
                .reduce(Money::plus)
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "Shipment[" + reference + ", " + product + ", " + receiver + "]";
    }
}
