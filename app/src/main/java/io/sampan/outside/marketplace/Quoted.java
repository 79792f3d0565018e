package io.sampan.outside.marketplace;

import io.sampan.money.amount.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a marketplace would charge for an order that is not placed yet. */
public sealed interface Quoted {
    /**
     * @param goods after the marketplace's own discounts
     * @param freight within China
     * @param unitPrices by the line reference of the request
     */
    record Offered(Money goods, Money freight, Map<String, Money> unitPrices) implements Quoted {
        public Money total() {
            return goods.plus(freight);
        }
    }

    /** @param lineReferences those that cannot be had */
    record SoldOut(List<String> lineReferences) implements Quoted {}

    /** For good; {@code code} is the marketplace's own. */
    record Refused(String code, String words) implements Quoted {}

    /** Its platform tells no price before ordering. */
    record Unsupported() implements Quoted {}

    record Later(Duration after, String why) implements Quoted {}
}
